"""A sweep read: what each strategy changes at each point, with its intervals, and where it turns."""

import numpy as np

import sim
from experiments.study.results import all_values, half_width

DRAWN = ("grid", "one_at_a_time", "list")
MOST_AXES = 3


def refuse_what_cannot_be_swept(experiment):
    """Errors: ScenarioError for designs and numbers of axes that have no picture."""
    kind = experiment.design["kind"]
    if kind not in DRAWN:
        raise sim.ScenarioError(
            f"sweep draws {', '.join(DRAWN)}; '{kind}' samples a space: famschool sensitivity reads it."
        )
    if kind == "grid" and len(experiment.axes) > MOST_AXES:
        raise sim.ScenarioError(
            f"A sweep over a grid has one to three axes; here {len(experiment.axes)} vary: "
            f"{', '.join(a.name for a in experiment.axes[:8])}{', …' if len(experiment.axes) > 8 else ''}. "
            f"Fix some, or use `design: one_at_a_time`, or `design: sobol` and famschool sensitivity."
        )


def sweep_table(study):
    """One row a point, thing looked at and strategy: mean, paired difference and its intervals (a pandas frame)."""
    import pandas as pd

    experiment, rows = study.experiment, []
    for target, values in zip(experiment.targets, all_values(study, experiment.targets), strict=True):
        for k, strategy in enumerate(experiment.strategies):
            level, shift = values[:, :, k], values[:, :, k] - values[:, :, 0]
            frame = _intervals(level if k == 0 else shift)
            if k == 0:
                frame = frame.rename(columns={"middle": "mean"}).assign(difference=np.nan)
            else:
                frame = frame.rename(columns={"middle": "difference"}).assign(mean=np.nanmean(level, axis=1))
            said = {"strategy": strategy, "outcome": target.outcome, "observer": target.observer}
            rows.append(frame.assign(**said, group=target.group, unit=target.unit, point=range(len(level))))
    return _ordered(pd.concat(rows, ignore_index=True), experiment, study.plan.points)


def _intervals(values):
    import pandas as pd

    error, middle = half_width(values), np.nanmean(values, axis=1)
    spread = np.nanquantile(values, [0.05, 0.95], axis=1)
    runs = np.isfinite(values).sum(axis=1)
    columns = {"middle": middle, "low": middle - error, "high": middle + error}
    return pd.DataFrame(columns | {"spread_low": spread[0], "spread_high": spread[1], "runs": runs})


def _ordered(table, experiment, points):
    import pandas as pd

    names = [axis.name for axis in experiment.axes]
    bases = {axis.name: axis.base for axis in experiment.axes}
    at = pd.DataFrame([{**bases, **points[k]} for k in range(len(points))], columns=names)
    table = table.join(at, on="point").assign(unknown_low=None, unknown_high=None)
    kept = [
        "strategy",
        "outcome",
        "observer",
        "group",
        "mean",
        "difference",
        "low",
        "high",
        "spread_low",
        "spread_high",
    ]
    return table[["point", *names, *kept, "unknown_low", "unknown_high", "unit", "runs"]]


def thresholds(study):
    """Where, along each axis of a grid, a difference from the baseline turns its sign: level and 95% interval over seeds."""
    import pandas as pd

    experiment = study.experiment
    numeric = [axis for axis in experiment.axes if not any(isinstance(v, (str, bool)) for v in axis.values)]
    rows = []
    if experiment.design["kind"] == "grid" and len(experiment.strategies) > 1:
        for target, values in zip(experiment.targets, all_values(study, experiment.targets), strict=True):
            for axis in numeric:
                for k, strategy in enumerate(experiment.strategies[1:], start=1):
                    said = {"outcome": target.in_words(), "strategy": strategy, "axis": axis.name}
                    shift = values[:, :, k] - values[:, :, 0]
                    rows += [said | row for row in _turns(experiment, axis, shift)]
    return pd.DataFrame(rows, columns=["outcome", "strategy", "axis", "others", "level", "low", "high", "unit"])


def _turns(experiment, axis, shift):
    """Along one axis, for each setting of the others."""
    levels = experiment.design.get("levels", 5)
    shape = [len(a.steps(levels)) for a in experiment.axes]
    k = experiment.axes.index(axis)
    steps = np.array(axis.steps(levels), float)
    order = np.argsort(steps)
    moved = np.moveaxis(shift.reshape(*shape, -1), k, 0)[order].reshape(len(steps), -1, shift.shape[1])
    others = [a for a in experiment.axes if a is not axis]
    for j in range(moved.shape[1]):
        found = _turn(steps[order], moved[:, j])
        if found is not None:
            at = np.unravel_index(j, [n for i, n in enumerate(shape) if i != k]) if others else ()
            words = ", ".join(f"{a.name} = {a.steps(levels)[i]}" for a, i in zip(others, at, strict=True))
            yield {"others": words, "level": found[0], "low": found[1], "high": found[2], "unit": axis.unit}


def _turn(steps, shift, draws=400):
    """Where the mean crosses zero between levels that luck alone does not explain, with its interval by drawing seeds again.

    None where it does not: two differences that may both be nothing turn nowhere.
    """
    means = shift.mean(axis=1)
    clear = np.flatnonzero(np.abs(means) > half_width(shift))
    sides = np.flatnonzero(np.diff(np.sign(means[clear])))
    if not sides.size:
        return None
    between = slice(clear[sides[0]], clear[sides[0] + 1] + 1)
    steps, shift = steps[between], shift[between]
    luck = np.random.default_rng(1)
    again = luck.integers(0, shift.shape[1], (draws, shift.shape[1]))
    found = [_crossing(steps, shift[:, seeds].mean(axis=1)) for seeds in again]
    found = [one for one in found if one is not None]
    return _crossing(steps, means[between]), *np.quantile(found, [0.025, 0.975])


def _crossing(steps, means):
    signs = np.sign(means)
    turns = np.flatnonzero(signs[:-1] * signs[1:] < 0)
    if not turns.size:
        return None
    a = turns[0]
    return float(steps[a] + (steps[a + 1] - steps[a]) * means[a] / (means[a] - means[a + 1]))

"""Scenario discovery: where, among what is not known, a strategy does worse (or as asked): boxes found by PRIM.

The boxes are those of Friedman & Fisher 1999 as the EMA Workbench finds them, read as Bryant & Lempert 2010 do: coverage
is the share of the cases of interest that lie inside, density the share of cases inside that are of interest.
"""

import warnings
from dataclasses import dataclass, field

import numpy as np

import sim
from experiments.counted import counted
from experiments.study.axes import LUCK
from experiments.study.design import points_of
from experiments.study.results import contrasts

DENSE = 0.8  # what PRIM aims at
RARE, FEWEST = 0.1, 60  # share looked at where nothing is of interest; points below which boxes are accidents
SURE = 0.05  # a limit that chance gives as often is not told
MOST_BOXES = 3


@dataclass
class Box:
    """Limits of what is set, and how well they hold what is of interest."""

    limits: dict  # axis: (low, high) or the words allowed
    coverage: float
    density: float
    mass: float


@dataclass
class Discovery:
    """What was looked for in the difference a strategy makes, and the boxes found."""

    target: object
    strategy: str
    words: str  # what is of interest
    found: int
    points: int
    boxes: list = field(default_factory=list)
    share: float = 0.0
    interest: np.ndarray = field(default=None, repr=False)  # of all points; one without a number is of none

    def sentences(self):
        """The answer as people read it."""
        name = self.strategy.replace("_", " ")
        yield f"{self.words}: at {self.found} of {counted(self.points, 'point')} ({self.share:.0%})."
        for k, box in enumerate(self.boxes, start=1):
            yield (
                f"Box {k}, for {name}: {limits_in_words(box.limits)} – {box.coverage:.0%} of them lie there, and "
                f"{box.density:.0%} of what lies there is of them (of all points: {self.share:.0%})."
            )
        if not self.boxes:
            yield "No box holds them better than chance would."


def refuse_what_has_no_boxes(experiment):
    """Errors: ScenarioError for what cannot be searched."""
    if len(experiment.strategies) < 2:
        raise sim.ScenarioError("discover compares strategies: name at least two; the first is the baseline.")
    if not [axis for axis in experiment.axes if axis.name != LUCK]:
        raise sim.ScenarioError("Nothing varies; name uncertainties, levers or place_varies.")
    if experiment.design["kind"] in ("morris", "one_at_a_time"):
        raise sim.ScenarioError(
            f"discover needs points all over the space: latin, sobol, grid or list; not '{experiment.design['kind']}'."
        )
    _enough(len(points_of(experiment)))


def _enough(points):
    if points < FEWEST:
        raise sim.ScenarioError(f"{points} points are too few for boxes; at least {FEWEST} are needed.")


def discover(study, below=None, above=None):
    """A Discovery for each strategy, about what is looked at first: worse than the baseline, or below or above a level."""
    target = study.experiment.targets[0]
    x = frame_of_points(study)
    for _, strategy, values in contrasts(study, [target]):
        sound = np.isfinite(values).all(axis=1)
        _enough(sound.sum())
        one = _one(target, strategy, x[sound].reset_index(drop=True), values[sound].mean(axis=1), below, above)
        everywhere = np.zeros(len(x), bool)
        everywhere[np.flatnonzero(sound)] = one.interest
        one.interest = everywhere
        yield one


def frame_of_points(study):
    """Points as a table, words as categories; whole numbers as floats (PRIM fails on integers with pandas 3)."""
    import pandas as pd

    experiment, points = study.experiment, study.plan.points
    bases = {axis.name: axis.base for axis in experiment.axes if axis.name != LUCK}
    rows = [{name: points[k].get(name, base) for name, base in bases.items()} for k in range(len(points))]
    table = pd.DataFrame(rows, columns=list(bases))
    return table.apply(lambda c: c.astype(float) if _numeric(c) else c.astype(str).astype("category"))


def _numeric(column):
    return all(isinstance(value, (int, float)) and not isinstance(value, bool) for value in column)


def _one(target, strategy, x, difference, below, above):
    interest, words = _of_interest(target, strategy, difference, below, above)
    one = Discovery(target, strategy, words, int(interest.sum()), len(x), [], float(interest.mean()), interest)
    if 0 < interest.sum() < len(x):
        one.boxes = list(boxes(x, interest))
    return one


def _of_interest(target, strategy, difference, below, above):
    what = f"{strategy.replace('_', ' ')}: the difference in {target.in_words()}"
    if below is not None or above is not None:
        interest = np.ones(len(difference), bool)
        interest &= difference < below if below is not None else True
        interest &= difference > above if above is not None else True
        limits = [f"below {below:g}" if below is not None else "", f"above {above:g}" if above is not None else ""]
        return interest, f"{what} {' and '.join(filter(None, limits))} {target.unit}"
    better = sim.OUTCOMES[target.outcome].better if target.outcome in sim.OUTCOMES else "higher"
    loss = -difference if better == "higher" else difference
    if (loss > 0).any():
        return loss > 0, f"{strategy.replace('_', ' ')}: {target.in_words()} worse than under the baseline"
    edge = np.quantile(loss, 1 - RARE)
    least = -edge if better == "higher" else edge
    name, end = strategy.replace("_", " "), "less" if better == "higher" else "more"
    words = f"{name}: {target.in_words()} nowhere worse than under the baseline; the least good tenth"
    return loss >= edge, f"{words} ({least:+.3g} {target.unit} or {end})"


def boxes(x, interest):
    """Up to three boxes, each among what the ones before left."""
    prim = _prim()
    left = np.ones(len(x), bool)
    for _ in range(MOST_BOXES):
        if interest[left].sum() < max(5, 0.05 * interest.sum()):
            return
        inside = x[left].reset_index(drop=True)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = prim.Prim(inside, interest[left], threshold=min(DENSE, 0.9)).find_box()
        box = _best(found, inside, interest[left])
        if box is None:
            return
        mine = left & holds(x, box.limits)
        box.coverage, box.density, box.mass = interest[mine].sum() / interest.sum(), interest[mine].mean(), mine.mean()
        if box.density <= interest.mean():
            return
        yield box
        left &= ~mine


def _prim():
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # engines it has not got
            from ema_workbench.analysis import prim
    except ImportError:
        raise sim.ScenarioError("discover needs the EMA Workbench: pip install 'famschool[study]'.") from None
    return prim


def _best(found, x, interest):
    """The box of the peeling that balances coverage and density, with the limits that chance does not explain."""
    steps = found.peeling_trajectory
    balance = 2 * steps.coverage * steps.density / (steps.coverage + steps.density + 1e-12) - 0.01 * steps.res_dim
    for k in balance.sort_values(ascending=False).index[:10]:
        limits = _sure_limits(found, int(k), x)
        if limits and interest[holds(x, limits)].mean() > 1.2 * interest.mean():
            return Box(limits, 0.0, 0.0, 0.0)
    return None


def _sure_limits(found, k, x):
    """Only sides that PRIM moved, and whose quasi-p-value is small; ends that were not moved are open."""
    limits, chances = found.box_lims[k], found.qp[k]
    told = {}
    for name, chance in chances.items():
        low_high = limits[name].tolist()
        if isinstance(low_high[0], (set, frozenset)):
            told[name] = tuple(sorted(map(str, low_high[0])))
            continue
        low, high = low_high
        low_told = low > x[name].min() and 0 <= chance[0] < SURE
        high_told = high < x[name].max() and 0 <= chance[-1] < SURE
        if low_told or high_told:
            told[name] = (float(low) if low_told else -np.inf, float(high) if high_told else np.inf)
    return told


def holds(x, limits):
    """Which points lie in a box."""
    inside = np.ones(len(x), bool)
    for name, allowed in limits.items():
        if isinstance(allowed[0], str):
            inside &= x[name].isin(allowed).to_numpy()
        else:
            inside &= ((x[name] >= allowed[0]) & (x[name] <= allowed[1])).to_numpy()
    return inside


def limits_in_words(limits):
    """A box's limits: budget.teacher_hours below 3.95 and …"""
    return " and ".join(f"{name} {_limit(allowed)}" for name, allowed in limits.items())


def _limit(allowed):
    if isinstance(allowed[0], str):
        return f"is {' or '.join(allowed)}"
    low, high = allowed
    if np.isinf(low):
        return f"below {high:.3g}"
    return f"above {low:.3g}" if np.isinf(high) else f"between {low:.3g} and {high:.3g}"


def table_of_boxes(discoveries):
    """One row a box and axis (a pandas frame)."""
    import pandas as pd

    rows = []
    for one in discoveries:
        said = {"outcome": one.target.outcome, "strategy": one.strategy, "of_interest": one.words, "share": one.share}
        for k, box in enumerate(one.boxes, start=1):
            how = {"box": k, "coverage": box.coverage, "density": box.density, "mass": box.mass}
            for name, allowed in box.limits.items():
                words = " ".join(allowed) if isinstance(allowed[0], str) else ""
                low, high = (None, None) if words else allowed
                rows.append(said | how | {"axis": name, "low": low, "high": high, "words": words})
    columns = ["outcome", "strategy", "of_interest", "share", "box", "coverage", "density", "mass"]
    return pd.DataFrame(rows, columns=[*columns, "axis", "low", "high", "words"])

"""A sensitivity analysis read: indices of everything looked at, what was dropped, whether it has converged, who disagrees."""

from dataclasses import dataclass, field

import numpy as np

import sim
from experiments.study.design import POINTS, SHARES, problem_of
from experiments.study.indices import DUMMY, FEWEST_BY_DISTRIBUTION, Sample, indices, share_of_luck
from experiments.study.results import contrasts

RANKED_BY = {"sobol": "ST", "morris": "mu_star", "pawn": "median", "delta": "delta"}
MATTERS = 0.05  # of the variance (ST), or of the largest mu*
NARROW = 0.05  # half an interval of ST, below which its size is known well enough
FEWEST = 8  # whole blocks


@dataclass
class Findings:
    """What the analysis of one experiment says."""

    table: object  # one row a parameter, thing looked at and measure
    verdicts: list = field(default_factory=list)  # one a thing looked at
    growth: object = None  # the ranked measure with a quarter, half and all of the sample

    @property
    def settled(self):
        return all(verdict["settled"] for verdict in self.verdicts)


def refuse_what_cannot_be_analysed(experiment):
    """Errors: ScenarioError for designs that carry no indices, or too few points for any."""
    kind = experiment.design["kind"]
    if kind not in SHARES:
        raise sim.ScenarioError(
            f"sensitivity reads sobol, morris and latin designs; '{kind}' visits chosen points: famschool sweep draws it."
        )
    points = experiment.design.get("points", POINTS[kind])
    fewest = FEWEST_BY_DISTRIBUTION if kind == "latin" else FEWEST
    if points < fewest:
        raise sim.ScenarioError(f"design: {kind} – points = {points}: sensitivity needs at least {fewest}.")


def analyse(study):
    """Findings of a finished study."""
    import pandas as pd

    experiment, points = study.experiment, study.plan.points
    sample = Sample(
        problem_of(experiment),
        points.shares,
        points.block,
        experiment.design["kind"],
        bool(experiment.design.get("second")),
        not experiment.luck_varies,
    )
    rows, verdicts, growth = [], [], []
    for target, strategy, y in contrasts(study, experiment.targets):
        said = {"outcome": target.outcome, "observer": target.observer, "group": target.group, "strategy": strategy}
        blocks, shares, dropped = sample.whole_blocks(y)
        _enough(blocks, dropped, target, FEWEST_BY_DISTRIBUTION if sample.kind == "latin" else FEWEST)
        found = list(indices(sample, blocks, shares))
        rows += [said | row for one in found for row in _rows(one, experiment)]
        grown = list(_grown(sample, blocks, shares))
        growth += [said | row for row in grown]
        verdicts.append(said | _verdict(sample, blocks, found, grown, dropped))
    return Findings(pd.DataFrame(rows), verdicts, pd.DataFrame(growth))


def _enough(blocks, dropped, target, fewest):
    if len(blocks) < fewest:
        raise sim.ScenarioError(
            f"{target.in_words()}: {dropped} of {dropped + len(blocks)} blocks hold a failed run or no number, and "
            f"{len(blocks)} are too few to say anything; at least {fewest} are needed. cases.parquet has the errors."
        )


def _rows(index, experiment):
    axes = {axis.name: axis for axis in experiment.axes}
    for name, value, low, high in zip(index.names, index.value, index.low, index.high, strict=True):
        axis = axes.get(name)
        yield {
            "parameter": name,
            "method": index.method,
            "measure": index.measure,
            "value": value,
            "low": low,
            "high": high,
            "role": axis.role if axis else "",
            "range": axis.range_in_words() if axis else "",
            "unit": axis.unit if axis else "",
            "source": axis.source if axis else "",
        }


def _ranked(found):
    """The index parameters are ranked by: ST, mu*, or else PAWN's."""
    return next(
        one for method, measure in RANKED_BY.items() for one in found if (one.method, one.measure) == (method, measure)
    )


def _grown(sample, blocks, shares):
    """The ranked measure with a quarter, half and all of the blocks."""
    for part in (4, 2, 1):
        n = len(blocks) // part
        if n < FEWEST // 2 or (sample.kind == "latin" and n < FEWEST_BY_DISTRIBUTION):
            continue
        one = _ranked(list(_quick(sample, blocks[:n], shares[:n])))
        yield from (
            {"parameter": name, "blocks": n, "measure": one.measure, "value": value, "low": low, "high": high}
            for name, value, low, high in zip(one.names, one.value, one.low, one.high, strict=True)
            if name != DUMMY
        )


def _quick(sample, blocks, shares):
    """Only as much as ranking needs."""
    for one in indices(sample, blocks, shares, draws=50):
        yield one
        if (one.method, one.measure) in (("sobol", "ST"), ("morris", "mu_star"), ("pawn", "median")):
            return


def _verdict(sample, blocks, found, grown, dropped):
    """Whether the order of what matters is settled, in words, with what to do where it is not."""
    ranked = _ranked(found)
    keep = [k for k, name in enumerate(ranked.names) if name != DUMMY]
    value, half = ranked.value[keep], (ranked.high - ranked.low)[keep] / 2
    scale = 1.0 if ranked.method == "sobol" else max(float(value.max()), 1e-300)
    nothing = max((high for name, high in zip(ranked.names, ranked.high, strict=True) if name == DUMMY), default=0.0)
    matters = (value / scale >= MATTERS) & (ranked.low[keep] > 0.0)  # what may be nothing is not called something
    matters &= value > nothing  # PAWN is never nought: an idle number has a third in 40 points
    widest = float((half[matters] / scale).max()) if matters.any() else float(half.max() / scale)
    same = _same_order(grown, {ranked.names[keep[k]] for k in np.flatnonzero(matters)})
    still = not value.any() and not half.any()
    settled = still or (same and widest <= 2 * NARROW)
    words = "ranks settled" if settled else _what_to_do(sample, len(blocks), same)
    words = "the same at every point, so nothing that was varied moves it" if still else words
    if settled and widest > NARROW:
        words += ", sizes known to about a tenth"
    return {
        "settled": bool(settled),
        "verdict": words,
        "widest": widest,
        "matter": [ranked.names[keep[k]] for k in np.argsort(-value) if matters[k]],
        "share_of_luck": share_of_luck(blocks),
        "blocks": len(blocks),
        "dropped": dropped,
    }


def _what_to_do(sample, blocks, same):
    why = "intervals are still wide" if same else "the order still changes as the sample grows"
    return f"double N (--points {2 * sample_size(sample, blocks)}): {why}"


def sample_size(sample, blocks):
    """N as the design counts it; what was dropped was asked for too."""
    return len(sample.shares) // sample.block if sample.kind != "latin" else blocks


def _same_order(grown, names):
    """Whether parameters whose intervals do not overlap stand in the same order with half the sample as with all."""
    sizes = sorted({row["blocks"] for row in grown})
    if len(sizes) < 2:
        return False
    half, whole = ({row["parameter"]: row for row in grown if row["blocks"] == n} for n in sizes[-2:])
    for one in names:
        for other in names:
            apart = whole[one]["low"] > whole[other]["high"]
            if apart and half[one]["value"] < half[other]["value"]:
                return False
    return True


def joined(table):
    """Ranks of all methods side by side, and where they disagree on what matters (a pandas frame)."""
    keys = ["outcome", "observer", "group", "strategy"]
    ranked = table[[RANKED_BY.get(m) == measure for m, measure in zip(table.method, table.measure, strict=True)]]
    dummy = ranked[ranked.parameter == DUMMY].set_index([*keys, "method"]).high
    ranked = ranked[ranked.parameter != DUMMY].copy()
    ranked["rank"] = ranked.groupby([*keys, "method"]).value.rank(ascending=False, method="min").astype(int)
    floor = ranked.set_index([*keys, "method"]).index.map(dummy.to_dict()).to_numpy(float)
    ranked["above_dummy"] = np.where(np.isnan(floor), ranked.low > 0, ranked.value > floor)
    wide = ranked.pivot_table(index=[*keys, "parameter"], columns="method", values=["value", "rank"], sort=False)
    wide.columns = [f"{what}_{method}" for what, method in wide.columns]
    above = ranked.groupby([*keys, "parameter"], sort=False).above_dummy.agg(["min", "max"])
    wide["methods_disagree"] = above["min"].astype(bool) != above["max"].astype(bool)
    return wide.reset_index()

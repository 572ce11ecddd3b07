"""A scenario against its baseline, seed by seed: the same families, the same year before, the same luck."""

import math

import sim
from experiments.large import pair

COLUMNS = ("outcome", "observer", "strategy", "group", "mean", "difference", "low", "high", "spread_low", "spread_high")
COLUMNS += ("unknown_low", "unknown_high", "unit", "rests_on")
_WEEKLY = ["case", "week", "group", "outcome", "value"]


def live_pairs(scenario, seeds, progress=lambda done: None):
    """Outcome rows (seed, strategy, outcome, observer, group, value) and weekly means of both arms, for seeds 1 to `seeds`."""
    rows, weekly = [], {"baseline": [], "strategy": []}
    for seed in range(1, seeds + 1):
        for arm, measured, sums in pair(scenario, seed, lambda share, done=seed - 1: progress(done + share)):
            rows += [(seed, arm, *row) for row in measured]
            weekly[arm].append(sim.weekly_means(sums))
    return rows, weekly


def weekly_rows(curves):
    """Weekly means of every run, one row a case, week, group and outcome (a pandas frame)."""
    import pandas as pd

    groups, outcomes = ("all", *sim.FIFTHS), sim.RECORDED[1:]
    frames = []
    for arm, runs in curves.items():
        for seed, means in enumerate(runs, start=1):
            weeks = range(1, means.shape[0] + 1)
            index = pd.MultiIndex.from_product([[f"{arm}-{seed}"], weeks, groups, outcomes], names=_WEEKLY[:-1])
            frames.append(pd.DataFrame({"value": means.reshape(-1)}, index=index).reset_index())
    return pd.concat(frames, ignore_index=True)


def summary(outcomes):
    """One row an outcome, observer, group and arm: mean, paired difference and its intervals (a pandas frame).

    low, high: 95% error of the mean difference over seeds (Student's t; null for a single seed). spread: nine in ten
    single runs. unknown: null, since the uncertain numbers were held at their centre.
    """
    import pandas as pd
    from scipy.special import stdtrit

    keys = ["outcome", "observer", "group"]
    wide = outcomes.pivot_table(index=keys, columns=["strategy", "seed"], values="value", sort=False)
    base, treated = wide["baseline"], wide["strategy"]
    difference = treated - base
    runs = difference.notna().sum(axis=1)
    error = stdtrit(runs - 1, 0.975) * difference.std(axis=1, ddof=1) / runs.map(math.sqrt)
    rows = pd.DataFrame({"mean": treated.mean(axis=1), "difference": difference.mean(axis=1)})
    rows["low"], rows["high"] = rows.difference - error, rows.difference + error
    rows["spread_low"], rows["spread_high"] = difference.quantile(0.05, axis=1), difference.quantile(0.95, axis=1)
    level = pd.DataFrame({"mean": base.mean(axis=1)})
    level["spread_low"], level["spread_high"] = base.quantile(0.05, axis=1), base.quantile(0.95, axis=1)
    both = pd.concat({"baseline": level, "strategy": rows}, names=["strategy"]).reset_index()
    both["unknown_low"] = both["unknown_high"] = None
    both["unit"] = both.outcome.map(lambda name: sim.OUTCOMES[name].unit)
    both["rests_on"] = both.outcome.map(lambda name: sim.OUTCOMES[name].rests_on)
    return both[list(COLUMNS)]

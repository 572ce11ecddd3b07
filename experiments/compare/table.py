"""The long table of a comparison: levels and paired differences with the three intervals, never mixed."""

import numpy as np

import sim
from experiments.study.families_lived import Target
from experiments.study.results import all_values, half_width

COLUMNS = ("outcome", "observer", "strategy", "group", "mean", "difference", "low", "high", "spread_low", "spread_high")
COLUMNS += ("unknown_low", "unknown_high", "unit", "rests_on")


def targets_of(experiment):
    """Everything that was kept: each outcome by observer and group."""
    for column in experiment.subject.columns():
        yield Target(*column.split("|"), experiment.targets[0].currency)


def compared(study):
    """One row an outcome, observer, group and strategy (a pandas frame); the baseline has levels only."""
    import pandas as pd

    targets, names = list(targets_of(study.experiment)), study.experiment.strategies
    rows = []
    for target, values in zip(targets, all_values(study, targets), strict=True):
        if np.isfinite(values).any():
            rows += [_row(target, name, k, values) for k, name in enumerate(names)]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _row(target, name, k, values):
    outcome = sim.OUTCOMES[target.outcome]
    level, shift = values[:, :, k], values[:, :, k] - values[:, :, 0]
    shown = level if k == 0 else shift
    low, high = (None, None) if k == 0 else error_of_the_mean(shown)
    said = (target.outcome, target.observer, name, target.group, np.nanmean(level))
    middle = None if k == 0 else np.nanmean(shift)
    return (*said, middle, low, high, *luck(shown), *unknown(shown), target.unit, outcome.rests_on)


def error_of_the_mean(values):
    """95%, over seeds: each seed's mean over the points counts once (points × seeds in; None for one seed)."""
    by_seed = np.nanmean(values, axis=0)
    half = float(half_width(by_seed[None])[0])
    middle = float(np.nanmean(values))
    return (middle - half, middle + half) if np.isfinite(half) else (None, None)


def luck(values):
    """Nine in ten single runs, the numbers of the model held: runs around the mean of their point."""
    around = values - np.nanmean(values, axis=1, keepdims=True)
    low, high = np.nanquantile(around, [0.05, 0.95])
    return np.nanmean(values) + low, np.nanmean(values) + high


def unknown(values):
    """Nine in ten of the uncertain numbers' draws, luck averaged out as far as the seeds go; None where nothing varied."""
    if values.shape[0] < 2:
        return None, None
    low, high = np.nanquantile(np.nanmean(values, axis=1), [0.05, 0.95])
    return float(low), float(high)


def of_all_families(table):
    """Rows of all families as the first observer of each outcome sees it, by (outcome, strategy)."""
    first = table.outcome.map(lambda name: sim.OUTCOMES[name].observers[0])
    chosen = table[(table.group == "all") & (table.observer == first)]
    return chosen.set_index(["outcome", "strategy"], drop=False)

"""Finished results as arrays: points × replicates × strategies for each thing looked at."""

import numpy as np


def values_of(study, target):
    """Values of one target, points × replicates × strategies; a run that failed is not a number."""
    return all_values(study, [target])[0]


def all_values(study, targets):
    """Values of several targets, each points × replicates × strategies (one pass over the parts)."""
    one, columns = study.experiment, [target.column for target in targets]
    shape = len(study.plan.points), one.replicates, len(one.strategies)
    found = np.full((len(columns), int(np.prod(shape))), np.nan)
    start = 0
    for block in study.blocks():
        for k, column in enumerate(columns):
            found[k, start : start + block.num_rows] = block[column].to_numpy()
        start += block.num_rows
    return [values.reshape(shape) for values in found]


def contrasts(study, targets):
    """(target, strategy, values) of each: the difference from the baseline, seed by seed, or the level of a single one."""
    names = study.experiment.strategies
    for target, values in zip(targets, all_values(study, targets), strict=True):
        if len(names) == 1:
            yield target, names[0], values[:, :, 0]
        for k, name in enumerate(names[1:], start=1):
            yield target, name, values[:, :, k] - values[:, :, 0]


def half_width(values):
    """Half the 95% interval of the mean over replicates (the last axis), by Student's t; not a number for one replicate."""
    from scipy.special import stdtrit

    runs = np.isfinite(values).sum(axis=-1)
    with np.errstate(invalid="ignore", divide="ignore"):
        deviation = np.nanstd(values, axis=-1, ddof=1) if values.shape[-1] > 1 else np.full(values.shape[:-1], np.nan)
        return stdtrit(np.maximum(runs - 1, 1), 0.975) * deviation / np.sqrt(runs)

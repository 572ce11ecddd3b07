"""How precise the means are: what `--precision` compares with."""

import numpy as np

from experiments.study.results import contrasts, half_width


def error_of(study):
    """The largest error of a mean (difference) over points, for what is looked at first, and what it is of."""
    target = study.experiment.targets[0]
    worst, where = 0.0, target.in_words()
    for _, strategy, values in contrasts(study, [target]):
        error = half_width(values)
        error = float(np.nanmax(error)) if np.isfinite(error).any() else float("inf")
        if error >= worst:
            worst, where = error, f"{target.in_words()}, {strategy}"
    return worst, where

"""What the fit says of rows it was not shown: a fifth of them left out in turn, from the runs that are stored."""

import numpy as np

from experiments.calibrate.agree import agreeing
from experiments.calibrate.emulate import emulators

FOLDS, WALKERS, STEPS = 5, 150, 600


def left_out(points, results, seen, names, scored, with_it=None, walkers=WALKERS, steps=STEPS):
    """{row: middle of what sets of numbers fitted without its fold give}; only `scored` rows are left out.

    `with_it`: {row: another that says something of it, and is left out when it is}.
    """
    emulated = emulators(points, results, seen.units())
    fold_of = dict(zip(scored, np.random.default_rng(1).permutation(len(scored)) % FOLDS, strict=True))
    also = {other: fold_of[name] for name, other in (with_it or {}).items()}
    found = {}
    for fold in range(FOLDS):
        kept = [k for k, name in enumerate(names) if (fold_of | also).get(name) != fold]
        drawn = agreeing([emulated[k] for k in kept], seen.only(kept), points.shape[1], fold + 1, walkers, steps)
        for name in (name for name, its in fold_of.items() if its == fold):
            k = names.index(name)
            found[name] = round(float(np.median(emulated[k].at(drawn)[0])), 4)
    return found

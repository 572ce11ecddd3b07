"""What the fit says of rows it was not shown: a fifth of them left out in turn, and all the rest fitted again."""

import numpy as np

from experiments.calibrate.agree import SPARE, drawn_to_agree

FOLDS = 5


def left_out(points, results, seen, luck, names, scored, lived, keep, with_it=None):
    """{row: [middle, low, high]} of 95 in 100 sets of numbers fitted without its fold; only `scored` rows are left out.

    Each fold is fitted as the whole is: surfaces learnt from the runs (points, results) that are nearest to the rows that are
    left, sets drawn from them, `lived(sets, fold)` gives their results, and the `keep` best stay. `with_it`: {row: another
    that says something of it, and is left out when it is}.
    """
    fold_of = dict(zip(scored, np.random.default_rng(1).permutation(len(scored)) % FOLDS, strict=True))
    of = fold_of | {other: fold_of[name] for name, other in (with_it or {}).items()}
    found = {}
    for fold in range(FOLDS):
        shown = np.array([of.get(name) != fold for name in names])
        left = seen.only(shown)
        ran = lived(drawn_to_agree(points, results[:, shown], left, fold + 1, int(SPARE * keep)), fold)
        agree = left.best(ran[:, shown], keep, luck[shown])
        found |= {name: _foretold(ran[agree, names.index(name)]) for name, its in fold_of.items() if its == fold}
    return found


def _foretold(values):
    return [round(float(value), 4) for value in np.quantile(values, [0.5, 0.025, 0.975])]

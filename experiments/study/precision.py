"""How precise the means are: what `--precision` compares with."""

import numpy as np

import sim
from experiments.study.cases import WHOLE
from experiments.study.results import contrasts, half_width


def refuse_precision_of_a_part(precision, part):
    """Errors: ScenarioError where a part is to be made precise: only all parts together can be judged."""
    if precision is not None and tuple(part) != WHOLE:
        share = "/".join(map(str, part))
        raise sim.ScenarioError(
            f"--precision and --part {share}: how precise the means are is seen when all parts are there, and one part cannot "
            "add replicates to the others. Run the parts with --replicates N; then give the command once more, with "
            "--precision and without --part: it reads what is there and adds what is missing."
        )


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

"""A comparison asked for from Python: the table of `famschool compare`, as a frame."""

from experiments.compare.table import compared
from experiments.compare.what_is_compared import read_comparison
from experiments.study.carry_out import carry_out
from experiments.study.folder import study_of
from experiments.study.workers import Workers


def compare(experiment, replicates=None, district=None, prices=None, out=None, workers=0):
    """One row an outcome, observer, group and strategy, with the three intervals (a pandas frame).

    `experiment`: a name, file or dict, as for `famschool compare`; what was lived before is read from its folder.
    `workers`: processes, 0 for as many as there are cores. Errors: ScenarioError; Stopped where the work was ended.
    """
    study = study_of(read_comparison(experiment, replicates, district, prices), out)
    return compared(carry_out(study, Workers(count=workers), say=_in_silence, agree=_always))


def _in_silence(words):
    """A notebook shows the frame."""


def _always(words):
    return True

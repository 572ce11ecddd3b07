"""Which verbs can run an experiment file, found without running it: each refuses what it can make nothing of."""

import sim
from experiments.study.design import points_of
from experiments.study.reports import discover_report, sensitivity_report, sweep_report

ONLY_FOR_INDICES = ("morris", "sobol")  # designs that are asked for where indices are wanted


def refusals(experiment):
    """{verb: None where it runs the experiment, else its refusal (a ScenarioError)}."""
    impossible = _refusal(points_of, experiment)
    found = {verb: _refusal(refuse, experiment) or impossible for verb, refuse in _VERBS.items()}
    return found | {"compare": _refusal(compared, experiment)}


def refuse_what_nobody_runs(experiment):
    """Errors: ScenarioError of the verb that the design is for, where that one or all of them refuse."""
    found = refusals(experiment)
    kind = experiment.design["kind"]
    its_own = "sweep" if kind in ("grid", "one_at_a_time", "list") else "sensitivity"
    if found[its_own] and (kind in ONLY_FOR_INDICES or all(found.values())):
        raise found[its_own]
    return found


def _refusal(refuse, experiment):
    try:
        refuse(experiment)
    except sim.ScenarioError as error:
        return error
    return None


def compared(experiment):
    """What `famschool compare` makes of it, which has points of its own where members of the ensemble are drawn.

    Errors: ScenarioError where it cannot be compared.
    """
    from experiments.compare.what_is_compared import read_comparison

    comparison = read_comparison(experiment)
    points_of(comparison)
    return comparison


_VERBS = {
    "sweep": sweep_report.refuse,
    "sensitivity": sensitivity_report.refuse,
    "discover": discover_report(None, None).refuse,
}

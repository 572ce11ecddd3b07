"""Which verbs can run an experiment file, found without running it: each refuses what it can make nothing of."""

import sim
from experiments.study.reports import discover_report, sensitivity_report, sweep_report

ONLY_FOR_INDICES = ("morris", "sobol")  # designs that are asked for where indices are wanted


def refusals(experiment):
    """{verb: None where it runs the experiment, else its refusal (a ScenarioError)}."""
    return {verb: _refusal(refuse, experiment) for verb, refuse in _VERBS.items()}


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


def _compare(experiment):
    from experiments.compare.what_is_compared import refuse_what_cannot_be_compared

    refuse_what_cannot_be_compared(experiment)


_VERBS = {
    "sweep": sweep_report.refuse,
    "sensitivity": sensitivity_report.refuse,
    "discover": discover_report(None, None).refuse,
    "compare": _compare,
}

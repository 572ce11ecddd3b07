"""What a scenario asks for in mid-term and gets only when the next term starts, said before it is run."""

from itertools import pairwise


def what_waits(scenario):
    """A sentence for each thing that waits; members are not elected, nor partners chosen, in the middle of a term."""
    asked = {
        (doing.from_week, doing.name, doing.waits_for_a_term)
        for doing in scenario.doings()
        if doing.waits_for_a_term and doing.from_week <= scenario.weeks
    }
    asked |= set(_turns_of_policy(scenario))
    for week, name, what in sorted(asked):
        begins, ends = scenario.place.term_around(week)
        if week != begins:
            late = "" if ends < scenario.weeks else ", after the end of this run"
            yield f"{name} from week {week}, in mid-term: {what}, only when the next term starts, in week {ends + 1}{late}"


def _turns_of_policy(scenario):
    """Weeks from which the policy stresses something else."""
    for arm in ("strategy", "baseline"):
        over_time = sorted(scenario.arms_over_time(arm).items())
        for (_, before), (week, now) in pairwise(over_time):
            if now.policy.academic_emphasis != before.policy.academic_emphasis:
                yield week, "policy.academic_emphasis", "preschools turn to it"

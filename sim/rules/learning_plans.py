"""A plan for each child, agreed with the parents (§3.2, §6)."""

from sim.core.compiled import rule
from sim.core.declare import parameters
from sim.core.units import minutes, share, weight


@parameters
class LearningPlans:
    """What a plan takes and what it is good for."""

    minutes_a_term = minutes(40, low=15, high=90, source="assumed: writing it and talking it over, a child and term")
    use = weight(0.50, low=0.0, high=1.0, source="assumed: how much more what a teacher knows of a child then counts")
    without_parents = share(0.50, low=0.0, high=1.0, source="assumed: worth of a plan that parents had no part in")
    binds = share(
        0.05, low=0.0, high=0.2, source="assumed: how far who agreed on a plan counts the other's gain as its own"
    )
    binds_when_watched = share(
        0.10, low=0.0, high=0.3, source="assumed: of what is left, where a committee of full voice watches"
    )
    common_ground = share(0.30, low=0.0, high=0.6, source="assumed: of what divides them, settled for this child")


@rule
def knowledge_used(knowledge, plan, p):
    """With a plan, what the teacher knows of a child counts for more in teaching it."""
    return knowledge + plan * p.use * knowledge


@rule
def agreement_on_the_child(agreement, agreed, p):
    """A plan agreed with the parents settles for this child a part of what divides home and school."""
    return agreement + agreed * p.common_ground * (1.0 - agreement)


@rule
def bound_by_the_plan(agreed, watched, p):
    """What was agreed together binds home and school, more where parents watch whether promises are kept."""
    return agreed * (p.binds + (1.0 - p.binds) * p.binds_when_watched * watched)


@rule
def responsibility_under_a_plan(own, bound):
    """Who is bound answers for the whole of what the two bring about, not only for its own share."""
    return own + bound * (1.0 - own)


def worth_of_a_plan(agreed, p):
    """A plan that parents had no part in is worth less."""
    return 1.0 if agreed else p.without_parents

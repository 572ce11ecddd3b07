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
    common_ground = share(0.30, low=0.0, high=0.6, source="assumed: of what divides them, settled for this child")


@rule
def knowledge_used(knowledge, plan, p):
    """With a plan, what the teacher knows of a child counts for more in teaching it."""
    return knowledge + plan * p.use * knowledge


@rule
def agreement_on_the_child(agreement, agreed, p):
    """A plan agreed with the parents settles for this child a part of what divides home and school."""
    return agreement + agreed * p.common_ground * (1.0 - agreement)


def worth_of_a_plan(agreed, p):
    """A plan that parents had no part in is worth less."""
    return 1.0 if agreed else p.without_parents

"""Shared goals: parents move one another and are moved by the preschool, the preschool by parents and by policy (§5.2)."""

from sim.core.compiled import rule
from sim.core.declare import parameters
from sim.core.units import choice, per_week, share

FRIENDS_ALIKE = 1.0  # the second word of Goals.hears


@parameters
class Goals:
    """Friedkin and Johnsen's weights, and how fast values and goals move."""

    friends = share(0.25, low=0.05, high=0.5, source="assumed")
    hears = choice(
        "every_friend",
        "every_friend",
        "friends_alike",
        source="assumed: Friedkin and Johnsen. Bounded confidence is another form, to see what rests on it",
    )
    alike_within = share(0.15, low=0.05, high=0.4, source="assumed: how far values lie apart (1: nothing shared)")
    preschool = share(0.375, low=0.1, high=0.6, source="assumed: at full information and trust")
    pace = per_week(0.05, low=0.01, high=1.0, source="assumed")
    voice_of_meetings = share(
        0.10, low=0.0, high=0.4, source="assumed: what parents say at a meeting that tells more than it asks"
    )
    goals_pace = per_week(0.10, low=0.02, high=0.5, source="assumed")
    values_spread = share(0.40, low=0.1, high=0.8, source="assumed: how different families' values are")


@rule
def openness_to_school(information, trust, p):
    """How far the preschool's goals count: as far as a family knows and trusts it, and friends leave room."""
    return min(1.0 - p.friends, p.preschool * information * trust)


@rule
def hears_all(p):
    """Whether every friend is heard; where confidence is bounded, only some are."""
    return p.hears != FRIENDS_ALIKE


@rule
def near_enough(apart, p):
    """Where confidence is bounded, only friends are heard whose values lie near one's own."""
    return apart <= p.alike_within


@rule
def value_aimed_at(own, friends, goal, weight_of_friends, weight_of_goal):
    """A family's value stays by what it always was, drawn to its friends' and to the preschool's goal."""
    return (1.0 - weight_of_friends - weight_of_goal) * own + weight_of_friends * friends + weight_of_goal * goal


@rule
def moved(now, aim, pace):
    """A share of the way from where it is to where it is drawn."""
    return now + pace * (aim - now)

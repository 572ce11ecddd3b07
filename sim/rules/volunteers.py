"""A volunteer team: parents who give hours to the class (§4.3)."""

from sim.core.declare import parameters
from sim.core.units import minutes, share


@parameters
class Volunteers:
    """What an hour of a volunteer is worth."""

    counts = share(0.50, low=0.2, high=0.8, source="assumed: an hour of a parent against an hour of the teacher")
    on_the_way = minutes(30, low=0, high=60, source="assumed: of the time that a family gives each time")


def times_a_year(hours, minutes_each):
    """How often a family is asked when so many hours a year are asked of it."""
    return 60.0 * hours / minutes_each


def help_given(minutes_each, p):
    """Minutes of the teacher's work that one family takes over each time it comes."""
    return max(0.0, minutes_each - p.on_the_way) * p.counts

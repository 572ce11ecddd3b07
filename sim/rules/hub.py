"""A walk-in place for families (§3.3)."""

from sim.core.declare import parameters
from sim.core.units import count, money


@parameters
class Hub:
    """What it costs to keep open, and how often families find it open."""

    an_hour = money(45, low=20, high=90, source="assumed: somebody of a social service, room and material")
    hours_a_day = count(4, low=2, high=8, source="assumed: hours at a stretch")


def days_a_week(hours, share_open, p):
    """On how many days a week a family can drop in."""
    return min(5.0, hours * share_open / p.hours_a_day)

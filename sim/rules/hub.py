"""A walk-in place for families (§3.3)."""

from sim.core.declare import parameters
from sim.core.units import count, money

MORNINGS_AND_AFTERNOONS = 10.0  # of five days


@parameters
class Hub:
    """What it costs to keep open, and how often families find it open."""

    an_hour = money(15, low=5, high=45, source="assumed: room and material; somebody is there at a coordinator's wage")
    hours_at_a_stretch = count(4, low=2, high=8, source="assumed: a morning or an afternoon")


def an_hour_open(p):
    """Money for an hour that the place is open, somebody there included; `p` are the numbers of the model."""
    return p.Hub.an_hour + p.Wage.coordinator_hour


def openings_a_week(hours, share_open, p):
    """How many mornings and afternoons a week a family can drop in."""
    return min(MORNINGS_AND_AFTERNOONS, hours * share_open / p.hours_at_a_stretch)

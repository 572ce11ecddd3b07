"""A cooperation office: somebody whose job it is to bring home and school together (§4.3)."""

import math

from sim.core.declare import parameters
from sim.core.units import minutes, share


@parameters
class Office:
    """What a coordinator's hours go into, and what asking families again brings."""

    prepares = share(
        0.50, low=0.2, high=0.8, source="assumed: of its hours, taken off teachers: preparing, calling, writing"
    )
    invites = share(
        0.35, low=0.1, high=0.6, source="assumed: of its hours, spent on asking families; the rest on partners"
    )
    most_invited = share(0.60, low=0.3, high=0.9, source="assumed: how far asking can make a family feel invited")
    minutes_a_family = minutes(
        4.0, low=1.0, high=15.0, source="assumed: a family and week, at which asking does 63% of what it can"
    )


def felt_invitation(minutes_a_family, p):
    """The more time there is to ask each family in a way that suits it, the more it feels invited, up to a point."""
    return p.most_invited * (1.0 - math.exp(-minutes_a_family / p.minutes_a_family))


def for_partners(hours, p):
    """What is left of its hours for winning organisations."""
    return hours * (1.0 - p.prepares - p.invites) if p.prepares + p.invites < 1.0 else 0.0

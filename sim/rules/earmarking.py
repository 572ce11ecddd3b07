"""Money that is tied to cooperation: by which formula it comes, and what it buys (§4.2)."""

from sim.core.declare import parameters
from sim.core.units import share


@parameters
class Earmarking:
    """What tied money is spent on."""

    on_hours = share(0.70, low=0.3, high=1.0, source="assumed: on teachers' hours for families, the rest on material")


def share_by_need(by_need, need, mean_need):
    """What a preschool gets of the money a child: alike for all, or in proportion to how many of its families are poor."""
    if mean_need <= 0.0:
        return 1.0
    return 1.0 - by_need + by_need * need / mean_need


def minutes_bought(money, wage, p):
    """Minutes that the part spent on hours pays for."""
    return 60.0 * p.on_hours * money / wage

"""What the conditions of a class cost to keep up: interpreters, training, smaller classes (§3.2, §4.1)."""

from sim.core.compiled import rule
from sim.core.declare import parameters
from sim.core.units import hours, minutes, money, share


@parameters
class Upkeep:
    """Prices and hours of conditions (prices of the United States; other places scale them)."""

    interpreter = money(160, low=40, high=600, source="assumed: four hours a family and year, where all is interpreted")
    training_day = money(120, low=40, high=400, source="assumed: a teacher's share of a trainer's day and the room")
    training_day_minutes = minutes(360, low=240, high=480, source="assumed: a teacher's day")
    coaching_visit = money(
        200, low=80, high=500, source="assumed: a coach's half-day; K11: coaching is the largest item"
    )
    coaching_minutes = minutes(60, low=30, high=180, source="assumed: talking over what the coach saw")
    most = share(
        0.5, low=0.2, high=1.0, source="assumed: of what the routine leaves; the rest is for what else is offered"
    )
    taught = hours(30, low=15, high=45, source="assumed: hours a week that a class is taught")


@rule
def extra_teachers(children, wanted):
    """Teachers beyond the first who bring a class down to so many children each."""
    return max(0.0, children / wanted - 1.0)


@rule
def children_a_teacher(children, extra):
    """How many children one teacher has."""
    return children / (1.0 + extra)


@rule
def share_that_is_paid(have, asked):
    """As much of what is asked as there is money or time for."""
    return 1.0 if asked <= have else have / asked

"""What the conditions of a class cost to keep up: interpreters, training, smaller classes (§3.2, §4.1)."""

from sim.core.compiled import rule
from sim.core.declare import parameters
from sim.core.units import hours, minutes, money, share


@parameters
class Upkeep:
    """Prices and hours of conditions (prices of the United States; other places scale them)."""

    interpreter_hours = hours(4, low=1, high=15, source="assumed: a family and year, where all is interpreted")
    training_day = money(40, low=10, high=150, source="assumed: a teacher's share of the room, a meal and material")
    trainer_hours = hours(
        1.6, low=0.5, high=8, source="assumed: a day of a trainer's eight hours, shared by five teachers"
    )
    training_day_minutes = minutes(360, low=240, high=480, source="assumed: a teacher's day")
    coach_hours = hours(4, low=2, high=8, source="assumed: a half-day a visit; K11: coaching is the largest item")
    coaching_minutes = minutes(60, low=30, high=180, source="assumed: talking over what the coach saw")
    most = share(
        0.5, low=0.2, high=1.0, source="assumed: of what the routine leaves; the rest is for what else is offered"
    )
    taught = hours(30, low=15, high=45, source="assumed: hours a week that a class is taught")


def interpreter_a_family(p):
    """Money for interpreting all of a family's contacts for a year; `p` are the numbers of the model."""
    return p.Upkeep.interpreter_hours * p.Wage.interpreter_hour


def a_training_day(p):
    """Money for a teacher's day of training, her own hours apart."""
    return p.Upkeep.training_day + p.Upkeep.trainer_hours * p.Wage.coach_hour


def a_coaching_visit(p):
    """Money for a coach's visit to a class."""
    return p.Upkeep.coach_hours * p.Wage.coach_hour


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

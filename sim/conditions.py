"""What place, policy and budget give each class, and what a strategy adds to it, as far as it is paid for.

Conditions (interpreters, training, smaller classes) cost the same every school week. The programme pays for them where the
strategy is funded. Else a preschool can pay with a part of what its own routine leaves of hours and money: if that is too
little, every condition of the class is scaled down alike, and nothing unpaid is delivered.
"""

from dataclasses import dataclass

import numpy as np

from sim.core.kinds import LAST_CLASS_CHANNEL, Payer
from sim.rules.staff_training import lesson_a_week
from sim.rules.upkeep import (
    a_coaching_visit,
    a_training_day,
    children_a_teacher,
    extra_teachers,
    interpreter_a_family,
    share_that_is_paid,
)

ENOUGH = 1e-9  # of a minute or cent, so that rounding up does not ask for one more


@dataclass(frozen=True)
class Asked:
    """What one condition asks of each class a school week, and how it is delivered as far as it is paid (a share a class)."""

    deliver: object
    own_minutes: object = 0.0  # of the class's teacher
    bought_minutes: object = 0.0  # of somebody hired
    cents: object = 0.0


def interpreters(world, whom, share, weeks):
    """An interpreter for a share of the contacts of these families, as many as speak another language."""
    t, price = world.tables, interpreter_a_family(world.numbers)
    other = np.bincount(t.families.room[whom & (t.families.language > 0)], minlength=t.teachers.size)

    def deliver(paid):
        t.families.help[whom] = np.maximum(t.families.help[whom], share * paid[t.families.room[whom]])

    return Asked(deliver, cents=100.0 * price * share * other / weeks)


def training(world, whom, days, visits, of_teaching, weeks):
    """Days of training and coach's visits for the teachers of these families' classes, spread over the school year."""
    t, p = world.tables, world.numbers
    classes = classes_of(whom, t)
    lessons = t.conditions.quality_lesson if of_teaching else t.conditions.skill_lesson

    def deliver(paid):
        lesson = each(lambda one: lesson_a_week(days * one, visits * one, float(weeks), p.StaffTraining), paid)
        lessons[classes] = np.maximum(lessons, lesson)[classes]

    minutes = days * p.Upkeep.training_day_minutes + visits * p.Upkeep.coaching_minutes
    money = days * a_training_day(p) + visits * a_coaching_visit(p)
    return Asked(deliver, own_minutes=classes * minutes / weeks, cents=100.0 * classes * money / weeks)


def smaller_classes(world, whom, wanted):
    """More teachers for these families' classes, until each has no more children than wanted."""
    t, p = world.tables, world.numbers.Upkeep
    extra = each(lambda children: extra_teachers(float(children), wanted), t.teachers.children) * classes_of(whom, t)

    def deliver(paid):
        children = each(children_a_teacher, t.teachers.children.astype(float), extra * paid)
        t.conditions.children_taught[:] = np.minimum(t.conditions.children_taught, children)

    return Asked(deliver, bought_minutes=60.0 * p.taught * extra)


def each(rule, *columns):
    """A rule of single values for every class, worked out once for those that are alike."""
    rows = list(zip(*(column.tolist() for column in columns), strict=True))
    answers = {row: rule(*row) for row in set(rows)}
    return np.array([answers[row] for row in rows])


def classes_of(whom, tables):
    """The classes in which a group is no rarer than in the whole place: what concerns a class goes to those."""
    t = tables
    there = np.bincount(t.families.room[whom], minlength=t.teachers.size)
    return (there > 0) & (there * whom.size >= int(whom.sum()) * t.teachers.children)


def set_basics(world, arm, place):
    """Hours and money that the place, or its own preschool, gives each class."""
    t, conditions = world.tables, world.tables.conditions
    hours = _a_class(t, place, "teacher_hours", arm.budget.teacher_hours)
    money = _a_class(t, place, "money_per_child", arm.budget.money_per_child)
    conditions.minutes_a_week[:] = np.round(60 * hours).astype(np.int64)
    conditions.cents_a_year[:] = np.round(100 * money * t.teachers.children).astype(np.int64)


def _a_class(tables, place, part, value):
    """A part of the budget for each class; what a preschool's own row says differs from the place's, whatever is changed."""
    if place.district is None:
        return np.full(tables.teachers.size, value)
    usual = getattr(place.budget, part)
    own = [usual if getattr(one, part) is None else getattr(one, part) for one in place.district.preschools]
    return np.maximum(0.0, value + np.array(own)[tables.teachers.preschool] - usual)


def set_conditions(world, arm, place, asked, routine, handed_over=0):
    """Write the conditions of the weeks that begin, the basics being set: `asked` has (payer, condition).

    `routine` has the offers that come first and which classes have them, `handed_over` the cents a year that each class
    leaves to a parent committee.
    """
    t, conditions = world.tables, world.tables.conditions
    conditions.cents_a_year -= handed_over
    conditions.allocation[:] = int(place.staff.allocation)
    conditions.clarity[:] = arm.policy.clarity
    conditions.parent_duties[:] = arm.policy.parent_duties
    conditions.children_taught[:] = t.teachers.children
    for name in (
        "help_minutes",
        "skill_lesson",
        "quality_lesson",
        "upkeep_minutes",
        "upkeep_cents",
        "hired_minutes",
        "hired_cents",
    ):
        conditions[name][:] = 0
    t.families.help[:] = 0.0
    t.families.invited[:] = 0.0
    conditions.watched[:] = 0.0
    t.preschools.outreach[:] = 0.0
    t.preschools.hub_open[:] = 0.0
    t.attention.plan[:] = 0.0
    t.attention.plan_agreed[:] = 0.0
    for payer, pay in ((Payer.PROGRAMME, _by_the_programme), (Payer.SCHOOL, _by_the_preschool)):
        theirs = [one for who_pays, one in asked if who_pays == payer]
        if theirs:
            paid = pay(world, theirs, routine)
            for one in theirs:
                one.deliver(paid)


def _sums(asked, classes):
    """Own minutes, bought minutes and cents a school week of each class."""
    zero = np.zeros(classes)
    return tuple(sum((getattr(one, k) for one in asked), zero) for k in ("own_minutes", "bought_minutes", "cents"))


def _by_the_programme(world, asked, routine):
    """Hours are hired (a stand-in while the teacher learns, a second teacher), money is added: all is delivered."""
    conditions = world.tables.conditions
    own, bought, cents = _sums(asked, conditions.size)
    conditions.hired_minutes[:] = _rounded_up(own + bought)
    conditions.hired_cents[:] = _rounded_up(cents)
    return np.ones(conditions.size)


def _by_the_preschool(world, asked, routine):
    """Learning takes the teacher's own hours; who is hired is paid from the preschool's money."""
    conditions = world.tables.conditions
    own, bought, cents = _sums(asked, conditions.size)
    cents = cents + 100.0 * world.numbers.Wage.teacher_hour * bought / 60.0
    minutes_left, cents_left = left_by(routine, world)
    paid = np.minimum(
        each(share_that_is_paid, minutes_left.astype(float), own),
        each(share_that_is_paid, cents_left.astype(float), cents),
    )
    conditions.upkeep_minutes[:] = np.minimum(_rounded_up(own * paid), minutes_left)
    conditions.upkeep_cents[:] = np.minimum(_rounded_up(cents * paid), cents_left)
    return paid


def left_by(routine, world):
    """Minutes and cents a school week that may go to conditions: a part of what law and custom do not need."""
    t, weeks = world.tables, int(world.tables.taught[52])
    minutes, cents = t.conditions.minutes_a_week.astype(float), t.conditions.cents_a_year / weeks
    for row, classes in routine:
        a_week = row["rate"] * classes * (1 if row["channel"] <= LAST_CLASS_CHANNEL else t.teachers.children)
        minutes = minutes - a_week * row["minutes"]
        cents = cents - a_week * row["cents"]
    most = world.numbers.Upkeep.most
    return tuple(np.floor(most * np.maximum(0.0, left)).astype(np.int64) for left in (minutes, cents))


def _rounded_up(values):
    return np.ceil(values - ENOUGH).astype(np.int64)

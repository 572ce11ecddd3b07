"""The week, from Monday to Sunday. This is the schedule: nothing runs that is not on it."""

import numpy as np

from sim.core.compiled import loop
from sim.week.answer import answer
from sim.week.classroom import classroom
from sim.week.grow import grow, remember
from sim.week.home import home
from sim.week.meet import meet
from sim.week.plan import plan
from sim.week.record import record
from sim.week.spread import listen, spread

# A few classes go through their days together, so that their rows stay at hand: with 300,000 families a third of the time.
# Nobody looks at another class before the weekend, when all have answered, and then only at what `listen` wrote down.
AT_ONCE = 16

# 8 · look back (evaluation, committee, organisations, authority) is done when a term starts: sim/institutions/order.py.
WEEK = (
    plan,  # what mandates and strategy offer this week, within the hours and money there are
    answer,  # each family takes up each offer, or does not
    meet,  # contacts that took place change information, trust, and leave causes for the phases below
    home,  # how much time, and how well it is spent
    classroom,  # the teacher's effort for each family, teaching, strain, accounts
    listen,  # what parents hear from one another, and the preschool from them
    spread,  # parents' norms and values move, and they get to know one another
    grow,  # skills
)


def desks(teachers):
    """Give each class room for its week's offers and answers beside those it goes through the days with; returns how much."""
    teachers.desk[:] = teachers.first - np.repeat(teachers.first[::AT_ONCE], AT_ONCE)[: teachers.size]
    return int((teachers.desk + teachers.children).max())


@loop
def live_weeks(t, numbers, seed, first, last, growing):
    """Live the weeks from first to last. In the year before week 1 nothing grows; its means are remembered instead.

    A group of classes goes from its weekend straight into its next week, as long as its rows are at hand.
    """
    p, none, classes = numbers[0], np.int64(0), t.teachers.size  # for a plain 0 numba compiles `listen` once more
    for week in range(first, last + 2):
        for c in range(0, classes, AT_ONCE):
            end = min(c + AT_ONCE, classes)
            if week > first:
                spread(t, p, seed, week - 1, c, end)
                if growing:
                    grow(t, p, seed, week - 1, c, end)
                    record(t, p, seed, week - 1, c, end)
                else:
                    remember(t, p, seed, week - 1, c, end)
            if week <= last:
                plan(t, p, seed, week, c, end)
                answer(t, p, seed, week, c, end)
                meet(t, p, seed, week, c, end)
                home(t, p, seed, week, c, end)
                classroom(t, p, seed, week, c, end)
        if week <= last:
            listen(t, p, seed, week, none, classes)

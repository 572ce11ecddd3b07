"""The week, from Monday to Sunday. This is the schedule: nothing runs that is not on it."""

import numpy as np

from sim.core.compiled import loop, step
from sim.week.answer import answer
from sim.week.classroom import classroom
from sim.week.grow import grow, remember
from sim.week.home import home
from sim.week.meet import meet
from sim.week.plan import plan
from sim.week.record import record
from sim.week.spread import listen, spread

# A preschool lives through the weeks of a term before the next one begins, as families know only families of their own and
# what ties preschools together is done when a term starts. So its rows stay at hand, however many families there are.
AT_ONCE = 16  # classes, in whole preschools; of fewer the work between phases would count

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


@loop
def desks(teachers):
    """Give each class room for its week's offers and answers beside those it lives the weeks with; returns how much."""
    room, c = 0, np.int64(0)
    while c < teachers.size:
        first, end = teachers[c].first, _end_of_those_together(teachers, c)
        for k in range(c, end):
            teachers[k].desk = teachers[k].first - first
            room = max(room, teachers[k].desk + teachers[k].children)
        c = end
    return room


@loop
def live_weeks(t, numbers, seed, first, last, growing):
    """Live the weeks from first to last. In the year before week 1 nothing grows; its means are remembered instead."""
    p, c = numbers[0], np.int64(0)  # a plain 0 is a kind of its own: numba then compiles every phase twice
    while c < t.teachers.size:
        end = _end_of_those_together(t.teachers, c)
        for week in range(first, last + 1):
            plan(t, p, seed, week, c, end)
            answer(t, p, seed, week, c, end)
            meet(t, p, seed, week, c, end)
            home(t, p, seed, week, c, end)
            classroom(t, p, seed, week, c, end)
            listen(t, p, seed, week, c, end)
            spread(t, p, seed, week, c, end)
            if growing:
                grow(t, p, seed, week, c, end)
                record(t, p, seed, week, c, end)
            else:
                remember(t, p, seed, week, c, end)
        c = end


@step
def _end_of_those_together(teachers, c):
    """The class after the last of those that live the weeks with class c: whole preschools, whose classes lie together."""
    end = c + 1
    while end < teachers.size and (end < c + AT_ONCE or teachers[end].preschool == teachers[end - 1].preschool):
        end += 1
    return end

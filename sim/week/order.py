"""The week, from Monday to Sunday. This is the schedule: nothing runs that is not on it."""

from sim.core.compiled import loop
from sim.week.answer import answer
from sim.week.classroom import classroom
from sim.week.grow import grow, remember
from sim.week.home import home
from sim.week.meet import meet
from sim.week.plan import plan
from sim.week.record import record
from sim.week.spread import spread

# 8 · look back (evaluation, committee, organisations, authority) will stand at the end of a term, in Python, in sim/term.py.
WEEK = (
    plan,  # what mandates and strategy offer this week, within the hours and money there are
    answer,  # each family takes up each offer, or does not
    meet,  # contacts that took place change information, trust, and leave causes for the phases below
    home,  # how much time, and how well it is spent
    classroom,  # the teacher's effort for each family, teaching, strain, accounts
    spread,  # parents move one another's norms and values, and get to know one another
    grow,  # skills
)


@loop
def live_weeks(t, p, seed, first, last, growing):
    """Live the weeks from first to last. In the year before week 1 nothing grows; its means are remembered instead."""
    for week in range(first, last + 1):
        plan(t, p, seed, week)
        answer(t, p, seed, week)
        meet(t, p, seed, week)
        home(t, p, seed, week)
        classroom(t, p, seed, week)
        spread(t, p, seed, week)
        if growing:
            grow(t, p, seed, week)
            record(t, p, seed, week)
        else:
            remember(t, p, seed, week)

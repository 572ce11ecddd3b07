"""Individual learning plans: written when a term starts, agreed with those parents who come to talk about it (§3.2)."""

import numpy as np

from sim.conditions import Asked
from sim.core.chance import Ask
from sim.core.kinds import Channel
from sim.population.lots import lots
from sim.rules.learning_plans import worth_of_a_plan
from sim.week.would_come import chances_of_coming

ALONE, TOGETHER = 1, 2  # codes of attention.plan_by


def open_term(term, requests, new_year):
    """Which children get a plan this term, and whose parents agree on it."""
    t = term.world.tables
    if not requests and not t.attention.plan_by.any():
        return
    t.attention.plan_by[:] = 0
    for request in requests:
        begin(term, request)


def begin(term, request):
    """Who is chosen gets a plan, agreed with those parents who come to talk about it."""
    world, t = term.world, term.world.tables
    chances = np.empty(t.families.size)
    chances_of_coming(t, term.week_numbers, int(Channel.TALK), chances)
    come = lots(t.families.who, world.seed, int(Ask.PLANS), term.number) < chances
    gets = request.whom & (lots(t.families.who, world.seed, int(Ask.PLANS), 0) < request.dose.share)
    t.attention.plan_by[request.whom] = 0
    t.attention.plan_by[gets] = np.where(come[gets], TOGETHER, ALONE)


def keep_to_it(term, request):
    """Teachers give the time, as far as they have it; a plan for which half the time is there is half a plan."""
    t, p = term.world.tables, term.world.numbers.LearningPlans
    minutes_of_talk = term.world.numbers.FamilyMinutes.talk
    gets = request.whom & (t.attention.plan_by > 0)
    agreed = t.attention.plan_by == TOGETHER
    worth = np.where(agreed, worth_of_a_plan(True, p), worth_of_a_plan(False, p))

    begins = term.opening or request.doing.from_week == term.first

    def deliver(paid):
        if begins:  # parents come once a term, as far as the teacher has time for them
            came = np.bincount(t.families.room[gets & agreed], minlength=t.teachers.size)
            t.ledger.family_minutes += np.floor(came * minutes_of_talk * paid).astype(np.int64)
        t.attention.plan[gets] = (worth * paid[t.families.room])[gets]
        t.attention.plan_agreed[gets] = (agreed * paid[t.families.room])[gets]

    children = np.bincount(t.families.room[gets], minlength=t.teachers.size)
    term.on_account_of(request)
    term.set(Asked(deliver, own_minutes=children * p.minutes_a_term / term.weeks_of_term))

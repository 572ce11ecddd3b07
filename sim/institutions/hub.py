"""The community hub: a walk-in place near each preschool, with its own staff, where families meet (§3.3)."""

import numpy as np

from sim.conditions import Asked
from sim.core.chance import Ask
from sim.core.kinds import Channel
from sim.institutions.of_a_preschool import as_far_as_all_pay, share_of_each_class
from sim.population.lots import lots
from sim.rules.hub import an_hour_open, openings_a_week
from sim.week.acquaintance import meet_one_another

STEPS = 20  # of what is open, so that preschools that are alike share a row of the timetable


def open_term(term, requests, new_year):
    """Who came last term got to know one other family there."""
    world, t = term.world, term.world.tables
    if not requests:
        return
    rows, schools = term.roster.rows, t.families.preschool
    came = rows[t.families.joined[:, Channel.HUB][rows] > 0]
    lot = lots(t.families.who, world.seed, int(Ask.MEMBERS_MEET), 1000 + term.number)[came]
    guests = np.bincount(schools[came], minlength=t.preschools.size)
    first = np.cumsum(guests) - guests
    others = came[first[schools[came]] + (lot * guests[schools[came]]).astype(np.int64)]
    meet_one_another(t.families, t.ties, term.week_numbers, world.seed, came, others, term.number)


def keep_to_it(term, request):
    """So many hours a week, as far as they are paid."""
    t, p = term.world.tables, term.world.numbers
    school_of = t.teachers.preschool
    there = request.preschools

    def deliver(paid):
        t.preschools.hub_open[there] = np.maximum(t.preschools.hub_open, as_far_as_all_pay(t, paid))[there]

    cents = 100.0 * an_hour_open(p) * request.dose.hours_a_week * there[school_of] * share_of_each_class(t)
    term.on_account_of(request)
    term.set(Asked(deliver, cents=cents))


def offer(term, request):
    """Whenever it is open families drop in, or do not."""
    t = term.world.tables
    there, p = request.preschools, term.world.numbers.Hub
    is_open = np.floor(STEPS * t.preschools.hub_open) / STEPS
    term.on_account_of(request)
    for share in sorted(set(is_open[there & (is_open > 0.0)].tolist())):
        those = (there & (is_open == share))[t.families.preschool] & request.whom
        openings = openings_a_week(request.dose.hours_a_week, share, p)
        term.offer(Channel.HUB, per_week=openings, whom=those, cents=0, minutes=0)

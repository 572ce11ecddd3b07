"""The parent committee: founded when a school year starts, it sits every term; what it decides then holds for the term (§4.3)."""

import numpy as np

from sim.conditions import Asked
from sim.core.kinds import Channel
from sim.institutions.fund import fill_and_spend, handed_over, offers_of_the_fund
from sim.institutions.members import WAYS, calling
from sim.rules.committee import invitation_kept_up
from sim.week.committee import MEMBER, describe, sit

TIME, LANGUAGE, DISTRUST = 1, 2, 3  # codes of committees.barrier
WEEKS_A_MONTH = 4


def open_term(term, requests, new_year):
    """Members are found, in a new school year or where there are none; then they sit."""
    world, t = term.world, term.world.tables
    wanted = np.zeros(t.preschools.size, bool)
    for request in requests:
        asked = request.preschools & ~wanted
        wanted |= asked
        _open(term, request, np.flatnonzero(asked), new_year)
        fill_and_spend(world, request, np.flatnonzero(asked), term)
    _dissolve(world, np.flatnonzero(~wanted & (t.committees.seats > 0)))


def _open(term, request, schools, new_year):
    world, t, c = term.world, term.world.tables, term.world.tables.committees
    _take_office(c, schools, request.dose)
    call = None
    for school in schools:
        if new_year or c.members[school] == 0:
            call = call or calling(term)
            _find(call, request, school, term.roster.families_of(school))
    rows, first = term.roster
    describe(t.families, c, rows, first, schools)
    sit(t, term.week_numbers, world.seed, rows, first, schools, term.number)


def _take_office(c, schools, dose):
    """What the committee may do this term, as the dose says."""
    c.seats[schools] = round(dose.seats)
    c.found_by[schools] = int(dose.found_by)
    c.sittings[schools] = round(dose.meetings_a_term)
    c.voice[schools] = dose.voice


def _dissolve(world, schools):
    if not schools.size:
        return
    t = world.tables
    for name in ("seats", "members", "sittings", "voice", "ses_gap", "language_gap", "values_gap", "barrier"):
        t.committees[name][schools] = 0
    for name in ("buys", "times", "books"):
        t.committees[name][schools] = 0
    t.committees.cents_lapsed[schools] += t.committees.cents_left[schools]
    t.committees.cents_left[schools] = 0
    t.preschools.heeded[schools] = 0.0
    of_these = np.isin(t.families.preschool, schools)
    t.families.office[of_these] = 0


def _find(call, request, school, rows):
    """A new committee in this preschool, out of those whom membership is offered to."""
    families, c = call.world.tables.families, call.world.tables.committees
    families.office[rows] = 0
    found = WAYS[int(c.found_by[school])](call, rows[request.whom[rows]], int(c.seats[school]))
    families.office[found] = MEMBER
    c.members[school] = found.size
    c.founded[school] += 1


def keep_to_it(term, request):
    """For the weeks that begin: sittings are held, promises watched, and those asked again whose barrier was reported."""
    world, t, c = term.world, term.world.tables, term.world.tables.committees
    sitting = request.preschools & (c.members > 0) & (c.sittings > 0)
    term.on_account_of(request)
    term.handed_over = term.handed_over + handed_over(world, request, term.by_law_and_custom)
    offers_of_the_fund(world, request, term)
    if sitting.any():
        member = (t.families.office == MEMBER) & sitting[t.families.preschool]
        term.offer(Channel.SITTING, per_term=int(c.sittings[sitting].max()), whom=member)
        term.set(_watch(world, np.where(sitting, c.voice, 0.0)))
        term.set(_ask_again(world, sitting, member))


def _watch(world, closely):
    """Parents watch whether promises are kept. It costs nothing but what it makes the teacher do."""
    t = world.tables

    def deliver(paid):
        watched = t.conditions.watched
        watched[:] = np.maximum(watched, closely[t.teachers.preschool])

    return Asked(deliver)


def _ask_again(world, sitting, member):
    """Families with the barrier that was reported are asked once a month, in a way that suits; distrust only members can tell."""
    t, c, p = world.tables, world.tables.committees, world.numbers
    f = t.families
    barrier = np.where(sitting, c.barrier, 0)[f.preschool]
    known = _known_to_members(t, member)
    asked = (barrier == TIME) & (f.pressure > p.Effort.typical_pressure)
    asked |= (barrier == LANGUAGE) & (f.language > 0)
    asked |= (barrier == DISTRUST) & known & (f.trust < p.Observers.typical_trust)
    kept_up = invitation_kept_up(c.voice, p.Committee)[f.preschool]

    def deliver(paid):
        f.invited[asked] = np.maximum(f.invited, kept_up * paid[f.room])[asked]

    minutes = p.TeacherMinutes.note * np.bincount(f.room[asked], minlength=t.teachers.size) / WEEKS_A_MONTH
    return Asked(deliver, own_minutes=minutes * (kept_up.max() > 0.0))


def _known_to_members(t, member):
    """Members and whoever a member is tied to."""
    known = member.copy()
    friends = t.ties.other[member]
    known[friends[friends >= 0]] = True
    return known

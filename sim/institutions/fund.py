"""The committee's fund: filled when a term starts, spent on what members and their friends see lacking (§4.3)."""

import numpy as np

from sim.conditions import Asked, left_by
from sim.core.kinds import Channel, Payer
from sim.numbers import for_the_week
from sim.rules.committee_fund import times_affordable
from sim.rules.home_practice import worth_of_books
from sim.week.committee_fund import vote

NOTHING, BOOKS, EVENINGS, ACTIVITIES, INTERPRETERS = range(5)  # codes of committees.buys
EVENTS = {EVENINGS: Channel.EVENING, ACTIVITIES: Channel.JOINT_ACTIVITY}


def handed_over(world, request, routine):
    """Cents a year that each class hands to the fund where the preschool pays: what is asked, as far as the routine leaves it."""
    t = world.tables
    if request.payer != Payer.SCHOOL:
        return np.zeros(t.teachers.size, np.int64)
    concerned = request.preschools(t)[t.teachers.preschool] & (t.committees.members > 0)[t.teachers.preschool]
    asked = np.round(100 * request.dose.fund_per_child * t.teachers.children).astype(np.int64)
    return np.where(concerned, np.minimum(asked, left_by(routine, world)[1] * int(t.taught[52])), 0)


def fill_and_spend(world, request, schools, term):
    """The term's part of a year's money, put to the vote of the members."""
    t, c = world.tables, world.tables.committees
    year, begins, ends = int(t.taught[52]), *term.share_of_year
    handed = handed_over(world, request, term.by_law_and_custom)
    now = handed * ends // year - handed * begins // year
    from_school = np.bincount(t.teachers.preschool, now, t.preschools.size).astype(np.int64)
    children = np.bincount(t.teachers.preschool, t.teachers.children, t.preschools.size)
    votes = np.empty(t.preschools.size, np.int64)
    vote(t.families, t.ties, for_the_week(world.numbers), *term.roster, votes)
    for school in schools:
        c.buys[school] = NOTHING
        c.times[school] = 0
        if c.members[school]:
            if request.payer == Payer.PROGRAMME:
                whole = round(100 * request.dose.fund_per_child * children[school])
                given = whole * ends // year - whole * begins // year
                c.cents_from_programme[school] += given
            else:
                given = int(from_school[school])
                c.cents_from_preschool[school] += given
            c.cents_left[school] += given
            if c.cents_left[school] > 0 and c.sittings[school] > 0:
                _spend(world, school, BOOKS + int(votes[school]), term)


def _spend(world, school, buys, term):
    """What was voted for is bought, as often as the fund allows."""
    t, c, p = world.tables, world.tables.committees[school], world.numbers
    classes = int((t.teachers.preschool == school).sum())
    in_school = t.families.preschool == school
    if buys in EVENTS:
        price = _price_of_an_event(EVENTS[buys].name.lower(), p)
        times = min(times_affordable(int(c.cents_left), price, classes), term.weeks_of_term)
        cost = times * price * classes
    elif buys == BOOKS:
        price, families = round(100 * p.Price.library), int(in_school.sum())
        times = times_affordable(int(c.cents_left), price, families)
        cost = times * price * families
        if times:
            c.books += times
            c.books_since = term.first
    else:
        whole = _price_of_interpreters(world, in_school, term)
        times = min(1000, 1000 * int(c.cents_left) // whole) if whole else 0  # thousandths of contacts
        cost = -(-times * whole // 1000)
    c.buys, c.times = (buys, times) if times else (NOTHING, 0)
    c.cents_spent += cost
    c.cents_left -= cost


def _price_of_an_event(name, p):
    """Cents for one class, the hours that the teacher is there included."""
    return round(100 * (getattr(p.Price, name) + p.Wage.teacher_hour * getattr(p.TeacherMinutes, name) / 60.0))


def _price_of_interpreters(world, in_school, term):
    """An interpreter for every contact of the preschool's families of another language, for the term."""
    other = int((world.tables.families.language[in_school] > 0).sum())
    return round(100 * world.numbers.Upkeep.interpreter * other * term.weeks_of_term / term.weeks_a_year)


def offers_of_the_fund(world, request, term):
    """What was bought, for the families of the preschool; all is paid, the teacher's hours too."""
    t, c = world.tables, world.tables.committees
    of = t.families.preschool
    asked = request.preschools(t)
    for buys, channel in EVENTS.items():
        for times in np.unique(c.times[asked & (c.buys == buys)]):
            those = asked & (c.buys == buys) & (c.times == times)
            term.offer(channel, per_term=int(times), cents=0, minutes=0, whom=those[of])
    for books, since in {(int(b), int(s)) for b, s in zip(c.books[asked], c.books_since[asked], strict=True) if b}:
        those = asked & (c.books == books) & (c.books_since == since)
        strength = worth_of_books(float(books), world.numbers.HomePractice)
        term.offer(Channel.LIBRARY, once=True, strength=strength, cents=0, whom=those[of], first=since)
    if (asked & (c.buys == INTERPRETERS)).any():
        term.set(_interpreters(world, np.where(asked & (c.buys == INTERPRETERS), c.times / 1000, 0.0)))


def _interpreters(world, share):
    f = world.tables.families

    def deliver(paid):
        f.help[:] = np.maximum(f.help, np.where(f.language > 0, share[f.preschool], 0.0))

    return Asked(deliver)

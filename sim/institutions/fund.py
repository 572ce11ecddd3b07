"""The committee's fund: filled when a term starts, spent on what members and their friends see lacking (§4.3)."""

import numpy as np

from sim.conditions import Asked, left_by
from sim.core.kinds import OF_FUND, Channel, Payer
from sim.rules.committee_fund import times_affordable
from sim.rules.home_practice import worth_of_books
from sim.rules.prices import price_of
from sim.rules.upkeep import interpreter_a_family
from sim.week.committee_fund import vote

NOTHING, BOOKS, EVENINGS, ACTIVITIES, INTERPRETERS = range(5)  # codes of committees.buys
EVENTS = {EVENINGS: Channel.EVENING, ACTIVITIES: Channel.JOINT_ACTIVITY}


def handed_over(world, request, routine):
    """Cents a year that each class hands to the fund where the preschool pays: what is asked, as far as the routine leaves it."""
    t = world.tables
    if request.payer != Payer.SCHOOL:
        return np.zeros(t.teachers.size, np.int64)
    concerned = request.preschools[t.teachers.preschool] & (t.committees.members > 0)[t.teachers.preschool]
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
    if request.payer == Payer.PROGRAMME:
        whole = np.round(100 * request.dose.fund_per_child * children).astype(np.int64)
        given, account = whole * ends // year - whole * begins // year, c.cents_from_programme
    else:
        given, account = from_school, c.cents_from_preschool
    there = schools[c.members[schools] > 0]
    account[there] += given[there]
    c.cents_left[there] += given[there]
    c.buys[schools] = NOTHING
    c.times[schools] = 0
    spend = there[(c.cents_left[there] > 0) & (c.sittings[there] > 0)]
    votes = np.empty(t.preschools.size, np.int64)
    vote(t.families, t.ties, term.week_numbers, *term.roster, votes)
    for school, voted, left in zip(spend.tolist(), votes[spend].tolist(), c.cents_left[spend].tolist(), strict=True):
        _spend(term, school, BOOKS + voted, left)


def _spend(term, school, buys, left):
    """What was voted for is bought, as often as the cents that are left allow."""
    t, c, p = term.world.tables, term.world.tables.committees, term.world.numbers
    if buys in EVENTS:
        price, classes = _price_of_an_event(EVENTS[buys], p), int(np.count_nonzero(t.teachers.preschool == school))
        times = min(times_affordable(left, price, classes), term.weeks_of_term)
        cost = times * price * classes
    elif buys == BOOKS:
        price, families = round(100 * p.Price.library), term.roster.families_of(school).size
        times = times_affordable(left, price, families)
        cost = times * price * families
        if times:
            c.books[school] += times
            c.books_since[school] = term.first
    else:
        whole = _price_of_interpreters(term, school)
        times = min(1000, 1000 * left // whole) if whole else 0  # thousandths of contacts
        cost = -(-times * whole // 1000)
    c.buys[school], c.times[school] = (buys, times) if times else (NOTHING, 0)
    c.cents_spent[school] += cost
    c.cents_left[school] -= cost


def _price_of_an_event(channel, p):
    """Cents for one class, the hours that the teacher is there included."""
    return round(100 * (price_of(channel.name.lower(), p) + p.Wage.teacher_hour * p.TeacherMinutes[channel] / 60.0))


def _price_of_interpreters(term, school):
    """An interpreter for every contact of the preschool's families of another language, for the term."""
    other = np.count_nonzero(term.world.tables.families.language[term.roster.families_of(school)])
    return round(100 * interpreter_a_family(term.world.numbers) * other * term.weeks_of_term / term.weeks_a_year)


def offers_of_the_fund(world, request, term):
    """What was bought, for the families of the preschool; all is paid, the teacher's hours too."""
    t, c = world.tables, world.tables.committees
    of = t.families.preschool
    asked = request.preschools
    for buys, channel in EVENTS.items():
        these = asked & (c.buys == buys)
        for times in sorted(set(c.times[these].tolist())):
            term.offer(channel, per_term=times, cents=0, minutes=0, whom=(these & (c.times == times))[of])
    bought = zip(c.books[asked].tolist(), c.books_since[asked].tolist(), strict=True)
    for books, since in {(books, since) for books, since in bought if books}:
        those = asked & (c.books == books) & (c.books_since == since)
        strength = worth_of_books(float(books), world.numbers.HomePractice)
        serial = Channel.LIBRARY + OF_FUND
        term.offer(Channel.LIBRARY, once=True, strength=strength, cents=0, whom=those[of], first=since, serial=serial)
    if (asked & (c.buys == INTERPRETERS)).any():
        term.set(_interpreters(world, np.where(asked & (c.buys == INTERPRETERS), c.times / 1000, 0.0)))


def _interpreters(world, share):
    f = world.tables.families

    def deliver(paid):
        f.help[:] = np.maximum(f.help, np.where(f.language > 0, share[f.preschool], 0.0))

    return Asked(deliver)

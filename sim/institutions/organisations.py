"""Organisations choose each term whom to work with, and give: what one preschool gets, another does not (§3.3)."""

from dataclasses import replace

import numpy as np

from sim.conditions import Asked
from sim.core.chance import Ask, chance
from sim.core.kinds import OF_PARTNERS, Channel
from sim.institutions.of_a_preschool import as_far_as_all_pay, share_of_each_class
from sim.rules.home_practice import worth_of_books
from sim.rules.organisations import experience_after_a_term, readiness_to_help
from sim.rules.prices import price_of

WEEKS_A_MONTH = 4
TRAINING, LIBRARY, ENTERPRISE, SERVICE = range(4)  # codes of organisations.kind


def keep_to_it(term, request):
    """So many hours a week in each preschool, at a coordinator's wage, as far as they are paid."""
    t, p = term.world.tables, term.world.numbers
    school_of, there = t.teachers.preschool, request.preschools

    def deliver(paid):
        t.preschools.outreach[there] += (request.dose.outreach_hours * as_far_as_all_pay(t, paid))[there]

    cents = 100.0 * p.Wage.coordinator_hour * request.dose.outreach_hours * there[school_of] * share_of_each_class(t)
    term.on_account_of(request)
    term.set(Asked(deliver, cents=cents))


def choose_partners(term):
    """Each organisation takes those near it whom it is readiest to help, as many as it can; others must wait."""
    t, p = term.world.tables, term.world.numbers.Organisation
    links = t.partnerships
    if term.opening:
        t.evaluations.outside[:] = 0.0  # a partner of last term's may have left
    if term.opening and (links.experience.any() or t.preschools.outreach.any()):
        ready = _readiness(t, p)
        in_turn = np.lexsort((_lots(term), -ready, links.organisation))
        in_turn = in_turn[ready[in_turn] >= p.least]
        of = links.organisation[in_turn]
        place_in_its_list = np.arange(of.size) - np.searchsorted(of, of)
        chosen = in_turn[place_in_its_list < int(p.serves)]
        links.partner[:] = 0
        links.partner[chosen] = 1
        t.organisations.serves[:] = np.bincount(links.organisation[chosen], minlength=t.organisations.size)
        together, apart = (experience_after_a_term(links.experience, together, p) for together in (True, False))
        links.experience[:] = np.where(links.partner == 1, together, apart)


def _readiness(t, p):
    """How ready each link's organisation is; where nobody speaks for the preschool, not at all."""
    links, schools = t.partnerships, t.preschools
    of, asked = links.preschool, schools.outreach[links.preschool]
    columns = (column.tolist() for column in (schools.mean_ses[of], links.distance, links.experience, asked))
    return np.array([readiness_to_help(*one, p) if one[3] > 0.0 else -np.inf for one in zip(*columns, strict=True)])


def _lots(term):
    """Equally good ones are drawn for."""
    t, seed, ask = term.world.tables, term.world.seed, int(Ask.PARTNER)
    who, organisation = t.preschools.number.tolist(), t.organisations.number.tolist()
    pairs = zip(t.partnerships.preschool.tolist(), t.partnerships.organisation.tolist(), strict=True)
    return np.array([chance(seed, ask, who[school], organisation[one]) for school, one in pairs])


def each_family_once(requests):
    """Several may win partners; what these give a family, they give it once: on account of whom it comes to first."""
    if not requests:
        return
    whom, schools = np.zeros_like(requests[0].whom), np.zeros_like(requests[0].preschools)
    for request in requests:
        yield replace(request, whom=request.whom & ~whom, books=request.preschools & ~schools)
        whom, schools = request.whom | whom, request.preschools | schools


def offer(term, request):
    """What partners give, for the families whom the preschool's partnerships are for."""
    t = term.world.tables
    links = t.partnerships[t.partnerships.partner == 1]
    kind = t.organisations.kind[links.organisation]
    if not links.size:
        return
    gets = np.zeros((4, t.preschools.size), bool)
    gets[kind, links.preschool] = True
    gets &= request.preschools
    if term.opening:
        _book(term, links[request.books[links.preschool]])
    term.on_account_of(request)
    _give(term, request, gets)


def _give(term, request, gets):
    """A course, books, open half-days, visits; an eye from outside where the preschool looks back."""
    t, p = term.world.tables, term.world.numbers
    of, free = t.families.preschool, {"cents": 0, "minutes": 0, "first": term.begins}
    o, e = p.Organisation, t.evaluations
    e.outside[:] = np.where(gets[TRAINING], 1.0, e.outside)
    those = request.whom & gets[TRAINING][of]
    if those.any():
        term.offer(Channel.COURSE, times=o.sessions, whom=those, **free)
    those = request.whom & gets[LIBRARY][of]
    if those.any():
        books = worth_of_books(o.books, p.HomePractice)
        serial = Channel.LIBRARY + (OF_PARTNERS if request.doing.name != "routine" else 0)
        term.offer(Channel.LIBRARY, once=True, strength=books, whom=those, serial=serial, **free)
    times = _half_days(term, gets[ENTERPRISE] & ~_has_a_fund(t))
    for n in sorted(set(times[times > 0].tolist())):
        term.offer(Channel.JOINT_ACTIVITY, per_term=n, whom=request.whom & (times == n)[of], **free)
    those = _poorest(term, request.whom, gets[SERVICE], int(o.families_visited))
    if those.any():
        term.offer(Channel.TRAINED_VISIT, per_term=o.visits, whom=those, **free)


def _half_days(term, schools):
    """How many open half-days a term an enterprise's money buys the material for, one a month at most; 0 elsewhere."""
    t, p = term.world.tables, term.world.numbers
    classes = np.bincount(t.teachers.preschool, minlength=t.preschools.size)
    cents = max(1, round(100 * p.Price.joint_activity)) * np.maximum(1, classes)
    paid = round(100 * p.Organisation.money) // cents
    return np.where(schools, np.clip(paid, 0, max(1, term.weeks_of_term // WEEKS_A_MONTH)), 0)


def _has_a_fund(t):
    return (t.committees.members > 0) & (t.committees.sittings > 0)


def _poorest(term, whom, schools, most):
    """The families of smallest means in each of these preschools, as far as the service can go."""
    those, ses = np.zeros(whom.size, bool), term.world.tables.families.ses
    for school in np.flatnonzero(schools):
        rows = term.roster.families_of(school)
        rows = rows[whom[rows]]
        those[rows[np.argsort(ses[rows], kind="stable")][:most]] = True
    return those


def _book(term, links):
    """Once a term: what each gift is worth; an enterprise's money goes to the committee's fund where there is one."""
    t, p = term.world.tables, term.world.numbers
    o, fund, kind = p.Organisation, _has_a_fund(t), t.organisations.kind.tolist()
    classes = np.bincount(t.teachers.preschool, minlength=t.preschools.size).tolist()
    children = np.bincount(t.families.preschool, minlength=t.preschools.size).tolist()
    given, c = t.organisations.cents_given, t.committees
    a_course, a_visit = o.sessions * price_of("course", p), o.visits * price_of("trained_visit", p)
    for school, giver in zip(links.preschool.tolist(), links.organisation.tolist(), strict=True):
        worth = {
            TRAINING: a_course * classes[school],
            LIBRARY: o.books * p.Price.library * children[school],
            ENTERPRISE: o.money,
            SERVICE: a_visit * min(o.families_visited, children[school]),
        }[kind[giver]]
        given[giver] += round(100 * worth)
        if kind[giver] == ENTERPRISE and fund[school]:
            c.cents_raised[school] += round(100 * o.money)
            c.cents_left[school] += round(100 * o.money)

"""The parent committee: founded when a school year starts, it sits every term; what it decides then holds for the term (§4.3)."""

import numpy as np

from sim.conditions import Asked
from sim.core.chance import Ask, chance
from sim.core.kinds import Channel
from sim.institutions.acquaintance import meet_one_another
from sim.institutions.fund import fill_and_spend, handed_over, offers_of_the_fund
from sim.institutions.members import WAYS, calling
from sim.institutions.roster import friends_of, roster
from sim.rules.committee import heeded_after, invitation_kept_up, is_carried, speaks_up, spoken_for, told_by_members
from sim.rules.goals import moved
from sim.rules.speaking_up import heard_from

MEMBER = 1  # code of families.office
TIME, LANGUAGE, DISTRUST = 1, 2, 3  # codes of committees.barrier
WEEKS_A_MONTH = 4


def open_term(term, requests, new_year):
    """Members are found, in a new school year or where there are none; then they sit."""
    world, t = term.world, term.world.tables
    wanted = np.zeros(t.preschools.size, bool)
    for request in requests:
        asked = request.preschools(t) & ~wanted
        wanted |= asked
        _open(term, request, np.flatnonzero(asked), new_year)
        fill_and_spend(world, request, np.flatnonzero(asked), term)
    _dissolve(world, np.flatnonzero(~wanted & (t.committees.seats > 0)))


def _open(term, request, schools, new_year):
    world, t, c = term.world, term.world.tables, term.world.tables.committees
    _take_office(c, schools, request.dose)
    families_of, call = roster(t), None
    for school in schools:
        rows = families_of[school]
        if new_year or c.members[school] == 0:
            call = call or calling(world, term.year)
            _find(call, request, c[school], rows)
        members = rows[t.families.office[rows] == MEMBER]
        if members.size:
            _describe(world, c[school], rows, members)
            _sit(world, school, rows, members)


def _take_office(c, schools, dose):
    """What the committee may do this term, as the dose says."""
    c.seats[schools] = round(dose.seats)
    c.found_by[schools] = int(dose.found_by)
    c.sittings[schools] = round(dose.meetings_a_term)
    c.voice[schools] = dose.voice


def _dissolve(world, schools):
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


def _find(call, request, c, rows):
    """A new committee in this preschool, out of those whom membership is offered to."""
    families = call.world.tables.families
    families.office[rows] = 0
    found = WAYS[int(c.found_by)](call, rows[request.whom[rows]], int(c.seats))
    families.office[found] = MEMBER
    c.members = found.size
    c.founded += 1


def _describe(world, c, rows, members):
    """Its members against all parents of the preschool."""
    f = world.tables.families
    c.ses_gap = f.ses[members].mean() - f.ses[rows].mean()
    c.language_gap = (f.language[members] > 0).mean() - (f.language[rows] > 0).mean()
    c.values_gap = 0.5 * np.abs(f.values[members].mean(axis=0) - f.values[rows].mean(axis=0)).sum()


def _sit(world, school, rows, members):
    """Members get to know each other, propose, report what keeps parents away, and ask for hours for families like theirs."""
    t, c, p = world.tables, world.tables.committees[school], world.numbers
    f, preschool = t.families, t.preschools[school]
    c.barrier = 0
    if c.sittings == 0:
        return
    _get_to_know(world, members, int(c.founded))
    _propose(world, c, preschool, members)
    c.barrier = _commonest_barrier(world, rows, members)
    same = f.language[rows][:, None] == f.language[members][None, :]
    gap = np.abs(f.ses[rows][:, None] - f.ses[members][None, :]) + ~same
    f.put_first[rows] = c.voice * np.exp(-p.TieChange.alike * gap).mean(axis=1)
    _pass_on(world, members, p.Committee)


def _propose(world, c, preschool, members):
    """At each sitting one member has the floor; what is carried moves what the preschool stands for."""
    f, p = world.tables.families, world.numbers.Committee
    wants = np.array([_wants(world, row) for row in members])
    carried = 0
    for _ in range(int(c.sittings)):
        occasion, floor = int(c.proposals), int(c.heard) % members.size
        c.heard += 1
        row = members[floor]
        dares = speaks_up(f.confidence[row], f.distance[row], p)
        ready = heard_from(dares, f.outspoken[row], world.numbers.SpeakingUp)
        if chance(world.seed, int(Ask.SPEAKS_UP), f.who[row], int(c.heard)) < ready:
            domain = int(np.argmax(wants[floor] - preschool.goals))
            in_favour = float((wants[:, domain] > preschool.goals[domain]).mean())
            c.proposals += 1
            carried += chance(world.seed, int(Ask.CARRIED), int(preschool.number), occasion) < is_carried(
                c.voice, in_favour
            )
    c.carried += carried
    view = wants.mean(axis=0)
    preschool.asked_for[:] = view / view.sum()
    preschool.heeded = heeded_after(preschool.heeded, c.voice, float(carried), p)
    aim = moved(preschool.goals_at_start, preschool.asked_for, preschool.heeded)
    preschool.goals[:] = moved(preschool.goals, aim, 1.0 - (1.0 - p.step) ** carried)


def _wants(world, row):
    """What a member asks for: its own values, and a little its friends'."""
    f, (friends, closeness) = world.tables.families, friends_of(world.tables, row)
    own = f.values[row]
    if not friends.size or closeness.sum() <= 0.0:
        return own.copy()
    theirs = (closeness[:, None] * f.values[friends]).sum(axis=0) / closeness.sum()
    return spoken_for(own, theirs, world.numbers.Committee)


def _commonest_barrier(world, rows, members):
    """What most often keeps away those the members know; 0 where they know of nobody who stays away."""
    t, p = world.tables, world.numbers
    f = t.families
    reported = world.tables.evaluations.shared[f.preschool[members[0]]] > 0.0  # a shared report tells of all families
    known = rows if reported else np.unique(np.concatenate([members, *(friends_of(t, row)[0] for row in members)]))
    away = known[np.isin(known, rows) & ((f.came_last[known] & (1 << Channel.MEETING)) == 0)]
    counts = [
        int((f.pressure[away] > p.Effort.typical_pressure).sum()),
        int((f.language[away] > 0).sum()),
        int((f.trust[away] < p.Observers.typical_trust).sum()),
    ]
    return 1 + int(np.argmax(counts)) if max(counts) > 0 else 0


def _pass_on(world, members, p):
    """Friends of members hear of life at school what members know."""
    t = world.tables
    for row in members:
        for friend, close in zip(*friends_of(t, row), strict=True):
            told = told_by_members(t.families.information[row], close, p)
            t.families.told[friend] = max(t.families.told[friend], told)


def _get_to_know(world, members, occasion):
    """Members who sit together draw closer, across classes, and sooner or later know one another."""
    for i in members:
        for j in members:
            meet_one_another(world, i, j, occasion)


def keep_to_it(term, request):
    """For the weeks that begin: sittings are held, promises watched, and those asked again whose barrier was reported."""
    world, t, c = term.world, term.world.tables, term.world.tables.committees
    sitting = request.preschools(t) & (c.members > 0) & (c.sittings > 0)
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
    asked = (barrier == TIME) & (f.work == 2)
    asked |= (barrier == LANGUAGE) & (f.language > 0)
    asked |= (barrier == DISTRUST) & known & (f.trust < p.Observers.typical_trust)
    kept_up = np.array([invitation_kept_up(voice, p.Committee) for voice in c.voice])[f.preschool]

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

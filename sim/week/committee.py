"""Outside the week: parent committees sit, when a term starts (§4.3)."""

import numpy as np

from sim.core.chance import Ask, chance
from sim.core.compiled import loop, step
from sim.core.kinds import Channel
from sim.rules.committee import heeded_after, is_carried, speaks_up, spoken_for, told_by_members
from sim.rules.goals import moved
from sim.rules.speaking_up import heard_from
from sim.rules.ties import likeness
from sim.week.acquaintance import meet_another

MEMBER = 1  # code of families.office


@loop
def sit(t, numbers, seed, rows, first, schools, term):
    """Members get to know each other, propose, report what keeps parents away, and ask for hours for families like theirs.

    `rows` holds the families of one preschool after the other, `first` where each preschool begins, `term` its number.
    """
    p, known = numbers[0], np.empty(t.families.size, np.bool_)
    for school in schools:
        all_rows = rows[first[school] : first[school + 1]]
        members = members_of(t.families, all_rows)
        c, preschool = t.committees[school], t.preschools[school]
        if members.size:
            c.barrier = 0
            if c.sittings > 0:
                _get_to_know(t.families, t.ties, p.TieChange, seed, members, term)
                _propose(t.families, t.ties, c, preschool, members, p, seed)
                reported = t.evaluations[school].shared > 0.0  # a shared report tells of all families
                known[:] = reported
                c.barrier = _commonest_barrier(t.families, t.ties, known, all_rows, members, p)
                _put_first(t.families, all_rows, members, c.voice, p.TieChange)
                _pass_on(t.families, t.ties, members, p.Committee)


@loop
def describe(families, committees, rows, first, schools):
    """Members against all parents of their preschool: means, language, values."""
    for school in schools:
        all_rows = rows[first[school] : first[school + 1]]
        members = members_of(families, all_rows)
        if members.size:
            c = committees[school]
            ses, language, values = _means(families, members)
            ses_of_all, language_of_all, values_of_all = _means(families, all_rows)
            c.ses_gap = ses - ses_of_all
            c.language_gap = language - language_of_all
            c.values_gap = 0.5 * np.abs(values - values_of_all).sum()


@step
def _means(families, rows):
    ses, language, values = 0.0, 0.0, np.zeros(6)
    for i in rows:
        ses += families[i].ses
        language += 1.0 if families[i].language > 0 else 0.0
        for d in range(6):
            values[d] += families[i].values[d]
    return ses / rows.size, language / rows.size, values / rows.size


@step
def members_of(families, rows):
    found = np.empty(rows.size, np.int64)
    n = 0
    for i in rows:
        if families[i].office == MEMBER:
            found[n] = i
            n += 1
    return found[:n]


@step
def _get_to_know(families, ties, p, seed, members, occasion):
    """Members who sit together draw closer, across classes, and sooner or later know one another."""
    for i in members:
        for j in members:
            if i != j:
                meet_another(families, ties[i], p, seed, i, j, occasion)


@step
def _propose(families, ties, c, preschool, members, p, seed):
    """At each sitting one member has the floor; what is carried moves what the preschool stands for."""
    wants = np.empty((members.size, 6))
    for m in range(members.size):
        _wants(families, ties[members[m]], families[members[m]], wants[m], p.Committee)
    carried = 0
    for _ in range(c.sittings):
        occasion, floor = c.proposals, c.heard % members.size
        c.heard += 1
        f = families[members[floor]]
        ready = heard_from(speaks_up(f.confidence, f.distance, p.Committee), float(f.outspoken), p.SpeakingUp)
        if chance(seed, Ask.SPEAKS_UP, f.who, c.heard) < ready:
            in_favour = _in_favour(wants, floor, preschool.goals)
            c.proposals += 1
            if chance(seed, Ask.CARRIED, preschool.number, occasion) < is_carried(c.voice, in_favour):
                carried += 1
    c.carried += carried
    _move_goals(c, preschool, wants, float(carried), p.Committee)


@step
def _wants(families, ties, f, wants, p):
    """What a member asks for: its own values, and a little its friends'."""
    total = 0.0
    wants[:] = 0.0
    for s in range(ties.other.size):
        if ties.other[s] >= 0:
            close = float(ties.closeness[s])
            total += close
            for d in range(6):
                wants[d] += close * families[ties.other[s]].values[d]
    for d in range(6):
        wants[d] = spoken_for(f.values[d], wants[d] / total, p) if total > 0.0 else f.values[d]


@step
def _in_favour(wants, floor, goals):
    """Share of members who want more of what the one with the floor misses most."""
    domain = 0
    for d in range(6):
        if wants[floor, d] - goals[d] > wants[floor, domain] - goals[domain]:
            domain = d
    agree = 0
    for m in range(wants.shape[0]):
        agree += 1 if wants[m, domain] > goals[domain] else 0
    return agree / wants.shape[0]


@step
def _move_goals(c, preschool, wants, carried, p):
    view, total = np.zeros(6), 0.0
    for d in range(6):
        for m in range(wants.shape[0]):
            view[d] += wants[m, d]
        view[d] /= wants.shape[0]
        total += view[d]
    preschool.heeded = heeded_after(preschool.heeded, c.voice, carried, p)
    for d in range(6):
        preschool.asked_for[d] = view[d] / total
        aim = moved(preschool.goals_at_start[d], preschool.asked_for[d], preschool.heeded)
        preschool.goals[d] = moved(preschool.goals[d], aim, 1.0 - (1.0 - p.step) ** carried)


@step
def _commonest_barrier(families, ties, known, rows, members, p):
    """What most often keeps away those the members know: 1 time, 2 language, 3 distrust; 0 where they know of nobody."""
    for i in members:
        known[i] = True
        for other in ties[i].other:
            if other >= 0:
                known[other] = True
    time, language, distrust = 0, 0, 0
    for i in rows:
        f = families[i]
        if known[i] and f.came_last & (1 << Channel.MEETING) == 0:
            time += 1 if f.pressure > p.Effort.typical_pressure else 0
            language += 1 if f.language > 0 else 0
            distrust += 1 if f.trust < p.Observers.typical_trust else 0
    most = max(time, language, distrust)
    if most == 0:
        return 0
    return 1 if time == most else 2 if language == most else 3


@step
def _put_first(families, rows, members, voice, p):
    """Hours are asked for families like the members."""
    for i in rows:
        alike = 0.0
        for j in members:
            alike += likeness(families[i].ses, families[j].ses, families[i].language == families[j].language, p)
        families[i].put_first = max(families[i].put_first, voice * (alike / members.size))


@step
def _pass_on(families, ties, members, p):
    """Friends of members hear of life at school what members know."""
    for i in members:
        for s in range(ties[i].other.size):
            friend = ties[i].other[s]
            if friend >= 0:
                told = told_by_members(families[i].information, float(ties[i].closeness[s]), p)
                families[friend].told = max(families[friend].told, told)

"""2 · Answer: each family takes up each offer, or does not."""

import math

from sim.core.chance import Ask, life, luck
from sim.core.compiled import loop
from sim.core.kinds import LAST_CLASS_CHANNEL, PROGRAMME, Channel, Payer
from sim.rules.messages import fatigue_after_a_message, fatigue_after_a_week, use_of_a_tip, weariness
from sim.rules.taking_part import (
    attends_once_enrolled,
    chance_of_taking_up,
    conviction,
    help_with_language,
    obstacle,
    paid_for,
    reads_when_tired,
    standing,
)


@loop
def answer(t, p, seed, week, first, end):
    new_year = (week + 51) % 52 == 0
    for c in range(first, end):
        teacher = t.teachers[c]
        _empty_accounts(teacher)
        for i in range(teacher.first, teacher.first + teacher.children):
            _begin(t.families[i], t.week[i], p, new_year)
        for r in range(t.timetable.size):
            offer = t.timetable[r]
            if t.asks[c, r]:
                for i in range(teacher.first, teacher.first + teacher.children):
                    t.kept[i, r] = 0
                    if t.due[i, r]:
                        f, now = t.families[i], t.week[i]
                        friends = _friends_who_came(t.families, t.ties[i], offer.channel)
                        willing = _willingness(f, offer, teacher.skill_learned, friends, p)
                        if offer.channel == Channel.MESSAGE:
                            now.use_of_tips = use_of_a_tip(t.children[i].skills[0], p.Messages)
                        kept = _answer_one(f, now, offer, t.due[i, r], willing, life(seed, f.who), p)
                        t.kept[i, r] = kept
                        _note(f, now, teacher, offer, kept, p)
                        if offer.serial >= PROGRAMME:
                            f.programme_offered += t.due[i, r]
                            f.programme_joined += kept
                if offer.channel <= LAST_CLASS_CHANNEL:
                    _book(teacher, offer, 1)  # a class event uses hours and money once, whoever comes


@loop
def _empty_accounts(teacher):
    teacher.minutes_in_contacts = 0
    teacher.cents_in_contacts = 0
    teacher.minutes_hired = 0
    teacher.cents_hired = 0


@loop
def _begin(f, now, p, new_year):
    now.asked_now = 0
    now.came_now = 0
    now.family_minutes = 0
    f.fatigue = fatigue_after_a_week(f.fatigue, p.Messages)
    if new_year:
        for k in range(f.joined.size):
            f.joined[k] = 0


@loop
def _friends_who_came(families, ties, k):
    """Share of the tied families asked last time that came, closer ones counting more; a half where none was asked."""
    bit = 1 << k
    asked, came = 0.0, 0.0
    for s in range(ties.other.size):
        j = ties.other[s]
        if j >= 0 and families[j].asked_last & bit:
            asked += ties.closeness[s]
            if families[j].came_last & bit:
                came += ties.closeness[s]
    return came / asked if asked > 0.0 else 0.5


@loop
def _willingness(f, offer, learned, friends, p):
    """The family's chance of taking up this offer, messages' tiredness apart."""
    k = offer.channel
    readiness = (
        standing(f.propensity, f.ses, f.private, f.siblings, p.Readiness)
        + conviction(f.role, f.confidence, f.trust, f.agreement, p.Readiness)
        + p.Readiness.invitation * f.invitation
        + paid_for(offer.incentive, p.Readiness)
    )
    help = help_with_language(p.Help[k], f.help, learned)
    hindrance = obstacle(f.pressure, p.Burden[k] * (1.0 - offer.incentive), f.distance, help, p.Readiness)
    return chance_of_taking_up(readiness, friends, hindrance, p.Appeal[k], p.Sharpness[k], p.Readiness)


@loop
def _answer_one(f, now, offer, times, willing, mine, p):
    """Asks the family as often as the offer is made; returns how often it came. A course first asks whether to enrol."""
    k, kept = offer.channel, 0
    for _ in range(times):
        f.offered[k] += 1
        if k == Channel.COURSE and not _is_enrolled(f, offer, mine, willing):
            continue
        if luck(mine, Ask.TAKES_UP, f.offered[k] * 32 + k) < _chance_now(f, now, k, willing, p):
            kept += 1
    f.joined[k] += kept
    if k == Channel.LIBRARY:
        f.borrows = 1 if kept else 0
    return kept


@loop
def _is_enrolled(f, offer, mine, willing):
    """Asked once a course; who declined is not asked again."""
    if f.enrolled == 0:
        f.enrolled = 1 if luck(mine, Ask.ENROLS, offer.serial) < willing else 2
    return f.enrolled == 1


@loop
def _chance_now(f, now, k, willing, p):
    """A message is read or not, and tires either way; a session is attended by those enrolled more often than not."""
    if k == Channel.MESSAGE:
        willing = reads_when_tired(willing, weariness(f.fatigue, p.Messages))
        f.fatigue = fatigue_after_a_message(f.fatigue, now.use_of_tips, p.Messages)
    elif k == Channel.COURSE:
        willing = attends_once_enrolled(willing, p.Course)
    return willing


@loop
def _note(f, now, teacher, offer, kept, p):
    """Friends will know who was asked and who came; single contacts use hours and money when they take place."""
    bit = 1 << offer.channel
    now.asked_now |= bit
    if kept:
        now.came_now |= bit
    now.family_minutes += kept * int(p.FamilyMinutes[offer.channel])
    if offer.channel > LAST_CLASS_CHANNEL:
        _book(teacher, offer, kept)


@loop
def _book(teacher, offer, times):
    """To the preschool's account, or to that of the programme."""
    if offer.payer == Payer.SCHOOL:
        teacher.minutes_in_contacts += times * int(math.ceil(offer.minutes * teacher.hurried))
        teacher.cents_in_contacts += times * offer.cents
    else:
        teacher.minutes_hired += times * offer.minutes
        teacher.cents_hired += times * offer.cents

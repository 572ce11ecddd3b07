"""2 · Answer: each family takes up each offer, or does not."""

import math

import numpy as np

from sim.core.chance import Ask, life, luck
from sim.core.compiled import loop, step
from sim.core.kinds import LAST_CLASS_CHANNEL, PROGRAMME, Channel, Payer
from sim.rules.messages import fatigue_after_a_week, fatigue_over, weariness
from sim.rules.taking_part import (
    attends_once_enrolled,
    chance_of_taking_up,
    help_with_language,
    leaning,
    obstacle,
    paid_for,
)
from sim.week.desk import who_has_any


@loop
def answer(t, p, seed, week, first, end):
    new_year, lives = (week + 51) % 52 == 0, np.empty(t.due.shape[1], np.uint64)
    asked = np.empty(t.due.shape[1] + 1, np.uint32)
    for c in range(first, end):
        teacher = t.teachers[c]
        _empty_accounts(teacher)
        for j in range(teacher.children):
            i = teacher.first + j
            _begin(t.families[i], t.week[i], p, new_year)
            lives[j] = life(seed, t.families[i].who)
        for r in range(t.timetable.size):
            offer = t.timetable[r]
            if t.asks[c, r]:
                came, answers = 0, t.kept[r]
                for j in range(teacher.children):
                    answers[teacher.desk + j] = 0
                for m in range(who_has_any(t.due[r], teacher, asked)):
                    f, times = t.families[teacher.first + asked[m]], t.due[r, teacher.desk + asked[m]]
                    leans = _leaning(f, offer, teacher.skill_learned, p)
                    if offer.channel == Channel.MESSAGE:
                        leans = _less_tired(f, times, leans, p.Messages)
                    kept = _answer_one(f, offer, times, leans, lives[asked[m]], p)
                    answers[teacher.desk + asked[m]] = kept
                    _note(f, t.week[teacher.first + asked[m]], offer, times, kept, p)
                    came += kept
                _book_contacts(teacher, offer, came)


@step
def _empty_accounts(teacher):
    teacher.minutes_in_contacts = 0
    teacher.minutes_volunteered = 0
    teacher.cents_in_contacts = 0
    teacher.minutes_hired = 0
    teacher.cents_hired = 0


@step
def _begin(f, now, p, new_year):
    now.asked_now = 0
    now.came_now = 0
    now.family_minutes = 0
    f.fatigue = fatigue_after_a_week(f.fatigue, p.Messages)
    if new_year:
        for k in range(f.joined.size):
            f.joined[k] = 0


@step
def _leaning(f, offer, learned, p):
    """How far the family leans to this offer, in logits, messages' tiredness apart."""
    k = offer.channel
    readiness = (
        f.readiness
        + p.Readiness.invitation * f.invitation
        + paid_for(offer.incentive, p.Readiness)
        + p.Fitting.readiness * f.fit
    )
    help = help_with_language(p.Help[k], f.help, learned)
    hindrance = obstacle(f.pressure, p.Burden[k] * (1.0 - offer.incentive), f.distance, help, p.Readiness)
    return leaning(readiness, f.friends_came[k], hindrance, p.Appeal[k], p.Sharpness[k], p.Readiness)


@step
def _less_tired(f, times, leans, p):
    """Messages are read less readily by the tired, and tire, read or not."""
    tired, f.fatigue = fatigue_over(times, f.fatigue, f.use_of_tips, p)
    return leans - weariness(tired, p)


@step
def _answer_one(f, offer, times, leans, mine, p):
    """Asks the family as often as the offer is made; returns how often it came. A course first asks whether to enrol."""
    k, kept = offer.channel, 0
    first = np.int64(f.offered[k])
    f.offered[k] += times
    if k == Channel.COURSE:
        if not _is_enrolled(f, offer, mine, leans):
            return 0
        leans = attends_once_enrolled(leans, p.Course)
    willing = chance_of_taking_up(leans)
    for time in range(1, times + 1):
        kept += 1 if luck(mine, Ask.TAKES_UP, (first + time) * 32 + k) < willing else 0
    f.joined[k] += kept
    if k == Channel.LIBRARY:
        f.borrows = 1 if kept else 0
    return kept


@step
def _is_enrolled(f, offer, mine, leans):
    """Asked once a course; who declined is not asked again."""
    if f.enrolled == 0:
        f.enrolled = 1 if luck(mine, Ask.ENROLS, offer.serial) < chance_of_taking_up(leans) else 2
    return f.enrolled == 1


@step
def _note(f, now, offer, times, kept, p):
    """Friends will know who was asked and who came."""
    bit = 1 << offer.channel
    now.asked_now |= bit
    now.came_now |= bit if kept else 0
    now.family_minutes += kept * int(p.FamilyMinutes[offer.channel])
    if offer.serial >= PROGRAMME:
        f.programme_offered += times
        f.programme_joined += kept


@step
def _book_contacts(teacher, offer, came):
    """A class event uses hours and money once, whoever comes; single contacts when they take place."""
    teacher.minutes_volunteered += came * offer.gives
    _book(teacher, offer, 1 if offer.channel <= LAST_CLASS_CHANNEL else came)


@step
def _book(teacher, offer, times):
    """To the preschool's account, or to that of the programme."""
    if offer.payer == Payer.SCHOOL:
        teacher.minutes_in_contacts += times * int(math.ceil(offer.minutes * teacher.hurried))
        teacher.cents_in_contacts += times * offer.cents
    else:
        teacher.minutes_hired += times * offer.minutes
        teacher.cents_hired += times * offer.cents

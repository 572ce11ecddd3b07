"""2 · Answer: each family takes up each offer, or does not."""

import math

import numpy as np

from sim.core.chance import Ask, life, luck
from sim.core.compiled import loop, step
from sim.core.kinds import LAST_CLASS_CHANNEL, PROGRAMME, Channel, Enrolment, Payer
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
from sim.week.libraries import library

NEVER = -500.0  # how far a family leans to the sessions of a course in which it is not enrolled


@loop
def answer(t, p, seed, week, first, end):
    """A class is asked offer by offer: how far each family leans to it, then all decide together, then it is noted."""
    new_year, room = (week + 51) % 52 == 0, t.due.shape[1] + 1
    lives, asked, whose = np.empty(room, np.uint64), np.empty(room, np.uint32), np.empty(room, np.uint64)
    before, willing, yes = np.empty(room, np.int64), np.empty(room), np.empty(room, np.int64)
    for c in range(first, end):
        teacher = t.teachers[c]
        _empty_accounts(teacher)
        for j in range(teacher.children):
            i = teacher.first + j
            _begin(t.families[i], t.week[i], p, new_year)
            lives[j] = life(seed, t.families[i].who)
        for r in range(t.timetable.size):
            if t.asks[c, r]:
                offer = t.timetable[r]
                many = who_has_any(t.due, r, teacher, asked)
                _ask(t, p, teacher, offer, r, asked, many, lives, whose, before, willing)
                for m in range(many):  # a loop of its own, so that many families are worked out at once
                    willing[m] = chance_of_taking_up(willing[m])
                    yes[m] = luck(whose[m], Ask.TAKES_UP, _occasion(before[m], 1, offer.channel)) < willing[m]
                came = _hear(t, p, teacher, offer, r, asked, many, whose, before, willing, yes)
                _book_contacts(teacher, offer, came, p)


@step
def _ask(t, p, teacher, offer, r, asked, many, lives, whose, before, willing):
    """Writes down whose luck decides, how often the family was asked before, and how far it leans to the offer."""
    k, pull = offer.channel, _pull(offer, p)
    for m in range(many):
        f, times = t.families[teacher.first + asked[m]], t.due[r, teacher.desk + asked[m]]
        whose[m], before[m] = lives[asked[m]], f.offered[k]
        willing[m] = _lean(f, offer, pull, times, whose[m], teacher.skill_learned, p)
        f.offered[k] += times


@step
def _hear(t, p, teacher, offer, r, asked, many, whose, before, willing, yes):
    """Asks the rest of the times and notes how often each family came; returns how often all did."""
    came, noted = 0, what_is_noted(offer, p)
    for j in range(teacher.children):
        t.kept[r, teacher.desk + j] = 0
    for m in range(many):
        i, times, kept = teacher.first + asked[m], t.due[r, teacher.desk + asked[m]], yes[m]
        for time in range(2, times + 1):
            kept += luck(whose[m], Ask.TAKES_UP, _occasion(before[m], time, offer.channel)) < willing[m]
        t.kept[r, teacher.desk + asked[m]] = kept
        _note(t.families[i], t.week[i], noted, times, kept)
        came += kept
    return came


@step
def _occasion(before, time, channel):
    """The number of a request: how often the family was asked before through this channel, and now."""
    return (before + time) * 32 + channel


@step
def _empty_accounts(teacher):
    teacher.minutes_in_contacts = 0
    teacher.minutes_volunteered = 0
    teacher.minutes_paid = 0
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
        f.enrolled = Enrolment.NOT_ASKED  # who declined a course is asked again if there is one
        for k in range(f.joined.size):
            f.joined[k] = 0


@step
def _pull(offer, p):
    """What is the same for all families of an offer: how it appeals, how sharply, what it pays, asks for and bridges."""
    k = offer.channel
    burden = p.Burden[k] * (1.0 - offer.incentive)
    return p.Appeal[k], p.Sharpness[k], paid_for(offer.incentive, p.Readiness), burden, p.Help[k]


@step
def _leaning(f, k, pull, learned, p):
    """How far the family leans to this offer, in logits, messages' tiredness apart."""
    appeal, sharpness, paid, burden, bridged = pull
    readiness = f.readiness + p.Readiness.invitation * f.invitation + paid + p.Fitting.readiness * f.fit
    help = help_with_language(bridged, float(f.help), learned)
    hindrance = obstacle(f.pressure, burden, f.distance, help, p.Readiness)
    return leaning(readiness, f.friends_came[k], hindrance, appeal, sharpness, p.Readiness)


@step
def _less_tired(f, times, leans, p):
    """Messages are read less readily by the tired, and tire, read or not."""
    tired, f.fatigue = fatigue_over(times, f.fatigue, f.use_of_tips, p)
    return leans - weariness(tired, p)


@step
def _lean(f, offer, pull, times, mine, learned, p):
    """How far the family leans to each of a week's requests through one offer; a course first asks whether to enrol."""
    leans = _leaning(f, offer.channel, pull, learned, p)
    if offer.channel == Channel.MESSAGE:
        return _less_tired(f, times, leans, p.Messages)
    if offer.channel == Channel.COURSE:
        return attends_once_enrolled(leans, p.Course) if _is_enrolled(f, offer, mine, leans) else NEVER
    return leans


@step
def _is_enrolled(f, offer, mine, leans):
    """Asked once a school year; who declined is asked again in the next."""
    if f.enrolled == Enrolment.NOT_ASKED:
        enrols = luck(mine, Ask.ENROLS, offer.serial) < chance_of_taking_up(leans)
        f.enrolled = Enrolment.ENROLLED if enrols else Enrolment.DECLINED
    return f.enrolled == Enrolment.ENROLLED


@step
def _works_together(offer):
    """Whether something is done with the parents themselves; a message is only read, a talk is the routine's too."""
    k = offer.channel
    return k == Channel.TRAINED_VISIT or k == Channel.HUB or Channel.COURSE <= k <= Channel.EVENING


@step
def what_is_noted(offer, p):
    """What is the same for all who come: the channel, a time's minutes, which library, if beyond the routine, and together."""
    k, beyond = offer.channel, offer.serial >= PROGRAMME
    long = offer.strength if k == Channel.COURSE else 1.0  # against an ordinary session
    lends = library(offer) if k == Channel.LIBRARY else 0
    return k, int(p.FamilyMinutes[k] * long), lends, beyond, beyond and _works_together(offer)


@step
def _note(f, now, noted, times, kept):
    """The family remembers; friends will know who was asked and who came."""
    k, minutes, lends, beyond, together = noted
    bit = 1 << k
    f.joined[k] += kept
    now.asked_now |= bit
    now.came_now |= bit if kept else 0
    now.family_minutes += kept * minutes
    if lends:
        f.borrows = (f.borrows | lends) if kept else (f.borrows & ~lends)
    if beyond:
        f.programme_offered += times
        f.programme_joined += kept
    f.worked_together |= together and kept > 0  # without a branch: nobody can guess who came


@step
def _book_contacts(teacher, offer, came, p):
    """A class event uses hours and money once, whoever comes; single contacts when they take place."""
    teacher.minutes_volunteered += came * offer.gives
    _book(teacher, offer, 1 if offer.channel <= LAST_CLASS_CHANNEL else came)
    _pay_families(teacher, offer, came, p)


@step
def _pay_families(teacher, offer, came, p):
    """Some are paid for the time they give, or for a share of it."""
    teacher.minutes_paid += came * int(p.FamilyMinutes[offer.channel] * offer.strength * offer.incentive)
    if offer.payer == Payer.SCHOOL:
        teacher.cents_in_contacts += came * offer.cents_each
    else:
        teacher.cents_hired += came * offer.cents_each


@step
def _book(teacher, offer, times):
    """To the preschool's account, or to that of the programme."""
    if offer.payer == Payer.SCHOOL:
        teacher.minutes_in_contacts += times * int(math.ceil(offer.minutes * teacher.hurried))
        teacher.cents_in_contacts += times * offer.cents
    else:
        teacher.minutes_hired += times * offer.minutes
        teacher.cents_hired += times * offer.cents

"""1 · Plan: the timetable gives this week's offers; what hours and money do not cover is cancelled."""

import math

import numpy as np

from sim.core.chance import Ask, life, luck
from sim.core.compiled import loop, step
from sim.core.kinds import LAST_CLASS_CHANNEL, Enrolment, Payer
from sim.rules.committee import overtime_when_watched
from sim.rules.workload import demand_on_hours, hurry
from sim.week.calendar import is_for, is_held, school_weeks_before


@loop
def plan(t, p, seed, week, first, end):
    of_year, room = (week + 51) % 52, t.due.shape[1]
    keys, lots, order = np.empty(room), np.empty(room), np.empty(room, np.int64)  # of a class's families
    school = t.taught[of_year + 1] > t.taught[of_year]
    for r in range(t.timetable.size):
        _open(t.timetable[r], week, school, t.taught)
    for c in range(first, end):
        teacher = t.teachers[c]
        _give(teacher, t.conditions[c], t.taught, of_year, school)
        t.preschools[teacher.preschool].clarity = t.conditions[c].clarity
        for i in range(teacher.first, teacher.first + teacher.children):
            t.week[i].cancelled = 0
        for r in range(t.timetable.size):
            offer, asks = t.timetable[r], 0
            if offer.open and t.meant[c, r]:
                if offer.channel > LAST_CLASS_CHANNEL:
                    asks = _single_contacts(t, teacher, offer, r)
                elif is_held(t.held, offer.held, c, week - t.planned_from[0]):
                    asks = _class_event(t, teacher, offer, r)
            t.asks[c, r] = asks
            teacher.promised += asks
            teacher.mandated += asks if offer.mandated else 0
        if school:
            have, money, too_little = _hours_and_money(t, p, c)
            if too_little:
                _put_in_order((keys, lots, order), t.families, teacher, t.conditions[c].allocation, seed, week)
                _cut(t, c, teacher, order, have, money)


@step
def _open(offer, week, school, taught):
    """Whether this week is one of the offer's, and where the round of single contacts stands: channels of a family lie apart."""
    offer.open, offer.turn = 1 if school and offer.first <= week <= offer.last else 0, 0.0
    if offer.open:
        before = school_weeks_before(week, taught) - school_weeks_before(offer.first, taught)
        turn = offer.rate * before + 0.618034 * offer.channel  # golden section
        offer.turn = turn - math.floor(turn)
        if offer.once and before % taught[52] != 0:
            offer.open = 0


@step
def _class_event(t, teacher, offer, r):
    """A class event asks all of the class whom it is for."""
    asks = 0
    for j in range(teacher.children):
        meant = is_for(t.whom, offer, teacher.first + j)
        t.due[r, teacher.desk + j] = meant
        asks += meant
    return asks


@step
def _single_contacts(t, teacher, offer, r):
    """Single contacts fall due by each family's turn: evenly over the school weeks, each from its own point of the round."""
    asks, rate, turn = 0, offer.rate, offer.turn
    for j in range(teacher.children):
        i = teacher.first + j
        own = t.families[i].stagger + turn  # two parts of a round: at most one whole round is taken off
        times = 1 if offer.once else int((own - 1.0 if own >= 1.0 else own) + rate)
        times *= is_for(t.whom, offer, i)
        t.due[r, teacher.desk + j] = times
        asks += times
    return asks


@step
def _give(teacher, conditions, taught, of_year, school):
    """Hours come every school week; the year's money in equal parts, to the cent."""
    teacher.minutes_given = conditions.minutes_a_week if school else 0
    teacher.minutes_training = conditions.upkeep_minutes if school else 0
    teacher.minutes_help = conditions.help_minutes if school else 0
    teacher.cents_upkeep = conditions.upkeep_cents if school else 0
    teacher.minutes_granted = conditions.minutes_granted if school else 0
    teacher.cents_given = 0
    teacher.cents_granted = 0
    teacher.promised = 0
    teacher.mandated = 0
    teacher.mandated_cancelled = 0
    teacher.minutes_overtime = 0
    teacher.hurried = 1.0
    teacher.demand = 0.0
    if school:
        done, whole = taught[of_year], taught[52]
        teacher.cents_given = _part_of_year(conditions.cents_a_year, done, whole)
        teacher.cents_granted = _part_of_year(conditions.cents_granted, done, whole)


@step
def _part_of_year(cents, done, whole):
    """This school week's part of a year's money."""
    return cents * (done + 1) // whole - cents * done // whole


@step
def _hours_and_money(t, p, c):
    """What there is for this week's contacts, shortened if need be, and whether it is too little for all of them."""
    teacher = t.teachers[c]
    minutes, cents = _asked_for(t, teacher, c)
    given = teacher.minutes_given + teacher.minutes_granted
    have = given + teacher.minutes_help + teacher.minutes_left - teacher.minutes_training
    overtime = overtime_when_watched(p.Workload.overtime, t.conditions[c].watched, p.Committee)
    teacher.minutes_overtime = min(max(0, minutes - have), int(overtime * given))
    have += teacher.minutes_overtime
    teacher.hurried = hurry(float(have), float(minutes), t.conditions[c].shortest)
    training = float(teacher.minutes_training)
    teacher.demand = demand_on_hours(minutes + training, have + training, float(given + teacher.minutes_help))
    money = teacher.cents_left + teacher.cents_given + teacher.cents_granted - teacher.cents_upkeep
    return have, money, minutes > have or cents > money


@step
def _asked_for(t, teacher, c):
    """Minutes and cents that this week's offers ask of the preschool for this class; a class event costs once."""
    minutes, cents = 0, 0
    for r in range(t.timetable.size):
        offer = t.timetable[r]
        if t.asks[c, r] and offer.payer == Payer.SCHOOL:
            if offer.channel <= LAST_CLASS_CHANNEL:
                minutes += offer.minutes
                cents += _cents_of_an_event(t, teacher, offer, r)
            else:
                minutes += t.asks[c, r] * offer.minutes
                cents += t.asks[c, r] * offer.cents
    return minutes, cents


@step
def _cents_of_an_event(t, teacher, offer, r):
    """What a class event costs if all come who still may: where parents are paid, who declined the course does not count."""
    come = 0
    if offer.cents_each > 0:
        for j in range(teacher.children):
            if t.due[r, teacher.desk + j] and t.families[teacher.first + j].enrolled != Enrolment.DECLINED:
                come += 1
    return offer.cents + come * offer.cents_each


@step
def _cut(t, c, teacher, order, minutes, cents):
    """Class events first, whole; then single contacts in the order of the preschool's rule, as long as they fit."""
    for r in range(t.timetable.size):
        offer = t.timetable[r]
        if t.asks[c, r] and offer.payer == Payer.SCHOOL and offer.channel <= LAST_CLASS_CHANNEL:
            time = int(math.ceil(offer.minutes * teacher.hurried))
            price = _cents_of_an_event(t, teacher, offer, r)
            if time <= minutes and price <= cents:
                minutes -= time
                cents -= price
            else:
                t.asks[c, r] = 0
                for j in range(teacher.children):
                    times = t.due[r, teacher.desk + j]
                    t.week[teacher.first + j].cancelled += times
                    teacher.mandated_cancelled += times if offer.mandated else 0
    for k in range(teacher.children):
        j = order[k]
        minutes, cents = _cut_for_family(t, c, t.week[teacher.first + j], teacher, j, minutes, cents)


@step
def _cut_for_family(t, c, now, teacher, j, minutes, cents):
    """What is left of hours and money after this family's contacts."""
    for r in range(t.timetable.size):
        offer = t.timetable[r]
        if t.asks[c, r] and offer.payer == Payer.SCHOOL and offer.channel > LAST_CLASS_CHANNEL:
            time = int(math.ceil(offer.minutes * teacher.hurried))
            for _ in range(t.due[r, teacher.desk + j]):
                if time <= minutes and offer.cents <= cents:
                    minutes -= time
                    cents -= offer.cents
                else:
                    t.due[r, teacher.desk + j] -= 1
                    now.cancelled += 1
                    teacher.mandated_cancelled += 1 if offer.mandated else 0
    return minutes, cents


@step
def _put_in_order(queue, families, teacher, allocation, seed, week):
    """The class's families in the order of the preschool's rule: by lot, the neediest first, or who asks first; equals by lot."""
    key, lot, order = queue
    for j in range(teacher.children):
        f = families[teacher.first + j]
        lot[j] = luck(life(seed, f.who), Ask.WHO_IS_CUT, week + 1000)
        key[j] = (f.ses if allocation == 1 else -f.propensity if allocation == 2 else lot[j]) - f.put_first
        k = j
        while k > 0 and _comes_before(key, lot, j, order[k - 1]):
            order[k] = order[k - 1]
            k -= 1
        order[k] = j


@step
def _comes_before(key, lot, j, other):
    return key[j] < key[other] or (key[j] == key[other] and lot[j] < lot[other])

"""1 · Plan: the timetable gives this week's offers; what hours and money do not cover is cancelled."""

import math

import numpy as np

from sim.core.chance import Ask, life, luck
from sim.core.compiled import loop
from sim.core.kinds import LAST_CLASS_CHANNEL, Payer
from sim.rules.workload import demand_on_hours, hurry


@loop
def plan(t, p, seed, week):
    of_year = (week + 51) % 52
    school = t.taught[of_year + 1] > t.taught[of_year]
    for r in range(t.timetable.size):
        t.timetable[r].busy = 0
        if school and t.timetable[r].first <= week <= t.timetable[r].last:
            if t.timetable[r].channel <= LAST_CLASS_CHANNEL:
                _class_events(t.timetable, t.teachers, t.held[r, week - t.planned_from[0]], t.whom[r], t.due[r], r)
            else:
                before = _school_weeks_before(week, t.taught) - _school_weeks_before(t.timetable[r].first, t.taught)
                _single_contacts(t.timetable, t.families, t.whom[r], t.due[r], r, before)
    for c in range(t.teachers.size):
        _give(t.teachers[c], t.conditions[c], t.taught, of_year, school)
        t.preschools[t.teachers[c].preschool].clarity = t.conditions[c].clarity
        for i in range(t.teachers[c].first, t.teachers[c].first + t.teachers[c].children):
            t.week[i].cancelled = 0
        if school:
            _fit_to_hours_and_money(t, p, c, seed, week)


@loop
def _school_weeks_before(week, taught):
    """How many school weeks lie before this week, counted from the start of the year before week 1."""
    years, of_year = divmod(week + 51, 52)
    return years * taught[52] + taught[of_year]


@loop
def _class_events(timetable, teachers, held, whom, due, r):
    """Class channels fall due by the calendar of the class."""
    for c in range(teachers.size):
        for i in range(teachers[c].first, teachers[c].first + teachers[c].children):
            due[i] = whom[i] if held[c] else 0
        if held[c]:
            timetable[r].busy = 1


@loop
def _single_contacts(timetable, families, whom, due, r, before):
    """Individual channels fall due by each family's turn: evenly over the school weeks, each from its own point of the round."""
    offer = timetable[r]
    for i in range(families.size):
        due[i] = 0
        if whom[i]:
            if offer.once:
                due[i] = 1 if before == 0 else 0
            else:
                start = (
                    families[i].stagger + 0.618034 * offer.channel
                ) % 1.0  # golden section: channels of a family lie apart
                due[i] = int(math.floor(offer.rate * (before + 1) + start) - math.floor(offer.rate * before + start))
            if due[i]:
                offer.busy = 1


@loop
def _give(teacher, conditions, taught, of_year, school):
    """Hours come every school week; the year's money in equal parts, to the cent."""
    teacher.minutes_given = conditions.minutes_a_week if school else 0
    teacher.cents_given = 0
    teacher.minutes_overtime = 0
    teacher.hurried = 1.0
    teacher.demand = 0.0
    if school:
        done, year = taught[of_year], conditions.cents_a_year
        teacher.cents_given = year * (done + 1) // taught[52] - year * done // taught[52]


@loop
def _fit_to_hours_and_money(t, p, c, seed, week):
    """Contacts are shortened first, then class events and single contacts are cancelled that do not fit."""
    teacher = t.teachers[c]
    minutes, cents = _asked_for(t.timetable, t.due, teacher)
    given = teacher.minutes_given
    have = given + teacher.minutes_left
    teacher.minutes_overtime = min(max(0, minutes - have), int(p.Workload.overtime * given))
    have += teacher.minutes_overtime
    teacher.hurried = hurry(float(have), float(minutes), p.Workload)
    teacher.demand = demand_on_hours(float(minutes), float(have), float(given))
    money = teacher.cents_left + teacher.cents_given
    if minutes > have or cents > money:
        order = _in_order(t.families, teacher, t.conditions[c].allocation, seed, week)
        _cut(t.timetable, t.due, t.week, teacher, order, have, money)


@loop
def _asked_for(timetable, due, teacher):
    """Minutes and cents that this week's offers ask of the preschool for this class."""
    minutes, cents = 0, 0
    for r in range(timetable.size):
        if timetable[r].busy and timetable[r].payer == Payer.SCHOOL:
            times = 0
            for i in range(teacher.first, teacher.first + teacher.children):
                times += due[r, i]
            if timetable[r].channel <= LAST_CLASS_CHANNEL:
                times = min(1, times)  # a class event costs once
            minutes += times * timetable[r].minutes
            cents += times * timetable[r].cents
    return minutes, cents


@loop
def _cut(timetable, due, now, teacher, order, minutes, cents):
    """Class events first, whole; then single contacts in the order of the preschool's rule, as long as they fit."""
    for r in range(timetable.size):
        offer = timetable[r]
        if offer.busy and offer.payer == Payer.SCHOOL and offer.channel <= LAST_CLASS_CHANNEL:
            if due[r, teacher.first : teacher.first + teacher.children].any():
                time = int(math.ceil(offer.minutes * teacher.hurried))
                if time <= minutes and offer.cents <= cents:
                    minutes -= time
                    cents -= offer.cents
                else:
                    for i in range(teacher.first, teacher.first + teacher.children):
                        now[i].cancelled += due[r, i]
                        due[r, i] = 0
    for j in order:
        minutes, cents = _cut_for_family(timetable, due, now, teacher, teacher.first + j, minutes, cents)


@loop
def _cut_for_family(timetable, due, now, teacher, i, minutes, cents):
    """What is left of hours and money after this family's contacts."""
    for r in range(timetable.size):
        offer = timetable[r]
        if offer.busy and offer.payer == Payer.SCHOOL and offer.channel > LAST_CLASS_CHANNEL:
            time = int(math.ceil(offer.minutes * teacher.hurried))
            for _ in range(due[r, i]):
                if time <= minutes and offer.cents <= cents:
                    minutes -= time
                    cents -= offer.cents
                else:
                    due[r, i] -= 1
                    now[i].cancelled += 1
    return minutes, cents


@loop
def _in_order(families, teacher, allocation, seed, week):
    """The class's families in the order of the preschool's rule: by lot, the neediest first, or who asks first."""
    key = np.empty(teacher.children)
    for j in range(teacher.children):
        f = families[teacher.first + j]
        lot = luck(life(seed, f.who), Ask.WHO_IS_CUT, week + 1000)
        key[j] = f.ses if allocation == 1 else -f.propensity if allocation == 2 else lot
    return np.argsort(key)

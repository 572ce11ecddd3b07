"""1 · Plan: the timetable gives this week's offers; what hours and money do not cover is cancelled."""

import math

import numpy as np

from sim.core.chance import Ask, life, luck
from sim.core.compiled import loop, rule
from sim.core.kinds import LAST_CLASS_CHANNEL, Payer
from sim.rules.workload import hurry


@rule
def _school_weeks_before(week, t):
    """How many school weeks lie before this week, counted from the start of the year before week 1."""
    years, of_year = divmod(week + 51, 52)
    return years * t.taught[52] + t.taught[of_year]


@rule
def _is_school_week(week, t):
    return t.taught[(week + 51) % 52 + 1] > t.taught[(week + 51) % 52]


@loop
def plan(t, p, seed, week):
    school = _is_school_week(week, t)
    t.due[:] = 0
    for r in range(t.timetable.channel.size):
        t.timetable.busy[r] = 0
        if school and t.timetable.first[r] <= week <= t.timetable.last[r]:
            _mark_what_is_due(t, r, week)
    for i in range(t.families.ses.size):
        t.week.cancelled[i] = 0
    for c in range(t.teachers.room.size):
        _give(t, p, c, week, school)
        _fit_to_hours_and_money(t, p, c, seed, week)


@loop
def _mark_what_is_due(t, r, week):
    """Class channels fall due by the calendar of the class, individual ones by each family's turn."""
    table = t.timetable
    if table.channel[r] <= LAST_CLASS_CHANNEL:
        for c in range(t.teachers.room.size):
            if t.held[r, week - t.planned_from[0], c]:
                for i in range(t.teachers.first[c], t.teachers.first[c] + t.teachers.children[c]):
                    t.due[r, i] = t.whom[r, i]
                table.busy[r] = 1
        return
    before = _school_weeks_before(week, t) - _school_weeks_before(table.first[r], t)
    for i in range(t.families.ses.size):
        if t.whom[r, i]:
            t.due[r, i] = _times_due(table, r, before, t.families.stagger[i])
            if t.due[r, i]:
                table.busy[r] = 1


@rule
def _times_due(table, r, before, stagger):
    """Doses are spread evenly over the school weeks; each family starts at its own point of the round."""
    if table.once[r]:
        return 1 if before == 0 else 0
    rate = table.rate[r]
    start = (stagger + 0.618034 * table.channel[r]) % 1.0  # golden section: the channels of one family lie apart
    return int(math.floor(rate * (before + 1) + start) - math.floor(rate * before + start))


@loop
def _give(t, p, c, week, school):
    """Hours come every school week; the year's money in equal parts, to the cent."""
    teachers, conditions = t.teachers, t.conditions
    teachers.minutes_given[c] = conditions.minutes_a_week[c] if school else 0
    teachers.cents_given[c] = 0
    if school:
        done, year = t.taught[(week + 51) % 52], conditions.cents_a_year[c]
        teachers.cents_given[c] = year * (done + 1) // t.taught[52] - year * done // t.taught[52]
    for_clarity = t.teachers.preschool[c]
    t.preschools.clarity[for_clarity] = conditions.clarity[c]


@loop
def _fit_to_hours_and_money(t, p, c, seed, week):
    """Contacts are shortened first, then class events and single contacts are cancelled that do not fit."""
    teachers = t.teachers
    minutes, cents = _asked_for(t, c)
    given = teachers.minutes_given[c]
    have = given + teachers.minutes_left[c]
    most_overtime = int(p.Workload.overtime * given)
    teachers.minutes_overtime[c] = min(max(0, minutes - have), most_overtime)
    have += teachers.minutes_overtime[c]
    teachers.hurried[c] = hurry(float(have), float(minutes), p.Workload)
    if given > 0:
        over = max(0, minutes - have)
        teachers.demand[c] = (over + given) / given if over > 0 else min(1.0, minutes / given)
    else:
        teachers.demand[c] = 2.0 if minutes > 0 else 0.0
    money = teachers.cents_left[c] + teachers.cents_given[c]
    if minutes > have or cents > money:
        _cut(t, c, have, money, seed, week)


@loop
def _asked_for(t, c):
    """Minutes and cents that this week's offers ask of the preschool for this class."""
    minutes, cents = 0, 0
    for r in range(t.timetable.channel.size):
        if t.timetable.busy[r] and t.timetable.payer[r] == Payer.SCHOOL:
            times = _times_in_class(t, r, c)
            minutes += times * t.timetable.minutes[r]
            cents += times * t.timetable.cents[r]
    return minutes, cents


@loop
def _times_in_class(t, r, c):
    """How often an offer costs: once for a class event, otherwise once a contact."""
    times = 0
    for i in range(t.teachers.first[c], t.teachers.first[c] + t.teachers.children[c]):
        times += t.due[r, i]
    if t.timetable.channel[r] <= LAST_CLASS_CHANNEL:
        return min(1, times)
    return times


@loop
def _cut(t, c, minutes, cents, seed, week):
    """Class events first, whole; then single contacts in the order of the preschool's rule, as long as they fit."""
    first, children = t.teachers.first[c], t.teachers.children[c]
    for r in range(t.timetable.channel.size):
        if t.timetable.busy[r] and t.timetable.payer[r] == Payer.SCHOOL and t.timetable.channel[r] <= LAST_CLASS_CHANNEL:
            if _times_in_class(t, r, c):
                time = int(math.ceil(t.timetable.minutes[r] * t.teachers.hurried[c]))
                fits = time <= minutes and t.timetable.cents[r] <= cents
                if fits:
                    minutes -= time
                    cents -= t.timetable.cents[r]
                else:
                    _cancel_for_class(t, r, first, children)
    for j in _in_order(t, c, seed, week):
        minutes, cents = _cut_for_family(t, c, first + j, minutes, cents)


@loop
def _cancel_for_class(t, r, first, children):
    for i in range(first, first + children):
        t.week.cancelled[i] += t.due[r, i]
        t.due[r, i] = 0


@loop
def _cut_for_family(t, c, i, minutes, cents):
    """What is left of hours and money after this family's contacts."""
    for r in range(t.timetable.channel.size):
        if t.timetable.busy[r] and t.timetable.payer[r] == Payer.SCHOOL and t.timetable.channel[r] > LAST_CLASS_CHANNEL:
            time = int(math.ceil(t.timetable.minutes[r] * t.teachers.hurried[c]))
            for _ in range(t.due[r, i]):
                if time <= minutes and t.timetable.cents[r] <= cents:
                    minutes -= time
                    cents -= t.timetable.cents[r]
                else:
                    t.due[r, i] -= 1
                    t.week.cancelled[i] += 1
    return minutes, cents


@loop
def _in_order(t, c, seed, week):
    """The class's families in the order of the preschool's rule: by lot, the neediest first, or who asks first."""
    first, children = t.teachers.first[c], t.teachers.children[c]
    key = np.empty(children)
    for j in range(children):
        i = first + j
        lot = luck(life(seed, t.families.who[i]), Ask.WHO_IS_CUT, week + 1000)
        if t.conditions.allocation[c] == 1:
            key[j] = t.families.ses[i]
        elif t.conditions.allocation[c] == 2:
            key[j] = -t.families.propensity[i]
        else:
            key[j] = lot
    return np.argsort(key)

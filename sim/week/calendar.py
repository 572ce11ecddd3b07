"""The calendar of class events: which class holds which offer in which week. Filled when a term starts."""

import math

import numpy as np

from sim.core.chance import Ask, life, luck
from sim.core.compiled import loop, step
from sim.core.kinds import LAST_CLASS_CHANNEL


@loop
def fill_calendar(held, meant, timetable, teachers, whom, taught, from_week, weeks, seed):
    """Each class has its own weeks; different kinds fall in different weeks where a free one is near.

    What nobody in a class is meant by takes none of its weeks: else what other preschools do would move its events.
    """
    classes = held.shape[1]
    taken = np.zeros((weeks, classes), np.uint8)
    for r in range(timetable.channel.size):
        for c in range(classes):
            meant[c, r] = _is_for_some(whom, timetable[r], teachers[c])
            if meant[c, r] and timetable.channel[r] <= LAST_CLASS_CHANNEL:
                start = (luck(life(seed, teachers[c].room), Ask.CLASS_WEEK, 0) + 0.618034 * timetable.channel[r]) % 1.0
                for w in range(weeks):
                    if _is_due(timetable, r, from_week + w, taught, start):
                        at = _free_week(taken, held, timetable, r, c, w, taught, from_week)
                        held[timetable.held[r], c] |= np.uint64(1) << np.uint64(at)
                        taken[at, c] = 1


@step
def is_for(whom, offer, i):
    """Whether a family is of the group that an offer is for: one bit a group."""
    return (whom[offer.whom >> 3, i] >> (offer.whom & 7)) & 1


@step
def _is_for_some(whom, offer, teacher):
    """Whether anybody in a class is of the group that an offer is for."""
    for i in range(teacher.first, teacher.first + teacher.children):
        if is_for(whom, offer, i):
            return True
    return False


@step
def is_held(held, row, c, week):
    """Whether a class holds an event in a week of the term; a term has fewer weeks than there are bits."""
    return (held[row, c] >> np.uint64(week)) & np.uint64(1)


@step
def _is_due(timetable, r, week, taught, start):
    """Occasions come evenly over the school weeks; a course comes every so many school weeks until its sessions are done."""
    if not _is_possible(timetable, r, week, taught):
        return False
    before = school_weeks_before(week, taught) - school_weeks_before(timetable.first[r], taught)
    rate = timetable.rate[r]
    if timetable.times[r] > 0:
        return before % timetable.every[r] == 0 and before // timetable.every[r] < timetable.times[r]
    return math.floor(rate * (before + 1) + start) > math.floor(rate * before + start)


@step
def school_weeks_before(week, taught):
    """How many school weeks lie before a week, counted from the start of the year before week 1."""
    years, of_year = divmod(week + 51, 52)
    return years * taught[52] + taught[of_year]


@step
def _free_week(taken, held, timetable, r, c, w, taught, from_week):
    """The week itself, or the nearest later school week of the term without a class event; a course keeps its week.

    Where every week has one, the nearest without one of its own offer, later or earlier.
    """
    if timetable.times[r] > 0:
        return w
    for later in range(w, taken.shape[0]):
        if _is_possible(timetable, r, from_week + later, taught) and not taken[later, c]:
            return later
    for apart in range(taken.shape[0]):
        for week in (w + apart, w - apart):
            if 0 <= week < taken.shape[0] and _is_possible(timetable, r, from_week + week, taught):
                if not is_held(held, timetable.held[r], c, week):
                    return week
    return w


@step
def _is_possible(timetable, r, week, taught):
    """Whether an offer may be held in a week: a school week of its own."""
    of_year = (week + 51) % 52
    return taught[of_year + 1] > taught[of_year] and timetable.first[r] <= week <= timetable.last[r]

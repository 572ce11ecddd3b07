"""Libraries that lend books to families: the preschool's own, a programme's, a partner's, one that a committee bought."""

import numpy as np

from sim.core.compiled import step
from sim.core.kinds import PROGRAMME, Channel
from sim.week.calendar import is_for


@step
def library(offer):
    """Which library an offer comes from, as a bit of families.borrows."""
    return 1 << (offer.serial // PROGRAMME)


@step
def lending(timetable, week):
    """The rows of the timetable that lend books this week."""
    rows, many = np.empty(timetable.size, np.int64), 0
    for r in range(timetable.size):
        offer = timetable[r]
        if offer.channel == Channel.LIBRARY and offer.first <= week <= offer.last:
            rows[many] = r
            many += 1
    return rows[:many]


@step
def books_at_hand(timetable, lending, whom, i, borrows):
    """Books are at hand while a library lends to the family that it borrows from."""
    at_hand = 0.0
    for r in lending:
        offer = timetable[r]
        if is_for(whom, offer, i) and borrows & library(offer):
            at_hand = max(at_hand, offer.strength)
    return at_hand

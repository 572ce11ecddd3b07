"""First ties between parents: mostly within the class, sooner between alike; both know each other."""

import math

import numpy as np

from sim.core.chance import Ask, life, luck
from sim.core.compiled import loop, rule
from sim.core.declare import parameters
from sim.core.units import count, share, weight


@parameters
class FirstTies:
    """How many parents know each other before anything, where, and how alike they are."""

    tries = count(
        3, low=2, high=4, source="assumed: makes three to four ties a family; no open network of parents was found"
    )
    looks = count(2, low=1, high=6, source="assumed: parents met at each try until one is alike enough")
    within_class = share(0.73, low=0.6, high=0.85, source="assumed: children's contacts, Stehle et al. 2011")
    by_ses = weight(0.5, low=0.0, high=1.0, source="assumed; N08 gives the sign: sooner between alike in SES")
    by_language = weight(0.8, low=0.0, high=1.5, source="assumed; N08 gives the sign: sooner between alike")
    apart = share(0.06, low=0.02, high=0.12, source="assumed: families that know nobody at the start")
    least_close = share(0.3, low=0.1, high=0.5, source="assumed: ties differ evenly from this to the closest")
    most_close = share(0.8, low=0.6, high=1.0, source="assumed: ties differ evenly from the least close to this")


@rule
def likeness(ses, others_ses, language, others_language, p):
    """One for two families alike; less the further their means lie apart, and less where one speaks another language."""
    foreign = 1.0 if (language > 0) != (others_language > 0) else 0.0
    return math.exp(-p.by_ses * abs(ses - others_ses) - p.by_language * foreign)


@rule
def somebody(u, first, end, skip_first, skip_end):
    """A row from `first` to `end`, leaving out those from `skip_first` to `skip_end`; -1 where nobody is left."""
    there = (end - first) - (skip_end - skip_first)
    if there <= 0:
        return -1
    row = first + min(int(u * there), there - 1)
    return row if row < skip_first else row + (skip_end - skip_first)


@rule
def free_slot(others, other):
    """The first empty slot; -1 where all are taken or the other is known already."""
    for slot in range(others.size):
        if others[slot] == other:
            return -1
        if others[slot] < 0:
            return slot
    return -1


@rule
def _tie(ties, i, j, closeness):
    """Both know each other, if both have room."""
    mine, theirs = free_slot(ties.other[i], j), free_slot(ties.other[j], i)
    if mine >= 0 and theirs >= 0:
        ties.other[i, mine], ties.other[j, theirs] = j, i
        ties.closeness[i, mine], ties.closeness[j, theirs] = closeness, closeness


@rule
def _keeps_apart(mine, p):
    return luck(mine, Ask.TIE, 0) < p.apart


@rule
def _somebody_alike(families, i, mine, attempt, around, seed, p):
    """The first of a few parents met by chance who is alike enough, or -1."""
    tries, looks = int(p.tries), int(p.looks)
    first, end, class_first, class_end = around
    at_class = class_end - class_first == end - first or luck(mine, Ask.TIE, 1 + attempt) < p.within_class
    for k in range(attempt * looks, (attempt + 1) * looks):
        u = luck(mine, Ask.TIE, 1 + tries + k)
        j = (
            somebody(u, class_first, class_end, i, i + 1)
            if at_class
            else somebody(u, first, end, class_first, class_end)
        )
        if j >= 0 and not _keeps_apart(life(seed, families.who[j]), p):
            alike = likeness(families.ses[i], families.ses[j], families.language[i], families.language[j], p)
            if luck(mine, Ask.TIE_ALIKE, tries + k) < alike:
                return j
    return -1


@loop
def _rows_of_preschools(teachers, preschools):
    """The first row of each preschool, and the row after the last."""
    edges = np.zeros(preschools + 1, np.int64)
    for room in range(teachers.room.size):
        edges[teachers.preschool[room] + 1] = teachers.first[room] + teachers.children[room]
    return edges


@loop
def draw_ties(ties, families, teachers, preschools, seed, p):
    """Each family gets to know a few others; whoever keeps apart knows nobody."""
    edges = _rows_of_preschools(teachers, preschools)
    for i in range(families.who.size):
        mine = life(seed, families.who[i])
        if _keeps_apart(mine, p):
            continue
        room, school = families.room[i], families.preschool[i]
        first = np.int64(teachers.first[room])
        around = (edges[school], edges[school + 1], first, first + teachers.children[room])
        for attempt in range(int(p.tries)):
            j = _somebody_alike(families, i, mine, attempt, around, seed, p)
            if j >= 0:
                _tie(ties, i, j, p.least_close + (p.most_close - p.least_close) * luck(mine, Ask.TIE_ALIKE, attempt))

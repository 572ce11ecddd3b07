"""The families of a district: each preschool's own, drawn as they are there, then side by side in one world."""

import numpy as np

from sim.population.attributes import sort_into_fifths
from sim.population.draw import First, draw
from sim.population.organisations import open_organisations

TEACHERS, PRESCHOOLS = 2, 4  # places in what draw() gives


def draw_district(preschools, seed, numbers):
    """All tables of a district; `preschools` holds the figures and the number of families of each, in order."""
    parts, first = [], First()
    for figures, families in preschools:
        part = draw(figures, families, seed, numbers, first)
        preschools = part[PRESCHOOLS]
        preschools.private[:] = figures.private_share == 1.0
        parts.append(_moved(part, first))
        first = First(first.family + families, first.room + part[TEACHERS].size, first.preschool + preschools.size)
    together = [np.concatenate(tables).view(np.recarray) for tables in zip(*parts, strict=True)]
    sort_into_fifths(together[0], seed)
    return *together, *open_organisations(together[PRESCHOOLS], seed, numbers.Neighbourhood)


def _moved(part, first):
    """One preschool's tables with their rows counted over the whole district."""
    families, children, teachers, attention, preschools, ties, *_ = (
        part  # organisations are those of the whole district
    )
    families.room[:] += first.room
    families.preschool[:] += first.preschool
    teachers.preschool[:] += first.preschool
    teachers.first[:] += first.family
    ties.other[ties.other >= 0] += first.family
    return families, children, teachers, attention, preschools, ties

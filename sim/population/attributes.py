"""Who the families are: seven attributes that go together as in the survey, SES, pressure of time, distance."""

import numpy as np

from sim.core.chance import Ask, life, normal_luck
from sim.core.compiled import loop, rule
from sim.core.declare import parameters
from sim.core.units import ratio, share, weight
from sim.population.lots import lots


@parameters
class TimePressure:
    """How short of time a family is, in full-time parents."""

    part_time = ratio(0.6, low=0.4, high=0.8, source="assumed: about 22 of 40 hours, and the way to work")
    full_time = ratio(1.0, low=0.8, high=1.2, source="assumed: the unit of pressure")
    lone_parent = weight(0.25, low=0.0, high=0.6, source="assumed: nobody to share errands with")
    each_sibling = weight(0.05, low=0.0, high=0.2, source="assumed: a little for each other child")


@parameters
class LanguageDistance:
    """How far a home language is from the school's, as a share of the place's distance."""

    both = share(0.5, low=0.2, high=0.8, source="assumed: half the way where the child speaks both languages")
    other = share(1.0, low=0.8, high=1.0, source="assumed: all the way where it speaks another")


@rule
def time_pressure(work, two_parents, siblings, p):
    """Nobody at work, no pressure; else it grows with paid hours, alone a quarter more, and with each other child."""
    hours = 0.0 if work == 0 else p.part_time if work == 1 else p.full_time
    return hours * (1.0 + p.lone_parent * (1 - two_parents) + p.each_sibling * siblings)


@rule
def language_distance(language, distance, p):
    """None for the school's language, part of the place's distance for both, all of it for another."""
    return distance * (0.0 if language == 0 else p.both if language == 1 else p.other)


@rule
def code_of(deviate, cuts):
    """How many cuts lie below the deviate."""
    code = 0
    while code < cuts.size and deviate >= cuts[code]:
        code += 1
    return code


@loop
def draw_attributes(families, seed, cuts, cholesky, points, distance, pressure, far):
    """Seven deviates that go together, cut into codes; then what follows from the codes."""
    own = np.empty(cuts.shape[0])
    codes = np.empty(cuts.shape[0], np.int64)
    for i in range(families.who.size):
        mine = life(seed, families.who[i])
        for k in range(own.size):
            own[k] = normal_luck(mine, Ask.FAMILY_ATTRIBUTE, k)
            deviate = 0.0
            for j in range(k + 1):
                deviate += cholesky[k, j] * own[j]
            codes[k] = code_of(deviate, cuts[k])
        _write_codes(families, i, codes)
        families.ses[i] = points[0, families.income[i]] + points[1, families.education[i]]
        families.pressure[i] = time_pressure(codes[3], codes[2], codes[4], pressure)
        families.distance[i] = language_distance(codes[5], distance, far)


@rule
def _write_codes(families, i, codes):
    families.income[i] = codes[0] + 1  # the survey counts these two from 1
    families.education[i] = codes[1] + 1
    families.two_parents[i] = codes[2]
    families.work[i] = codes[3]
    families.siblings[i] = codes[4]
    families.language[i] = codes[5]
    families.private[i] = codes[6]


def sort_into_fifths(families, seed):
    """Fifths of SES within the place; equals are parted by chance, never by row."""
    ranks = np.lexsort((lots(families.who, seed, int(Ask.RANK_TIE), 0), families.ses))
    families.fifth[ranks] = np.arange(ranks.size) * 5 // ranks.size

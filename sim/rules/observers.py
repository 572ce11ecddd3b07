"""Who sees a skill, and how it looks to them. For one child, or for columns of many."""

import math

from sim.core.declare import parameters
from sim.core.units import ratio, sd_above_zero, share, weight


@parameters
class Observers:
    """Errors of observers. Variances beside a true one of 1; ratings are reported in SD of such ratings."""

    tester_error = sd_above_zero(0.35, low=0.2, high=0.5, source="assumed: reliability about .89")
    teacher_halo = sd_above_zero(1.149, low=0.9, high=1.4, source="fitted: ECLS-K 1998, variance 1.32")
    teacher_error = sd_above_zero(0.938, low=0.7, high=1.2, source="fitted: ECLS-K 1998, variance .88")
    parent_halo = sd_above_zero(1.400, low=1.1, high=1.7, source="fitted: ECLS-K 1998, variance 1.96")
    parent_error = sd_above_zero(1.572, low=1.2, high=1.9, source="fitted: ECLS-K 1998, variance 2.47")
    relation = weight(
        0.30, low=0.0, high=1.0, source="assumed: a teacher rates the children of parents she trusts better"
    )
    taught_parent_sees = sd_above_zero(
        0.40,
        low=0.0,
        high=0.9,
        source="assumed: parents who took part in a programme see its work in their child; unmasked ratings gain more",
    )
    programme_known = sd_above_zero(
        0.15,
        low=0.0,
        high=0.5,
        source="assumed: a teacher knows whose parents took part, and expects more of the child",
    )
    typical_trust = share(0.60, low=0.4, high=0.8, source="assumed: the trust at which a rating is not coloured")
    contacts_taken = weight(
        0.60, low=0.3, high=1.0, source="assumed: of how families' trust differs, how one contact feels to them does"
    )
    teachers_trust_sd = share(
        0.15, low=0.05, high=0.25, source="assumed: families differ to teachers as parents do in trust, a little less"
    )
    parent_report_error = sd_above_zero(
        0.60, low=0.3, high=1.0, source="assumed: error of what parents report of the quality of practice at home"
    )
    time_report_error = ratio(
        0.12,
        low=0.06,
        high=0.20,
        source="assumed: of reported time, six tenths of what families differ by, as of quality",
    )


def tested(skill, error, p):
    """A masked tester sees the skill with a little error."""
    return skill + p.tester_error * error


def rated_by_teacher(skill, halo, trust, took_part, error, p):
    """A teacher's rating: the skill, a lasting halo, her relation with the family, whether it took part, and error."""
    coloured = p.relation * (trust - p.typical_trust) + p.programme_known * took_part
    return skill + halo + coloured + p.teacher_error * error


def rated_by_parent(skill, halo, took_part, error, p):
    """Parents rate by a yardstick of their own, and those who took part see what they worked for."""
    return skill + halo + p.taught_parent_sees * took_part + p.parent_error * error


def spread_of_ratings(halo, error):
    """SD of ratings, of skills with a true SD of 1."""
    return math.sqrt(1.0 + halo**2 + error**2)

"""Teachers learn: to work with families, or to teach (§3.2)."""

import math

from sim.core.compiled import rule
from sim.core.declare import parameters
from sim.core.units import per_contact, sd_above_zero, share, weeks


@parameters
class StaffTraining:
    """How far a day of training or a coach's visit brings a teacher, and how long it lasts."""

    day = per_contact(0.06, low=0.02, high=0.15, source="assumed: of the way to the ceiling")
    coaching_visit = per_contact(
        0.10, low=0.03, high=0.2, source="assumed: more than a day; K11, K13: coaching is the largest item of a start"
    )
    skill_ceiling = share(0.90, low=0.7, high=1.0, source="assumed: skill with families of other cultures")
    quality_ceiling = sd_above_zero(
        1.2, low=0.5, high=2.0, source="assumed: below the best centres, which are 2 SD up (C16)"
    )
    half_life = weeks(52.0, low=20.0, high=150.0, source="assumed; E48: half is gone in a year, for children")


@rule
def lesson_a_week(days, visits, weeks, p):
    """Days and coach's visits of a year as the share of the way they close in each of its school weeks."""
    left = days * math.log(1.0 - p.day) + visits * math.log(1.0 - p.coaching_visit)
    return 1.0 - math.exp(left / weeks)


@rule
def learned_after_a_week(learned, start, ceiling, lesson, p):
    """A lesson closes part of the way to the ceiling; what was learned fades."""
    more = learned + lesson * max(0.0, ceiling - start - learned)
    return more * math.exp(-math.log(2.0) / p.half_life)

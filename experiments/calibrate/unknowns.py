"""Which numbers are not known, and what is plausible for each: the declared range, before any trial is looked at."""

import math
from functools import cache

import numpy as np

import sim

# Fixed: who the families are, what was fitted to surveys of them, prices and minutes (what things cost, not what they do),
# the norm, how large a unit is, and what only another form of a rule reads.
FIXED_GROUPS = {
    "Development",
    "Entrants",
    "FamilyMinutes",
    "FirstTeachers",
    "FirstTies",
    "LanguageDistance",
    "Price",
    "SkillAtEntry",
    "Sorting",
    "StaffHours",
    "TeacherMinutes",
    "TimePressure",
    "Upkeep",
    "Wage",
}
FIXED = {
    "Effort.typical_pressure",
    "Effort.worth",
    "Goals.alike_within",
    "Growth.potential_variance",
    "HomePractice.full_session",
    "InStep.typical",
    "Observers.typical_trust",
    "Teaching.typical_knowledge",
    "Trust.typical_skill",
}
WIDE = 4.0  # times; beyond it a range is taken in proportion rather than in steps


@cache
def unknowns():
    """{number: (low, high, whether it is taken in proportion)}, in the order of their declaration."""
    found = {}
    for group, numbers in sim.NUMBERS.items():
        for name, one in numbers.declared.items():
            dotted = f"{group}.{name}"
            known = group in FIXED_GROUPS or dotted in FIXED or one.choices or one.high <= one.low
            if not known and not one.source.startswith("fitted: NHES") and not one.source.startswith("fitted: ECLS"):
                found[dotted] = (one.low, one.high, one.low > 0.0 and one.high >= WIDE * one.low)
    return found


def numbers_at(point):
    """A point of the unit cube as numbers of the model."""
    return {
        name: float(low * (high / low) ** u if in_proportion else low + (high - low) * u)
        for u, (name, (low, high, in_proportion)) in zip(point, unknowns().items(), strict=True)
    }


def point_of(numbers):
    """Numbers of the model as a point of the unit cube."""
    return np.array(
        [
            math.log(numbers[name] / low) / math.log(high / low)
            if in_proportion
            else (numbers[name] - low) / (high - low)
            for name, (low, high, in_proportion) in unknowns().items()
        ]
    )

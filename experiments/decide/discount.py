"""Money and effects of later years, counted less (Levin & McEwan, Cost-Effectiveness Analysis, 2nd ed. 2001, chapter 5)."""

import numpy as np

RATES = (0.0, 0.03)  # shown beside each other wherever a horizon goes beyond one year


def factors(years, rate):
    """What a unit of each year counts today; the first year counts in full."""
    return (1.0 + rate) ** -np.arange(years)


def present_value(by_year, rate):
    """Amounts of each year (the last axis) as one amount of today."""
    by_year = np.asarray(by_year, float)
    return by_year @ factors(by_year.shape[-1], rate)


def present_effect(effect, years, rate):
    """An effect measured in the last of so many years, as seen from today."""
    return np.asarray(effect, float) * factors(years, rate)[-1]

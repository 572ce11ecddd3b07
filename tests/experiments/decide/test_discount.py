"""Present values, by hand."""

import pytest

from experiments.decide.discount import present_effect, present_value


def test_three_years_at_three_per_cent():
    """100 now, 100 in a year, 100 in two: 100 + 97.0874 + 94.2596."""
    assert present_value([100, 100, 100], 0.03) == pytest.approx(291.3469695541521, abs=1e-9)
    assert present_value([100, 100, 100], 0.0) == 300


def test_an_effect_counts_from_the_year_it_is_measured_in():
    assert present_effect(2.0, 1, 0.03) == 2.0
    assert present_effect(2.0, 3, 0.03) == pytest.approx(2.0 / 1.03**2, abs=1e-12)

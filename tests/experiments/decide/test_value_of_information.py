"""What finding out is worth, against a table by hand and against a closed form."""

import math

import numpy as np
import pytest
from scipy.stats import norm

from experiments.decide.value_of_information import evpi, evppi, for_a_district


def test_a_table_by_hand():
    """Best of each state 10 and 6, mean 8; best of means: (10+2)/2 = 6. Knowing is worth 2."""
    assert evpi(np.array([[10.0, 5.0], [2.0, 6.0]])) == pytest.approx(2.0, abs=1e-9)


def test_where_one_strategy_is_always_best_nothing_is_gained():
    assert evpi(np.array([[3.0, 1.0], [5.0, 4.0]])) == pytest.approx(0.0, abs=1e-12)


def test_the_closed_form_of_a_normal_difference():
    """Against doing nothing, a benefit N(m, s): E max(0, B) − max(0, m) = s·φ(m/s) − |m|·Φ(−|m|/s)."""
    mean, sd, draws = 1.0, 2.0, 400_000
    benefit = np.random.default_rng(1).normal(mean, sd, draws)
    closed = sd * norm.pdf(mean / sd) - mean * norm.cdf(-mean / sd)
    error = 3.0 * sd / math.sqrt(draws)
    assert evpi(np.column_stack([np.zeros(draws), benefit])) == pytest.approx(closed, abs=error)


def test_knowing_the_one_thing_that_matters_is_worth_all_and_the_other_nothing():
    rng = np.random.default_rng(2)
    matters, idle = rng.normal(size=(2, 20_000))
    benefits = np.column_stack([np.zeros(20_000), matters])
    assert evppi(benefits, matters) == pytest.approx(evpi(benefits), rel=1e-6)
    assert evppi(benefits, idle) == pytest.approx(0.0, abs=0.01)
    assert evppi(benefits, np.ones(20_000)) == pytest.approx(0.0, abs=1e-12)


def test_a_district_has_many_children():
    assert for_a_district(2.5, 1000, 3) == 7500.0

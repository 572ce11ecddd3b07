"""e to the power x inside compiled loops: as good as the library's, one by one and many at a time."""

import math

import numpy as np
import pytest

from sim.core.compiled import loop
from sim.core.exponential import LEAST, MOST, exp

LAST_PLACE = 2.0**-52


@loop
def _of_all(x, powers):
    for i in range(x.size):
        powers[i] = exp(x[i])


def test_within_two_units_of_the_last_place():
    x = np.concatenate([np.linspace(LEAST, MOST, 20_011), np.linspace(-3.0, 3.0, 20_011)])
    powers = np.empty_like(x)
    _of_all(x, powers)
    assert max(abs(mine / math.exp(one) - 1.0) for one, mine in zip(x, powers, strict=True)) <= 2 * LAST_PLACE


def test_nothing_to_the_power_is_one():
    assert exp(0.0) == 1.0


@pytest.mark.parametrize("x", [-1e9, 1e9])
def test_far_out_it_stops_where_numbers_do(x):
    assert 0.0 <= exp(x) < math.inf
    assert exp(x) == exp(LEAST if x < 0 else MOST)


def test_never_falls():
    x = np.sort(np.random.default_rng(3).normal(0.0, 5.0, 10_000))
    powers = np.empty_like(x)
    _of_all(x, powers)
    assert (np.diff(powers) >= 0.0).all()

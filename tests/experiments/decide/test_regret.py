"""Regret against a table done by hand."""

import numpy as np
import pytest

from experiments.decide.regret import largest_regret, least_regretted, regret, satisficing

VALUES = np.array([[10.0, 6.0, 8.0], [2.0, 6.0, 5.0]])  # two states of the world, three strategies


def test_what_is_lost_in_each_state():
    assert regret(VALUES).tolist() == [[0.0, 4.0, 2.0], [4.0, 0.0, 1.0]]


def test_the_least_regretted_is_best_in_no_state():
    assert largest_regret(VALUES).tolist() == [4.0, 4.0, 2.0]
    assert least_regretted(VALUES) == 2


def test_good_enough():
    assert satisficing(VALUES, 5.0).tolist() == pytest.approx([0.5, 1.0, 1.0])

"""What a policy does to preschools besides its mandates: whom they serve stays, what they stand for turns."""

import numpy as np
import pytest

from sim.institutions.authority import turn_goals
from sim.run import settle
from sim.scenario import read_scenario

LESS_ACADEMIC = {"academic_emphasis": 0.25}


@pytest.fixture
def world():
    return settle(read_scenario({"place": "us_preschool", "families": 120, "weeks": 4, "strategy": {}}), 1)


def policy(**changes):
    return read_scenario(
        {"place": "us_preschool", "families": 40, "weeks": 4, "strategy": {}, "policy": changes}
    ).strategy.policy


def test_goals_turn_half_of_what_is_left_each_term(world):
    schools, apart = world.tables.preschools, []
    for _ in range(3):
        turn_goals(world, policy(**LESS_ACADEMIC))
        apart.append(schools.goals_at_start[0, 0] - 0.125)  # language and numeracy share a quarter
    assert apart == pytest.approx([0.05, 0.025, 0.0125])  # from .225
    np.testing.assert_allclose(schools.goals.sum(axis=1), 1.0)


def test_under_the_same_emphasis_nothing_turns(world):
    before = world.tables.preschools.goals.copy()
    turn_goals(world, policy())
    assert np.array_equal(before, world.tables.preschools.goals)


def test_what_parents_moved_stays_moved(world):
    schools = world.tables.preschools
    schools.goals[:, 4] += 0.02
    schools.goals[:, 0] -= 0.02
    before = schools.goals - schools.goals_at_start
    turn_goals(world, policy(**LESS_ACADEMIC))
    np.testing.assert_allclose(schools.goals - schools.goals_at_start, before, atol=1e-12)

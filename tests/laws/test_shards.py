"""Law 6: a place cut into shards of whole preschools lives the same lives, but for what ties all its preschools together."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import sim
from experiments import large
from sim.shards import OF_CLASSES
from tests.laws.scenarios import EVERYTHING, OFTEN, scenarios

TIES = ("partnerships", "cooperation_office", "consultation")
UNTIED = {name: dose for name, dose in EVERYTHING.items() if name not in TIES}


def lived(scenario, seed, families_a_shard):
    """Every outcome of both arms, and every weekly sum."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(large, "LARGEST", families_a_shard)
        arms = large.pair(scenario, seed)
    outcomes = {(arm, *key): value for arm, rows, _ in arms for *key, value in rows}
    return outcomes, [weekly for _, _, weekly in arms]


def apart(scenario, seed):
    """Outcomes by which three shards and the place in one piece differ."""
    (whole, weekly), (added, weekly_added) = (lived(scenario, seed, n) for n in (10**6, scenario.families // 3))
    assert whole.keys() == added.keys()
    if not np.allclose(weekly, weekly_added, rtol=1e-9, atol=1e-9):
        return ["weekly"]
    return [key for key, value in whole.items() if not math.isclose(value, added[key], rel_tol=1e-9, abs_tol=1e-9)]


def untied(asked):
    """The same without what ties preschools together: partners, coordinators, consultation, money by need, a quarter of all."""
    strategy = {}
    for name, dose in asked["strategy"].items():
        if name not in TIES:
            group = dose["for_whom"] if name != "funded" else None
            tied = group == "lowest_quarter" or (name in OF_CLASSES and group != "all")
            strategy[name] = dose | {"for_whom": "all"} if tied else dose
    policy = {key: value for key, value in asked["policy"].items() if key not in ("consultation", "by_need")}
    budget = {key: value for key, value in asked["budget"].items() if key != "coordinator_hours"}
    return asked | {"families": 180, "strategy": strategy, "policy": policy | {"by_need": 0.0}, "budget": budget}


@OFTEN
@given(scenarios(), st.integers(0, 10_000))
def test_shards_add_up_to_the_whole(asked, seed):
    scenario = sim.read_scenario(untied(asked))
    assert sim.decided_by_shards(scenario) == [] == apart(scenario, seed)


@pytest.mark.parametrize("funded", [True, False])
def test_shards_add_up_to_the_whole_with_everything_that_does_not_tie_preschools(funded):
    asked = {"place": "us_preschool", "families": 400, "weeks": 45, "strategy": UNTIED | {"funded": funded}}
    assert apart(sim.read_scenario(asked), 3) == []


def test_another_culture_brings_the_same_families_up_in_every_shard():
    asked = {
        "place": "us_preschool",
        "families": 400,
        "weeks": 20,
        "culture": {"other_language": 0.5, "entrusting": 0.6},
    }
    assert apart(sim.read_scenario(asked | {"strategy": {}, "against": {"culture": {}}}), 3) == []


@pytest.mark.parametrize("name", [*TIES, "earmarked_funds"])
def test_what_ties_preschools_together_is_said(name):
    asked = {"place": "us_preschool", "families": 400, "weeks": 45, "strategy": {name: {}}, "policy": {"by_need": 1.0}}
    scenario = sim.read_scenario(asked | {"budget": {"teacher_hours": 0.2}})
    assert len(sim.decided_by_shards(scenario)) == 1 and apart(scenario, 3)

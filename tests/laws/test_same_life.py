"""Law 1: the same scenario and seed live the same life, to the last bit, run whole or in pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.report import measure
from sim.run import live, settle, simulate, simulate_pair
from sim.scenario import read_scenario
from tests.laws.scenarios import OFTEN, differences, scenarios


@OFTEN
@given(scenarios(), st.integers(0, 2**31))
def test_twice_is_the_same_to_the_last_bit(scenario, seed):
    once, again = simulate(scenario, seed), simulate(scenario, seed)
    assert differences(once.world, again.world) == []
    assert once.weekly_sums.tobytes() == again.weekly_sums.tobytes()
    assert repr(measure(once.measured)) == repr(measure(again.measured))


@OFTEN
@given(scenarios(), st.integers(0, 2**31))
def test_a_pair_is_its_two_arms_run_alone(scenario, seed):
    for run in simulate_pair(scenario, seed):
        assert differences(run.world, simulate(scenario, seed, run.arm).world) == []


BUSY = {
    "place": "us_preschool",
    "families": 200,
    "weeks": 45,
    "at": "end",
    "strategy": {"messages": {}, "home_visits": {}, "parent_school": {"from_week": 3}, "book_library": {}},
    "policy": {"meetings_a_year": 6, "clarity": 0.5},
    "replicates": 1,
}


def test_what_comes_later_does_not_change_what_was():
    """A run ended early is the first piece of the whole run."""
    whole = simulate(BUSY, 3).weekly_sums
    other = [
        weeks
        for weeks in range(1, 45)
        if simulate(BUSY | {"weeks": weeks}, 3).weekly_sums.tobytes() != whole[:weeks].tobytes()
    ]
    assert other == []


def test_an_event_that_changes_nothing_changes_nothing():
    """Such an event cuts the run in two pieces: lived in pieces, it is the same life."""
    whole = simulate(BUSY, 3)
    other = {}
    for week in range(2, 45):
        event = {"week": week, "set": {"policy.clarity": 0.5}}
        pieces = simulate(BUSY | {"events": [event]}, 3)
        found = differences(whole.world, pieces.world)
        if found:
            other[week] = found[:3]
    assert other == {}


@pytest.mark.parametrize("at", ["last_school_week", "end"])
def test_when_it_is_measured_does_not_change_the_life(at):
    assert differences(simulate(BUSY, 3).world, simulate(BUSY | {"at": at}, 3).world) == []


def test_a_copied_start_lives_like_the_start():
    scenario = read_scenario({"place": "us_preschool", "strategy": {"messages": {}}, "families": 50, "weeks": 30})
    start = settle(scenario, 5)
    copied = start.copied()
    assert differences(live(scenario, 5, start).world, live(scenario, 5, copied).world) == []


def test_another_seed_is_another_life():
    scenario = {"place": "us_preschool", "strategy": {}, "families": 50, "weeks": 5, "replicates": 1}
    assert "children.skills" in differences(simulate(scenario, 1).world, simulate(scenario, 2).world)

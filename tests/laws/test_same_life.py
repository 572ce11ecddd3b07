"""Law 1: the same scenario and seed live the same life, to the last bit, run whole or in pieces."""

from hypothesis import given
from hypothesis import strategies as st

from sim.report import measure
from sim.scenario import read_scenario
from sim.run import live, settle, simulate, simulate_pair
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


@OFTEN
@given(scenarios(), st.integers(1, 59))
def test_what_comes_later_does_not_change_what_was(scenario, cut):
    """A run ended early is the first piece of the whole run: an event that changes nothing cuts the whole in two there."""
    weeks = scenario["weeks"]
    cut = min(cut, weeks)
    short, whole = simulate(scenario | {"weeks": cut}, 3), simulate(scenario, 3)
    assert short.weekly_sums.tobytes() == whole.weekly_sums[:cut].tobytes()


def test_a_copied_start_lives_like_the_start():
    scenario = read_scenario({"place": "us_preschool", "strategy": {"messages": {}}, "families": 50, "weeks": 30, "replicates": 1})
    start = settle(scenario, 5)
    copied = start.copied()
    assert differences(live(scenario, 5, start).world, live(scenario, 5, copied).world) == []


def test_another_seed_is_another_life():
    scenario = {"place": "us_preschool", "strategy": {}, "families": 50, "weeks": 5, "replicates": 1}
    assert "children.skills" in differences(simulate(scenario, 1).world, simulate(scenario, 2).world)

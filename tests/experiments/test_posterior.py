"""The fitted ensemble: read, carried through a run, and named where numbers are shown."""

import math

import pytest

import sim
from experiments import unknown
from experiments.posterior import fingerprint, how_it_was_made, members, ranges_of_members, results_of_members
from experiments.run import run
from experiments.show import sources_table
from experiments.study.experiment import read_experiment

pytestmark = pytest.mark.skipif(not members(), reason="there is no fitted ensemble in configs/posteriors")


def test_it_is_an_ensemble_and_not_a_best_guess():
    assert len(members()) >= 200
    assert len(results_of_members()) == len(members())
    assert how_it_was_made()["members"] == len(members())
    assert len(fingerprint()) == 12


def test_every_member_is_possible():
    for member in members()[::20]:
        sim.numbers_with(member)


def test_what_is_not_known_is_carried_through_a_run(tmp_path, monkeypatch):
    monkeypatch.setattr(unknown, "MEMBERS", 3)
    scenario = {
        "place": "us_preschool",
        "families": 40,
        "weeks": 20,
        "strategy": {"messages": {}},
        "numbers": "posterior",
    }
    table, _, read = run(sim.read_scenario(scenario), seeds=2, out=tmp_path / "one")
    assert not read
    row = table[(table.outcome == "practice_time") & (table.group == "all") & (table.strategy == "strategy")].iloc[0]
    assert row.unknown_low < row.unknown_high
    held, _, _ = run(sim.read_scenario(scenario | {"numbers": {}}), seeds=2, out=tmp_path / "other")
    assert all(value is None or math.isnan(value) for value in held.unknown_low)


def test_experiments_may_vary_what_the_trials_left_open():
    asked = {
        "place": "us_preschool",
        "strategies": ["routine", "messages_three"],
        "uncertainties": "posterior",
        "design": {"kind": "latin", "points": 8},
        "look_at": ["language"],
    }
    assert {axis.name for axis in read_experiment(asked).axes} == set(ranges_of_members())


def test_sources_say_where_trials_leave_a_number():
    table, *_ = sources_table(sim.read_scenario("first_look"))
    assert any("[trials:" in str(cell) for cell in table.columns[-1].cells)

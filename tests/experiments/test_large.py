"""Districts too large for one piece."""

import numpy as np
import pytest

import sim
from experiments import large
from experiments.pairs import live_pairs

EXAMPLE = sim.PACKAGED / "districts" / "example.csv"
ASKED = {"place": "us_preschool", "families": 300, "weeks": 4, "strategy": {"messages": {"per_week": 3}}}


@pytest.fixture
def in_parts(monkeypatch):
    monkeypatch.setattr(large, "LARGEST", 100)
    return sim.read_scenario(ASKED)


def test_parts_are_even_and_add_up(in_parts, monkeypatch):
    assert large.parts(in_parts) == [100, 100, 100]
    monkeypatch.setattr(large, "LARGEST", 70)
    assert large.parts(in_parts) == [60, 60, 60, 60, 60]
    monkeypatch.setattr(large, "LARGEST", 299)
    assert large.parts(in_parts) == [150, 150]


def test_what_fits_in_one_piece_is_the_run_itself():
    scenario = sim.read_scenario(ASKED)
    for (arm, rows, weekly), run in zip(large.pair(scenario, 3), sim.simulate_pair(scenario, 3), strict=True):
        assert arm == run.arm and np.array_equal(weekly, run.weekly_sums)
        by_itself = {(name, observer, group): value for name, observer, group, value, _ in sim.measure(run.measured)}
        assert {key[:3]: key[3] for key in rows} == {key: value for key, value in by_itself.items() if value == value}


def test_parts_are_added_up_as_means_over_families(in_parts):
    whole = {row[:3]: row[3] for row in large.pair(in_parts, 1)[1][1]}
    each = [sim.simulate_pair(ASKED | {"families": 100}, 1 + large.APART * k)[1] for k in range(3)]
    language = [np.mean(sim.OUTCOMES["language"](run.measured)) for run in each]
    assert whole["language", "true", "all"] == pytest.approx(np.mean(language))
    other = [sim.mask("other_language", run.measured, None) for run in each]
    skills = np.concatenate(
        [sim.OUTCOMES["language"](run.measured)[mask] for run, mask in zip(each, other, strict=True)]
    )
    assert whole["language", "true", "other_language"] == pytest.approx(np.mean(skills))


def test_a_large_place_says_what_one_in_one_piece_says(monkeypatch):
    """The same place in one piece and in three: what messages do to practice agrees within what luck allows."""
    scenario = sim.read_scenario(ASKED | {"weeks": 20})

    def effects():
        rows, _ = live_pairs(scenario, 6)
        of = {(seed, arm): value for seed, arm, *key, value in rows if key == ["practice_time", "true", "all"]}
        return np.array([of[seed, "strategy"] - of[seed, "baseline"] for seed in range(1, 7)])

    whole = effects()
    monkeypatch.setattr(large, "LARGEST", 100)
    parted = effects()
    error = np.hypot(whole.std(ddof=1), parted.std(ddof=1)) / np.sqrt(6)
    assert abs(whole.mean() - parted.mean()) < 4 * error and whole.mean() > 10 * error


def test_a_districts_own_preschools_stay_together(monkeypatch):
    monkeypatch.setattr(large, "LARGEST", 10)
    scenario = sim.read_scenario({"place": "us_preschool", "district": str(EXAMPLE), "weeks": 4, "strategy": "routine"})
    assert large.parts(scenario) == [scenario.families]

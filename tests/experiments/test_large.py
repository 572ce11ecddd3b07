"""Districts too large for one piece."""

import subprocess
import sys

import numpy as np
import pytest

import sim
from experiments import large
from experiments.pairs import live_pairs

EXAMPLE = sim.PACKAGED / "districts" / "example.csv"
ASKED = {"place": "us_preschool", "families": 300, "weeks": 4, "strategy": {"messages": {"per_week": 3}}}


@pytest.fixture
def in_shards(monkeypatch):
    monkeypatch.setattr(large, "LARGEST", 100)
    return sim.read_scenario(ASKED)


def test_no_shard_is_larger_than_allowed(in_shards, monkeypatch):
    assert large.shards_of(in_shards) == 3
    for largest, shards in ((299, 2), (300, 1), (1, 300)):
        monkeypatch.setattr(large, "LARGEST", largest)
        assert large.shards_of(in_shards) == shards


def test_what_fits_in_one_piece_is_the_run_itself():
    scenario = sim.read_scenario(ASKED)
    for (arm, rows, weekly), run in zip(large.pair(scenario, 3), sim.simulate_pair(scenario, 3), strict=True):
        assert arm == run.arm and np.array_equal(weekly, run.weekly_sums)
        assert [tuple(row) for row in rows] == [row[:4] for row in sim.measure(run.measured)]


def test_more_shards_than_preschools_are_as_many_as_preschools(monkeypatch):
    monkeypatch.setattr(large, "LARGEST", 1)
    rows, _ = live_pairs(sim.read_scenario(ASKED | {"families": 130}), 1)
    monkeypatch.setattr(large, "LARGEST", 130)
    whole, _ = live_pairs(sim.read_scenario(ASKED | {"families": 130}), 1)
    assert [row[:5] for row in rows] == [row[:5] for row in whole]
    np.testing.assert_allclose([row[5] for row in rows], [row[5] for row in whole], rtol=1e-9, atol=1e-9)


def test_progress_comes_to_the_end(in_shards):
    shares = []
    large.pair(in_shards, 1, shares.append)
    assert shares == [1 / 3, 2 / 3, 1.0]


def test_what_each_shard_does_for_itself_is_said_where_there_are_shards(in_shards, monkeypatch):
    tied = sim.read_scenario(ASKED | {"strategy": {"partnerships": {}}})
    assert large.notes(in_shards) == []
    assert large.notes(tied) == ["lived in 3 parts: organisations choose among the preschools of their own part"]
    monkeypatch.setattr(large, "LARGEST", 300)
    assert large.notes(tied) == []


def test_a_districts_own_preschools_stay_together(monkeypatch):
    monkeypatch.setattr(large, "LARGEST", 10)
    scenario = sim.read_scenario({"place": "us_preschool", "district": str(EXAMPLE), "weeks": 4, "strategy": "routine"})
    assert large.shards_of(scenario) == 1


IN_A_PROCESS_OF_ITS_OWN = """
import resource, sim
from experiments import large
asked = {asked}
def peak(families):
    large.pair(sim.read_scenario(asked | {{"families": families}}), 1)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
print(peak(10_000), peak(200_000))
"""


@pytest.mark.slow
def test_memory_is_that_of_one_shard():
    """A family more takes no more than its seat: less than 200 bytes, where a whole one has about a thousand."""
    code = IN_A_PROCESS_OF_ITS_OWN.format(asked=ASKED)  # here the tests before would have taken the memory already
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    few, many = (int(word) for word in said.stdout.split())
    assert many - few < 190_000 * 200, f"{(many - few) / 190_000:.0f} bytes a family"

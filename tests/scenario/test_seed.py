"""A seed is a whole number that fits: others are refused in a sentence, before anybody is drawn."""

import pytest

import sim
from sim.run import LARGEST_SEED, a_seed

BASE = {"place": "us_preschool", "families": 20, "weeks": 2, "strategy": "routine"}


@pytest.mark.parametrize("seed", [-1, LARGEST_SEED + 1, 1.5, True, "one", None])
def test_what_is_no_seed_is_refused(seed):
    for ask in (sim.simulate, sim.simulate_pair):
        with pytest.raises(sim.ScenarioError, match="is no seed: a whole number from 0 to"):
            ask(BASE, seed=seed)


@pytest.mark.parametrize("seed", [0, 1, LARGEST_SEED])
def test_the_smallest_and_the_largest_seed_are_seeds(seed):
    assert a_seed(seed) == seed

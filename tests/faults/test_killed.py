"""The short form of `make faults`."""

import sys

import pytest

from tests.faults.killed import many


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="finds workers in /proc")
def test_an_experiment_killed_at_random_moments_loses_nothing():
    many(2, seed=3, say=lambda words: None)

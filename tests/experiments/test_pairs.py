"""Pairs of runs: differences seed by seed and their intervals."""

import pandas as pd
import pytest

from experiments.pairs import summary


def outcomes_of(differences):
    """Runs whose baseline is 1 and whose strategy adds what is given, seed by seed."""
    rows = []
    for seed, difference in enumerate(differences, start=1):
        rows += [(seed, "baseline", 1.0), (seed, "strategy", 1.0 + difference)]
    frame = pd.DataFrame(rows, columns=["seed", "strategy", "value"])
    return frame.assign(outcome="language", observer="true", group="all")


def test_the_interval_is_students():
    """Three seeds: mean .2, SD .1; t with two degrees of freedom is 4.303."""
    row = summary(outcomes_of([0.1, 0.2, 0.3])).set_index("strategy").loc["strategy"]
    assert row.difference == pytest.approx(0.2)
    assert row.high - row.difference == pytest.approx(4.302653 * 0.1 / 3**0.5, abs=1e-6)


def test_one_seed_says_nothing_about_the_error_of_the_mean():
    row = summary(outcomes_of([0.1])).set_index("strategy").loc["strategy"]
    assert row.difference == pytest.approx(0.1) and pd.isna(row.low) and pd.isna(row.high)

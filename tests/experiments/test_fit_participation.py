"""Who takes part in us_kindergarten, in the running model, beside the K-2 survey."""

import pytest

from experiments.fit_participation import FITTED, SMALLEST, misses, side_by_side

# The survey's own step down from 57% (50-75k) to 51% (75-100k) is not in a model in which means only help.
KNOWN_MISSES = {"inc 75-100k: volunteer"}


@pytest.fixture(scope="module")
def rows():
    return side_by_side({}, families=10_000)


def test_levels_lie_within_three_points(rows):
    overall = [row for row in rows if row[1].startswith("all ")]
    assert len(overall) == 5 and not misses(overall)


def test_activities_go_together_as_in_the_survey(rows):
    phi = [row for row in rows if row[0] == "phi"]
    assert len(phi) == 10 and not misses(phi)


def test_large_groups_lie_near_the_survey(rows):
    groups = [row for row in rows if row[0] == "level" and row[2] >= SMALLEST]
    assert len(groups) > 70
    assert {row[1] for row in misses(groups)} <= KNOWN_MISSES


def test_a_wrong_number_would_be_noticed():
    wrong = side_by_side({"Readiness.ses": 0.1, "Readiness.propensity_sd": 0.6}, families=3000, seeds=(1,))
    assert len(misses(wrong)) > 10
    assert len(FITTED) == 15

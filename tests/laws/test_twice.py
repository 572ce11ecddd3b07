"""Law 8: twice the preschools cost twice; twice the families in one preschool at most twice."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.report import measure
from sim.run import live, settle, simulate
from sim.scenario import read_scenario
from tests.laws.rows import twice
from tests.laws.scenarios import EVERYTHING, OFTEN, scenarios

# Averages over a place do not change when it is doubled; who is of which fifth or quarter of the place does not either.
COSTS = ("teacher_hours", "hired_hours", "family_hours", "money_preschool", "money_programme")


def lived_once_and_twice(given, seed):
    scenario = read_scenario(given)
    start = settle(scenario, seed)
    double = twice(start.copied())
    return live(scenario, seed, start).world, live(scenario, seed, double).world


@OFTEN
@given(scenarios(), st.integers(0, 10_000))
def test_twice_the_preschools_cost_twice_and_live_the_same(scenario, seed):
    once, both = lived_once_and_twice(scenario, seed)
    for column in once.tables.ledger.dtype.names:
        assert 2 * once.tables.ledger[column].sum() == both.tables.ledger[column].sum(), column
    half = once.tables.families.size
    for part in (slice(0, half), slice(half, None)):
        assert np.array_equal(once.tables.children.skills, both.tables.children.skills[part])


@pytest.mark.parametrize("funded", [True, False])
def test_twice_the_preschools_with_everything(funded):
    given = {"place": "us_preschool", "families": 120, "weeks": 45, "strategy": EVERYTHING | {"funded": funded}}
    once, both = lived_once_and_twice(given, 2)
    cost = {row[0]: row[3] for row in measure(once) if row[0] in COSTS}
    assert {row[0]: row[3] for row in measure(both) if row[0] in COSTS} == pytest.approx(cost, rel=1e-12)
    assert 2 * once.tables.ledger.cents_hired.sum() == both.tables.ledger.cents_hired.sum()


@pytest.mark.parametrize("doing", sorted(EVERYTHING))
def test_twice_the_families_in_one_preschool_cost_at_most_twice(doing, tmp_path):
    """Over several lots, since other families have other luck; a place of one large preschool."""
    place = tmp_path / "one_preschool.yaml"
    place.write_text(
        "describes: One preschool\nfigures: us\nterms: [[1, 17], [20, 38]]\nstaff: {classes_a_preschool: 100}\n"
        "culture: {other_language: 0.2}\n"
    )
    base = {"place": str(place), "weeks": 38, "strategy": {doing: EVERYTHING[doing]}, "replicates": 1}
    cost = dict.fromkeys((100, 200), 0.0)
    for families in cost:
        for seed in range(1, 9):
            rows = {row[0]: row[3] for row in measure(simulate(base | {"families": families}, seed).world)}
            cost[families] += families * (rows["money"] + 38 * rows["teacher_hours"])
    assert cost[200] <= 2 * cost[100] * 1.03

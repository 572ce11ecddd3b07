"""Whose costs count: each part is kept by a comparison, and counted once."""

import pytest

import sim
from experiments.compare.what_is_compared import COMPARED
from experiments.decide.perspective import COSTS, PERSPECTIVES, in_money

WAGES = sim.numbers_with({}).Wage


def test_all_that_any_perspective_counts_is_kept_by_a_comparison():
    assert set(COSTS) <= set(COMPARED)
    assert set(COSTS) <= set(sim.OUTCOMES)


def cost(world, perspective):
    return sum(in_money(part, sim.OUTCOMES[part](world, "true"), WAGES) for part in PERSPECTIVES[perspective])


def test_to_society_a_paid_hour_of_parents_costs_what_an_unpaid_one_does():
    """Paid or not, the hour is gone once: who pays for it changes, and how many come."""
    scenario = {"place": "us_preschool", "families": 120, "weeks": 38, "replicates": 1}
    free, paid = (
        sim.simulate(
            scenario
            | {
                "strategy": {"parent_school": {"incentive": share}},
                "numbers": {"Readiness.incentive": 0.0, "Burden.course": 0.0},
            },
            1,
        ).measured
        for share in (0.0, 1.0)
    )
    assert cost(paid, "payers") > cost(free, "payers") + 50
    assert cost(paid, "society") == pytest.approx(cost(free, "society"), rel=0.001)

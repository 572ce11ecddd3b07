"""Law 4: hours and money add up, in whole minutes and cents."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sim.agents.week import Ledger
from sim.run import simulate, simulate_pair
from tests.laws.scenarios import OFTEN, scenarios


@OFTEN
@given(scenarios(), st.integers(0, 10_000))
def test_given_is_used_left_or_lapsed(scenario, seed):
    for run in simulate_pair(scenario, seed):
        ledger, teachers = run.world.tables.ledger, run.world.tables.teachers
        had = ledger.minutes_given + ledger.minutes_granted + ledger.minutes_overtime + ledger.minutes_raised
        went = ledger.minutes_contacts + ledger.minutes_attention + ledger.minutes_training
        went = went + ledger.minutes_lapsed + teachers.minutes_left
        assert np.array_equal(had, went)
        assert (ledger.minutes_helped <= ledger.minutes_raised).all()
        fund = run.world.tables.committees
        got = fund.cents_from_preschool + fund.cents_from_programme + fund.cents_raised
        assert np.array_equal(got, fund.cents_spent + fund.cents_left + fund.cents_lapsed)
        had = ledger.cents_given + ledger.cents_granted
        assert np.array_equal(had, ledger.cents_used + ledger.cents_lapsed + teachers.cents_left)


@OFTEN
@given(scenarios(), st.integers(0, 10_000))
def test_nobody_owes(scenario, seed):
    t = simulate(scenario, seed).world.tables
    for name in Ledger.declared:
        assert (t.ledger[name] >= 0).all(), name
    assert (t.teachers.minutes_left >= 0).all()
    assert (t.teachers.cents_left >= 0).all()


@OFTEN
@given(scenarios(funded=True), st.integers(0, 10_000))
def test_a_funded_strategy_takes_no_more_of_the_preschool_than_a_year_gives(scenario, seed):
    """Hours and money are given alike with and without a funded strategy."""
    routine, funded = simulate_pair(scenario, seed)
    for name in ("minutes_given", "cents_given"):
        assert np.array_equal(routine.world.tables.ledger[name], funded.world.tables.ledger[name])
    assert routine.world.tables.ledger.minutes_hired.sum() == routine.world.tables.ledger.cents_hired.sum() == 0


def test_a_year_gives_its_money_to_the_cent():
    scenario = {
        "place": "us_preschool",
        "strategy": {},
        "families": 47,
        "weeks": 52,
        "budget": {"money_per_child": 61.37},
        "replicates": 1,
    }
    t = simulate(scenario, 1).world.tables
    assert np.array_equal(t.ledger.cents_given, 6137 * t.teachers.children)
    assert (t.teachers.cents_left == 0).all()  # what is not used lapses with the year


def test_tied_money_is_paid_to_the_cent_by_whoever_ties_it():
    """Material in full, hours at the wage, rounded up a week; the preschool's own money stays the same."""
    said = {"place": "us_preschool", "families": 100, "weeks": 52, "replicates": 1, "strategy": {}}
    for policy in ({"earmarked_per_child": 80}, {"earmarked_per_child": 80, "by_need": 1}):
        without, tied = (simulate(said | {"policy": p}, 2).world.tables for p in ({}, policy))
        ledger = tied.ledger
        assert np.array_equal(ledger.cents_given, without.ledger.cents_given)
        assert (ledger.cents_hired == 0).all() and (without.ledger.cents_authority == 0).all()
        paid = ledger.cents_granted + 3800.0 * ledger.minutes_granted / 60.0
        assert (ledger.cents_authority >= paid - 1e-6).all() and (ledger.cents_authority <= paid + 36 * 2).all()
        whole = 100 * 80 * tied.families.size
        assert abs(int(ledger.cents_authority.sum()) - whole) < 0.03 * whole

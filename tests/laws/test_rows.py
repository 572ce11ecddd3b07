"""Law 6: in which row a family stands changes nothing but the order of results."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.run import live, settle
from sim.scenario import read_scenario
from tests.laws.rows import A_FAMILY, shuffled
from tests.laws.scenarios import EVERYTHING, OFTEN, scenarios

ROWS = {"families.room", "ties.other"}  # these name rows


def apart(one, other, rows):
    """Columns of families in which two worlds differ by more than 1e-9, the second one's rows being `rows` of the first."""
    found = []
    for name in A_FAMILY:
        a, b = getattr(one.tables, name)[rows], getattr(other.tables, name)
        for column in a.dtype.names:
            if f"{name}.{column}" not in ROWS and not np.allclose(a[column], b[column], rtol=0, atol=1e-9):
                found.append(f"{name}.{column}")
    return found


def lived_in_order_and_shuffled(given, seed):
    scenario = read_scenario(given)
    start = settle(scenario, seed)
    other, rows = shuffled(start.copied(), seed)
    return live(scenario, seed, start).world, live(scenario, seed, other).world, rows


@OFTEN
@given(scenarios(), st.integers(0, 10_000))
def test_another_order_of_rows_is_the_same_lives(scenario, seed):
    ordered, other, rows = lived_in_order_and_shuffled(scenario, seed)
    assert apart(ordered, other, rows) == []


@pytest.mark.parametrize("funded", [True, False])
def test_another_order_of_rows_is_the_same_lives_with_everything(funded):
    given = {"place": "us_preschool", "families": 200, "weeks": 45, "strategy": EVERYTHING | {"funded": funded}}
    ordered, other, rows = lived_in_order_and_shuffled(given, 3)
    assert apart(ordered, other, rows) == []
    for column in ("minutes_contacts", "minutes_hired", "cents_used", "cents_hired", "cancelled"):
        assert ordered.tables.ledger[column].sum() == other.tables.ledger[column].sum()


def test_the_shuffle_shuffles():
    start = settle(read_scenario({"place": "us_preschool", "families": 200, "strategy": {}}), 1)
    other, rows = shuffled(start.copied(), 1)
    assert (rows != np.arange(200)).mean() > 0.9
    assert np.array_equal(start.tables.families.who[rows], other.tables.families.who)
    assert (other.tables.families.who[other.tables.seats] != start.tables.families.who).any()

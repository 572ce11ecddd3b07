"""Numbers and columns are declared once; what is impossible is refused with what would be possible."""

import pickle
import weakref

import numpy as np
import pytest

from sim.core.declare import parameters, table
from sim.core.errors import ScenarioError
from sim.core.units import ANY, choice, count, count_column, per_domain_column, per_week, sd, share_column


@parameters
class Pace:
    """How fast something follows."""

    rise = per_week(0.04, low=0.01, high=0.10, source="C05")
    tries = count(3, low=1, high=5, source="assumed")
    below = sd(ANY, low=-1.5, high=ANY, source="a choice")
    visitor = choice("trained", "teacher", "trained", source="a choice")


@table
class Rows:
    """One row a row."""

    trust = share_column("expects good", written_by="meet", start=0.5)
    visits = count_column("so far", written_by="answer")
    skill = per_domain_column("SD", "can do", written_by="grow")


def test_a_declaration_is_a_tuple_of_floats():
    assert Pace() == (0.04, 3.0, ANY, 1.0)
    assert {type(value) for value in Pace()} == {float}
    assert Pace.declared["rise"].source == "C05" and Pace.__doc__ == "How fast something follows."


def test_one_number_changes_and_the_others_stay():
    assert Pace.but(rise=0.05) == (0.05, 3.0, ANY, 1.0)


@pytest.mark.parametrize("value", [0, 1, np.float64(0.25)])
def test_every_number_becomes_a_float(value):
    assert type(Pace.but(rise=value).rise) is float and type(Pace.but(tries=4).tries) is float


def test_a_wrong_name_is_refused_with_the_nearest_one():
    with pytest.raises(ScenarioError) as refused:
        Pace.but(rice=0.05)
    assert str(refused.value).startswith("There is no number 'Pace.rice'. Did you mean 'Pace.rise'? ")
    assert str(refused.value).endswith(".py lists: Pace.below, Pace.rise, Pace.tries, Pace.visitor.")


def test_an_impossible_value_is_refused_with_what_is_possible_and_plausible():
    with pytest.raises(ScenarioError) as refused:
        Pace.but(rise=1.4)
    assert str(refused.value) == (
        "Pace.rise = 1.4 is impossible: a share a week lies between 0 and 1. Plausible here is 0.01 to 0.1 (C05)."
    )


@pytest.mark.parametrize("value", [float("nan"), -0.1, float("inf"), -float("inf")])
def test_a_number_out_of_bounds_is_refused(value):
    with pytest.raises(ScenarioError, match=r"^Pace\.rise = .* is impossible"):
        Pace.but(rise=value)


@pytest.mark.parametrize("value", [True, "0.05", None, [0.05], {}, 1j])
def test_what_is_not_a_number_is_refused(value):
    with pytest.raises(
        ScenarioError, match=r"^Pace\.rise = .* is not a number: it is a share a week between 0 and 1\.$"
    ):
        Pace.but(rise=value)


def test_a_choice_is_a_word():
    assert Pace.but(visitor="teacher").visitor == 0.0
    assert Pace.declared["visitor"].shown(1.0) == "trained"
    with pytest.raises(ScenarioError, match=r"Did you mean 'teacher'\? Pace\.visitor lists: teacher, trained\.$"):
        Pace.but(visitor="techer")


@pytest.mark.parametrize("value", [7.0, 0.5, -1.0, float("nan"), None])
def test_a_choice_is_none_but_the_words(value):
    with pytest.raises(ScenarioError, match="There is no choice for"):
        Pace.but(visitor=value)


def test_numbers_travel_between_processes():
    changed = Pace.but(rise=0.05)
    same = pickle.loads(pickle.dumps(changed))
    assert same == changed and type(same) is Pace


def test_tables_travel_between_processes():
    rows = Rows.with_rows(3)
    rows.trust[1] = 0.9
    same = pickle.loads(pickle.dumps(rows))
    assert same.dtype == rows.dtype == Rows.kind
    assert all(np.array_equal(rows[name], same[name]) for name in Rows.declared)


def test_a_table_has_a_column_of_its_kind_for_every_property():
    rows = Rows.with_rows(4)
    assert (rows.trust == 0.5).all() and rows.trust.dtype == np.float64
    assert rows.visits.dtype == np.int64 and rows.skill.shape == (4, 6)


def test_a_copy_shares_nothing():
    rows = Rows.with_rows(2)
    rows.copy().trust[:] = 0.0
    assert (rows.trust == 0.5).all()


COPIES = {
    "made": lambda rows: rows,
    "copied": lambda rows: rows.copy(),
    "chosen": lambda rows: rows[[2, 0, 1]],
    "cut": lambda rows: rows[1:],
    "cut from chosen ones": lambda rows: rows[[2, 0, 1]][1:],
}


@pytest.mark.parametrize("how", COPIES)
def test_a_table_whose_columns_were_read_is_given_back(how):
    """Numpy's tables are not looked after by Python's collector: one that its own columns hold is never freed."""
    rows = COPIES[how](Rows.with_rows(3))
    assert rows.trust.tolist() == [0.5] * rows.size
    rows.visits = 4
    assert rows.visits.tolist() == [4] * rows.size
    left = weakref.ref(rows)
    del rows
    assert left() is None


def test_a_copy_is_a_table_apart():
    rows = Rows.with_rows(3)
    other = rows.copy()
    other.trust[:] = 0.9
    assert rows.trust.tolist() == [0.5] * 3

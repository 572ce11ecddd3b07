import numpy as np
import pytest

from sim.population.ties import FirstTies, free_slot, likeness, somebody


@pytest.fixture(scope="module")
def pairs(drawn):
    """Both rows of every tie."""
    other = drawn[5].other
    row, slot = np.nonzero(other >= 0)
    return row, other[row, slot], drawn[5].closeness[row, slot]


def test_nobody_is_tied_to_itself_or_twice_to_another(pairs):
    one, other, _ = pairs
    assert (one != other).all()
    assert len(set(zip(one.tolist(), other.tolist(), strict=True))) == one.size


def test_both_know_each_other_equally_well(pairs):
    one, other, closeness = pairs
    told = dict(zip(zip(one.tolist(), other.tolist(), strict=True), closeness.tolist(), strict=True))
    assert all(told[b, a] == close for (a, b), close in told.items())


def test_ties_stay_in_the_preschool_and_mostly_in_the_class(drawn, pairs):
    families, (one, other, _) = drawn[0], pairs
    assert (families.preschool[one] == families.preschool[other]).all()
    assert (families.room[one] == families.room[other]).mean() == pytest.approx(0.73, abs=0.02)


def test_a_family_knows_three_or_four_others_and_a_few_know_nobody(drawn):
    known = (drawn[5].other >= 0).sum(axis=1)
    assert 3.0 < known.mean() < 4.1
    assert 0.05 < (known == 0).mean() < 0.10


def test_closeness_is_a_share_and_empty_slots_have_none(drawn):
    ties = drawn[5]
    assert ties.closeness.min() >= 0.0
    assert ties.closeness.max() <= 1.0
    assert (ties.closeness[ties.other < 0] == 0.0).all()


def test_the_tied_are_more_alike_than_others_of_their_class(drawn, pairs):
    families, (one, other, _) = drawn[0], pairs
    neighbour = np.roll(np.arange(families.who.size), 1)
    same_class = families.room == families.room[neighbour]
    by_lot = np.abs(families.ses - families.ses[neighbour])[same_class].mean()
    assert np.abs(families.ses[one] - families.ses[other]).mean() < 0.95 * by_lot


def test_likeness_is_one_for_two_alike_and_falls_with_distance():
    p = FirstTies()
    assert likeness(0.3, 0.3, 1, 2, p) == 1.0
    assert likeness(0.0, 1.0, 0, 0, p) > likeness(0.0, 1.0, 0, 1, p) > likeness(0.0, 2.0, 0, 1, p)


def test_somebody_is_never_one_of_those_left_out():
    assert {somebody(u, 10, 20, 12, 15) for u in np.linspace(0, 0.999, 50)} == {10, 11, 15, 16, 17, 18, 19}
    assert somebody(0.5, 10, 12, 10, 12) == -1


def test_a_slot_is_free_unless_all_are_taken_or_the_other_is_known():
    assert free_slot(np.array([4, 7, -1, -1]), 9) == 2
    assert free_slot(np.array([4, 7, -1, -1]), 7) == -1
    assert free_slot(np.array([4, 7]), 9) == -1

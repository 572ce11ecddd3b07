from dataclasses import replace

import numpy as np
import pytest

from experiments.place_check import share_between
from sim.population.classes import Sorting, classes_for, private_seats, sorting_score
from sim.population.draw import draw


def test_rows_lie_in_the_order_of_classes_and_preschools(drawn):
    families, teachers, preschools = drawn[0], drawn[2], drawn[4]
    assert (np.diff(families.room) >= 0).all()
    assert (np.diff(families.preschool) >= 0).all()
    assert np.array_equal(families.preschool, teachers.preschool[families.room])
    assert np.array_equal(np.unique(families.preschool), preschools.number)


def test_each_teachers_rows_are_her_class(drawn):
    families, teachers = drawn[0], drawn[2]
    assert teachers.children.sum() == families.who.size
    assert np.array_equal(teachers.first, np.searchsorted(families.room, teachers.room))
    assert np.array_equal(teachers.children, np.bincount(families.room))


def test_every_family_sits_exactly_once(drawn):
    assert np.array_equal(np.sort(drawn[0].who), np.arange(50_000))


def test_a_quarter_of_the_variety_of_ses_lies_between_preschools(drawn):
    assert 0.2 < share_between(drawn[0].ses, drawn[0].preschool) < 0.3


def test_families_of_other_languages_gather_a_little(drawn):
    other = (drawn[0].language > 0).astype(float)
    assert 0.02 < share_between(other, drawn[0].preschool) < 0.25


def test_classes_of_one_preschool_differ_by_lot_only(drawn):
    families, teachers, preschools = drawn[0], drawn[2], drawn[4]
    class_mean = np.bincount(families.room, families.ses) / teachers.children
    inside = (class_mean - preschools.mean_ses[teachers.preschool]).var()
    assert inside < 1.2 * 0.75 / 20  # what twenty families drawn by lot differ by


def test_private_preschools_hold_private_families_only(drawn):
    families, preschools = drawn[0], drawn[4]
    in_private = preschools.private[families.preschool] == 1
    assert (families.private[in_private] == 1).all()
    assert in_private.sum() == families.private.sum()


@pytest.mark.parametrize("families", [20, 30, 45, 60, 100, 101, 150, 300, 301, 777, 2000])
def test_no_class_is_too_small_or_too_full(place, numbers, families):
    children = draw(place, families, 5, numbers)[2].children
    assert 14 <= children.min()
    assert children.max() <= 26


@pytest.mark.parametrize("families", [1, 2, 5, 13])
def test_a_world_of_a_few_families_is_one_class(place, numbers, families):
    _, children, teachers, _, preschools, ties, *_ = draw(place, families, 1, numbers)
    assert teachers.children.tolist() == [families]
    assert preschools.number.size == 1
    assert not np.isnan(children.skills_at_start).any()
    assert ties.other.max() < families


def test_preschools_have_the_classes_asked_for(place, numbers):
    teachers = draw(replace(place, classes_per_preschool=5), 3000, 1, numbers)[2]
    assert np.bincount(teachers.preschool).mean() == pytest.approx(5, abs=0.5)


def test_twenty_seven_families_are_one_class_and_twenty_nine_are_two():
    p = Sorting()
    assert [classes_for(n, 20, p) for n in (1, 27, 29, 49)] == [1, 1, 2, 2]


def test_private_families_stay_where_they_are_when_they_are_few():
    p = Sorting()
    assert [private_seats(n, 200, 20, p) for n in (0, 13, 14, 27, 40)] == [0, 0, 14, 26, 40]


def test_means_and_language_pull_to_opposite_ends():
    p = Sorting()
    assert sorting_score(1.0, 0, 0.0, p) > sorting_score(0.0, 0, 0.0, p) > sorting_score(0.0, 1, 0.0, p)

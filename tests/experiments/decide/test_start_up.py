"""What a strategy costs to begin with, and on whom it falls."""

import pytest

import sim
from experiments.decide.perspective import PERSPECTIVES, check_perspective, pays_start_up
from experiments.decide.start_up import a_child, start_up

COUNTS = {"class": 12, "preschool": 4, "district": 1}


def test_a_course_in_twelve_classes():
    """2,850 of 2014 a class, 3,668.22 of 2023; twelve classes, 240 children: 183.41 a child."""
    prices = sim.read_prices("us")
    ((one, classes, money),) = start_up(prices, {"parent_school", "messages"}, COUNTS)
    assert (one.name, classes, money) == ("parent_school", 12, pytest.approx(44_018.64, abs=1e-9))
    assert a_child(prices, {"parent_school"}, COUNTS, 240) == pytest.approx(183.411, abs=1e-9)
    assert a_child(prices, {"messages"}, COUNTS, 240) == 0


def test_it_falls_on_whoever_pays_for_the_strategy():
    assert [one for one in PERSPECTIVES if pays_start_up(one, funded=True)] == ["authority", "payers", "society"]
    assert [one for one in PERSPECTIVES if pays_start_up(one, funded=False)] == ["preschool", "payers", "society"]


def test_an_unknown_perspective_is_refused():
    with pytest.raises(sim.ScenarioError, match=r"Did you mean 'authority'\?"):
        check_perspective("autority")

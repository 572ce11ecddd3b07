"""Looking back: it sees with error, helps where the first plan was wrong, and costs hours where it was right."""

import numpy as np
import pytest

from sim.core.kinds import Channel
from sim.report import measure
from sim.run import simulate

SEEDS = range(1, 7)
BASE = {"place": "us_preschool", "families": 300, "weeks": 90, "at": "end", "replicates": 1}
# Eight notes a month take the hours that talks need; a preschool cannot know it without looking back.
WRONG = {"notes": {"per_month": 8}, "talks": {"per_year": 4}}
RIGHT = {}
SEEN = ("trust", "information", "strain", "teacher_hours", "promises_cancelled", "error_of_evaluation")


def lived(plan, **evaluation):
    """Means over six lots of what a plan comes to after 90 weeks, unfunded, with or without looking back."""
    strategy = plan | ({"evaluation": evaluation} if evaluation else {}) | {"funded": False}
    rows = [row for seed in SEEDS for row in measure(simulate(BASE | {"strategy": strategy}, seed).world)]
    return {
        name: np.mean([r[3] for r in rows if r[0] == name and r[2] == "all" and r[1] != "teacher"]) for name in SEEN
    }


@pytest.fixture(scope="module")
def lives():
    return {
        "wrong": lived(WRONG),
        "wrong, looked back on": lived(WRONG, effort=0.8),
        "right": lived(RIGHT),
        "right, looked back on": lived(RIGHT, effort=0.8),
    }


def test_looking_back_helps_where_the_first_plan_was_wrong(lives):
    blind, seeing = lives["wrong"], lives["wrong, looked back on"]
    assert seeing["promises_cancelled"] < 0.7 * blind["promises_cancelled"]
    assert seeing["strain"] < blind["strain"] - 0.2
    assert seeing["trust"] > blind["trust"] + 0.05
    assert seeing["information"] > blind["information"] + 0.05


def test_looking_back_costs_hours_where_it_was_right(lives):
    blind, seeing = lives["right"], lives["right, looked back on"]
    assert seeing["teacher_hours"] > blind["teacher_hours"] + 0.3
    assert abs(seeing["trust"] - blind["trust"]) < 0.02


def test_more_answers_err_less():
    assert lived(RIGHT, effort=1.0)["error_of_evaluation"] < lived(RIGHT, effort=0.2)["error_of_evaluation"]


def test_a_preschool_that_does_not_look_back_changes_nothing():
    tables = simulate(BASE | {"strategy": WRONG | {"funded": False}}, 1).world.tables
    assert (tables.evaluations.emphasis == 1.0).all() and not tables.families.put_first.any()


def test_what_law_asks_for_is_not_cut():
    tables = simulate(BASE | {"strategy": {"evaluation": {}, "funded": False}}, 1).world.tables
    talk = tables.timetable.channel == Channel.TALK
    a_family = (
        np.unpackbits(tables.whom, axis=0, bitorder="little")[tables.timetable.whom[talk]].T
        * tables.timetable.rate[talk]
    ).sum(axis=1)
    assert (a_family >= 2 / 36 - 1e-12).all()  # two a year, over 36 school weeks

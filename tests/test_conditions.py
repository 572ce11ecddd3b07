"""Conditions of a class last from week to week, reach whom they are for, and are delivered as far as they are paid."""

import numpy as np
import pytest

from sim.conditions import classes_of
from sim.run import Life, settle, simulate, simulate_pair
from sim.scenario import read_scenario

BASE = {"place": "us_preschool", "families": 200, "weeks": 38, "replicates": 1}


def at_the_end(strategy, **changes):
    return simulate(BASE | {"strategy": strategy} | changes, 1).world.tables


def test_interpreters_are_there_from_week_to_week():
    life_of = read_scenario(BASE | {"strategy": {"interpreters": {"share": 0.8, "from_week": 5, "until_week": 9}}})
    life = Life(life_of, 1, settle(life_of, 1))
    helped = []
    for week in range(1, 13):
        life.live_to(week)
        helped.append(float(life.world.tables.families.help.max()))
    assert helped == pytest.approx([0.0] * 4 + [0.8] * 5 + [0.0] * 3)  # kept to seven digits


def test_training_is_paid_for_in_its_weeks_and_what_was_learned_fades():
    whole = at_the_end({"teacher_training": {"days": 9, "coaching_visits": 0}})
    first = at_the_end({"teacher_training": {"days": 9, "coaching_visits": 0, "until_week": 9}})
    assert whole.ledger.minutes_hired.tolist() == [36 * 90] * whole.ledger.size  # nine days of 360 minutes
    assert first.ledger.minutes_hired.tolist() == [9 * 90] * first.ledger.size
    assert (0 < first.teachers.skill_learned).all()
    assert (first.teachers.skill_learned < whole.teachers.skill_learned).all()


def test_a_condition_begun_in_mid_term_moves_no_offer():
    """The timetable of the term stands: offers, and who comes, are the same until it matters."""
    own = {"notes": {"per_month": 2}, "meetings": {"per_year": 3}}
    with_it = at_the_end(own | {"smaller_classes": {"children": 16, "from_week": 7, "until_week": 30}})
    without = at_the_end(own)
    assert np.array_equal(with_it.families.offered, without.families.offered)
    assert with_it.ledger.minutes_hired.sum() > without.ledger.minutes_hired.sum()


def test_what_concerns_a_class_goes_where_the_group_is_no_rarer_than_elsewhere():
    world = settle(read_scenario(BASE | {"strategy": {}}), 1)
    t = world.tables
    assert classes_of(np.ones(200, bool), t).all()
    assert not classes_of(np.zeros(200, bool), t).any()
    one = np.zeros(200, bool)
    one[t.teachers.first[2]] = True
    assert np.flatnonzero(classes_of(one, t)).tolist() == [2]


def test_classes_that_are_not_meant_live_the_same_life():
    """Smaller classes for the poorest fifth: children of other classes have what they had (peers sit in one's own class)."""
    given = BASE | {"strategy": {"smaller_classes": {"children": 11, "for_whom": "ses_1"}}}
    routine, smaller = simulate_pair(given, 1)
    t = smaller.world.tables
    meant = t.conditions.children_taught < t.teachers.children
    assert meant.any() and not meant.all()
    same = (routine.world.tables.children.skills == t.children.skills).all(axis=1)
    assert not same[meant[t.families.room]].any()
    tied = t.ties.other >= 0
    other_room = (t.families.room[np.maximum(t.ties.other, 0)] != t.families.room[:, None]) & tied
    assert same[~meant[t.families.room] & ~other_room.any(axis=1)].mean() > 0.9


@pytest.mark.parametrize("doing", ["interpreters", "teacher_training", "smaller_classes"])
def test_an_unfunded_condition_is_scaled_to_what_the_preschool_can_pay(doing):
    """With no money nothing is delivered; with little, a part; with plenty, as much as a programme would."""
    none, little, plenty = (
        at_the_end(
            {doing: {}, "funded": False},
            budget={"money_per_child": money, "teacher_hours": hours},
            culture={"other_language": 0.9},
        )
        for money, hours in ((0, 3), (60, 3), (20_000, 30))
    )
    funded = at_the_end({doing: {}}, culture={"other_language": 0.9})
    delivered = [_delivered(doing, t) for t in (none, little, plenty, funded)]
    assert delivered[0] == 0
    assert 0 < delivered[1] < delivered[2]
    assert delivered[2] == pytest.approx(delivered[3])
    for t in (none, little, plenty):
        assert t.ledger.minutes_hired.sum() == t.ledger.cents_hired.sum() == 0


def _delivered(doing, t):
    if doing == "interpreters":
        return float(t.families.help.sum())
    if doing == "teacher_training":
        return float(t.teachers.skill_learned.sum())
    return float((t.teachers.children - t.conditions.children_taught).sum())


def test_an_unfunded_condition_takes_no_more_than_its_part_of_what_the_routine_leaves():
    scenario = BASE | {"strategy": {"smaller_classes": {}, "funded": False}, "policy": {"talks_a_year": 0}}
    t = simulate(scenario, 1).world.tables
    spare = t.conditions.cents_a_year / 36 - 100 * (3 * 60 + 3 * 20) / 36 - 10 * 4.5 / 36 * t.teachers.children
    assert (t.conditions.upkeep_cents <= 0.5 * spare).all()
    assert (t.conditions.upkeep_cents >= 0.5 * spare - 1).all()

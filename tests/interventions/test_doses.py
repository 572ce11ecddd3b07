"""More of an intervention is worth less each time, and costs hours that teachers must have."""

import itertools

import numpy as np
import pytest

from sim.interventions import INTERVENTIONS
from sim.report import measure
from sim.run import Life, live, settle
from sim.scenario import read_scenario

FAMILIES, SEEDS, WEEKS = 200, (1, 2), 38
# What each moves, and three doses of which the second and the third add as much as the first. `meetings` moves what it tells;
# `smaller_classes` is told in children fewer than fifteen, and nine count as ten; quality of practice in week 38 hangs on
# when the last of the activities was, so `joint_activities` is looked at in what it leaves.
LESS_EACH_TIME = {
    "messages": ("practice_time", [{"per_week": n} for n in (1, 2, 3)]),
    "home_visits": ("practice_quality", [{"per_year": n} for n in (18, 36, 54)]),
    "book_library": ("language", [{"books": n} for n in (50, 100, 150)]),
    "platform": ("information", [{"staff_minutes_a_week": n} for n in (60, 120, 180)]),
    "notes": ("information", [{"per_month": n} for n in (2, 4, 6)]),
    "meetings": ("information", [{"per_year": n} for n in (12, 24, 36)]),
    "talks": ("information", [{"per_year": n} for n in (6, 12, 18)]),
    "joint_activities": ("language", [{"per_year": n} for n in (12, 24, 36)]),
    "friendship_evenings": ("parents_known", [{"sessions": n} for n in (12, 24, 36)]),
    "teacher_training": ("contact_quality", [{"days": n, "coaching_visits": 0} for n in (5, 10, 15)]),
    "cooperation_office": ("help_hours", [{"staff_hours_a_week": n} for n in (10, 20, 30)]),
    "smaller_classes": ("numeracy", [{"children": n} for n in (13, 11, 9)]),
}
# A course is looked at below, where it ends with the programme; interpreters help by the share that they do;
# a committee is not more of one for having more seats.
# What an institution does hangs on more than its dose: its tests are tests/institutions/.
ELSEWHERE = {
    "parent_school",
    "interpreters",
    "parent_committee",
    "learning_plans",
    "evaluation",
    "partnerships",
    "volunteers",
    "community_hub",
    "clear_rules",
    "consultation",
    "earmarked_funds",
    "routine",
}


def test_every_intervention_is_looked_at():
    assert set(LESS_EACH_TIME) | ELSEWHERE == set(INTERVENTIONS)


@pytest.fixture(scope="module")
def gain():
    """The mean gain in an outcome over the routine, over the same lives; {} is the routine."""
    starts = {seed: settle(_scenario({}), seed) for seed in SEEDS}

    def outcomes(strategy, seed):
        world = live(_scenario(strategy), seed, starts[seed].copied()).measured
        return {row[:3]: row[3] for row in measure(world)}

    routine = {seed: outcomes({}, seed) for seed in SEEDS}

    def of(strategy, name, observer="true"):
        key = (name, observer, "all")
        return sum(outcomes(strategy, seed)[key] - routine[seed][key] for seed in SEEDS) / len(SEEDS)

    return of


def _scenario(strategy):
    return read_scenario({"place": "us_preschool", "families": FAMILIES, "weeks": WEEKS, "strategy": strategy})


@pytest.mark.parametrize("doing", LESS_EACH_TIME)
def test_more_of_it_is_worth_less_each_time(gain, doing):
    outcome, doses = LESS_EACH_TIME[doing]
    gains = [gain({doing: dose}, outcome) for dose in doses]
    steps = [gains[0], *(more - less for less, more in itertools.pairwise(gains))]
    assert steps[0] > 0
    assert steps[0] > steps[1] > steps[2], gains


def test_more_sessions_of_a_course_are_worth_less_each_time():
    """Each course is looked at in the week of its last session."""
    gained = []
    for sessions in (4, 8, 12, 16):  # by then a home has added most of what it can
        scenario = _scenario({"parent_school": {"sessions": sessions}})
        start = settle(scenario, 1)
        worlds = [Life(scenario, 1, start.copied(), arm) for arm in ("strategy", "baseline")]
        for life in worlds:
            life.live_to(sessions)
        gained.append(
            float(np.mean(worlds[0].world.tables.children.skills[:, 0] - worlds[1].world.tables.children.skills[:, 0]))
        )
    steps = [gained[0], *(more - less for less, more in itertools.pairwise(gained))]
    assert all(one > next_one > 0 for one, next_one in itertools.pairwise(steps)), gained


# What asks for teachers' time, far beyond the three hours a week they have.
TOO_MUCH = {
    "platform": {"staff_minutes_a_week": 400},
    "notes": {"per_month": 16},
    "meetings": {"per_year": 40},
    "talks": {"per_year": 18},
    "joint_activities": {"per_year": 36},
    "home_visits": {"per_year": 12, "visitor": "teacher"},
}


@pytest.mark.parametrize("doing", TOO_MUCH)
def test_more_than_teachers_have_hours_for_strains_and_is_rushed_or_cancelled(gain, doing):
    strategy = {doing: TOO_MUCH[doing], "funded": False}
    assert gain(strategy, "strain") > 0.05
    assert gain(strategy, "promises_cancelled") > 0.5
    assert gain(strategy, "contact_quality") < gain({doing: TOO_MUCH[doing]}, "contact_quality")
    assert gain(strategy, "trust", "parent") < 0


@pytest.mark.parametrize("doing", sorted(set(INTERVENTIONS) - {"routine"}))
def test_it_costs_hours_or_money_and_strains_nobody_where_it_is_funded(gain, doing):
    assert gain({doing: {}}, "money_programme") > 0.1
    assert gain({doing: {}}, "strain") < 0.01

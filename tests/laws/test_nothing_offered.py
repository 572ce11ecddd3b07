"""Law 3: what is not offered, or not taken up, changes nothing."""

import numpy as np
import pytest

from sim.interventions import INTERVENTIONS
from sim.run import simulate_pair
from tests.laws.scenarios import differences

ZERO = {
    "messages": {"per_week": 0, "goals": 1, "reward": 1},
    "home_visits": {"per_year": 0},
    "parent_school": {"sessions": 0, "incentive": 1},
    "book_library": {"books": 0},
    "platform": {"staff_minutes_a_week": 0},
    "notes": {"per_month": 0},
    "meetings": {"per_year": 0, "listening": 1},
    "talks": {"per_year": 0, "goal_setting": 1},
    "joint_activities": {"per_year": 0},
    "friendship_evenings": {"sessions": 0},
    "interpreters": {"share": 0},
    "teacher_training": {"days": 0, "coaching_visits": 0},
    "smaller_classes": {"children": 0},
    "clear_rules": {"clarity": 0},
    "consultation": {"weight": 0},
    "earmarked_funds": {"money_per_child": 0, "staff_hours": 0, "books": 0},
    "learning_plans": {"share": 0},
    "evaluation": {"effort": 0, "shared": 1},
    "partnerships": {"outreach_hours": 0},
    "community_hub": {"hours_a_week": 0},
    "cooperation_office": {"staff_hours_a_week": 0},
    "volunteers": {"hours_asked": 0},
    "parent_committee": {"seats": 0, "voice": 1, "fund_per_child": 100},
}
FULL = {
    "messages": ({"per_week": 5, "goals": 1}, "message"),
    "home_visits": ({"per_year": 24}, "trained_visit"),
    "home_visits by the teacher": ({"per_year": 24, "visitor": "teacher"}, "teacher_visit"),
    "parent_school": ({"sessions": 10}, "course"),
    "book_library": ({"books": 200}, "library"),
    "platform": ({"staff_minutes_a_week": 240}, "exchange"),
    "joint_activities": ({"per_year": 12}, "joint_activity"),
    "friendship_evenings": ({"sessions": 12}, "evening"),
}
ROUTINE_HAS_THEM = {"notes", "meetings", "talks", "volunteers"}  # nobody taking up these is no longer the routine
CONDITIONS = {name for name, kind in INTERVENTIONS.items() if kind.is_condition}


def test_every_intervention_stands_the_law():
    assert set(ZERO) == set(INTERVENTIONS) - {"routine"}
    assert {name.split()[0] for name in FULL} | ROUTINE_HAS_THEM | CONDITIONS == set(ZERO)


def test_a_condition_that_concerns_nobody_changes_nothing():
    """Interpreters where all speak the school's language; smaller classes that are not smaller."""
    for strategy, culture in (
        ({"interpreters": {"share": 1}}, {"other_language": 0}),
        ({"smaller_classes": {"children": 40}}, {}),
    ):
        routine, nothing = simulate_pair(ALWAYS | {"strategy": strategy, "culture": culture}, 1)
        assert set(differences(routine.world, nothing.world)) <= {"families.help"}


ALWAYS = {"place": "us_preschool", "families": 120, "weeks": 45, "replicates": 1}


@pytest.mark.parametrize("funded", [True, False])
@pytest.mark.parametrize("name", ZERO)
def test_dose_zero_is_the_routine(name, funded):
    scenario = ALWAYS | {"strategy": {name: ZERO[name], "funded": funded}}
    for seed in (1, 2):
        routine, nothing = simulate_pair(scenario, seed)
        assert differences(routine.world, nothing.world) == []


@pytest.mark.parametrize("name", FULL)
def test_an_offer_nobody_takes_up_changes_no_child(name):
    """Paid for by the programme, so that it uses no hours of the preschool."""
    dose, channel = FULL[name]
    scenario = ALWAYS | {"strategy": {name.split()[0]: dose}, "numbers": {f"Appeal.{channel}": -50}}
    for seed in (1, 2, 3):
        routine, refused = simulate_pair(scenario, seed)
        families = refused.world.tables.families
        assert refused.world.tables.families.offered.sum() > routine.world.tables.families.offered.sum()
        changed = differences(routine.world, refused.world, without=("timetable",))
        # what was promised and asked, the tiredness of it, and who declined a course are the offer itself, and what it cost
        own = {
            "families.offered",
            "families.friends_came",
            "families.programme_offered",
            "families.asked_last",
            "families.fatigue",
            "families.enrolled",
            "teachers.promised",
            "ledger.promised",
            "week.asked_now",
            "teachers.minutes_hired",
            "teachers.cents_hired",
            "ledger.minutes_hired",
            "ledger.cents_hired",
        }
        assert set(changed) <= own
        assert np.array_equal(routine.world.tables.children.skills, refused.world.tables.children.skills), families.size

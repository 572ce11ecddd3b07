"""Every column is changed by the one phase that its declaration names."""

import numpy as np
import pytest

import sim
from sim.core.compiled import loop
from sim.numbers import for_the_week
from sim.run import settle
from sim.term import plan_term
from sim.week.order import WEEK
from sim.world import AGENTS

SCENARIO = {
    "place": "us_preschool",
    "families": 60,
    "weeks": 20,
    "strategy": {
        "messages": {},
        "home_visits": {"visitor": "teacher", "per_year": 20},
        "parent_school": {},
        "book_library": {},
        "platform": {},
        "notes": {},
        "meetings": {},
        "talks": {},
        "joint_activities": {},
        "friendship_evenings": {},
        "interpreters": {},
        "teacher_training": {},
        "smaller_classes": {},
        "clear_rules": {},
        "consultation": {},
        "earmarked_funds": {},
        "parent_committee": {"fund_per_child": 0},
        "cooperation_office": {},
        "evaluation": {"effort": 0.1},
        "partnerships": {},
        "learning_plans": {"share": 0.2},
        "community_hub": {"hours_a_week": 1},
        "volunteers": {},
        "funded": False,
    },
    "budget": {"teacher_hours": 15, "money_per_child": 1000},  # so that some of it takes place
}


@pytest.fixture(scope="module")
def changes():
    """For each phase, the columns that it changed over a term."""
    scenario = sim.read_scenario(SCENARIO)
    world = settle(scenario, 1)
    plan_term(world, scenario.strategy, scenario.place, 1, 17)
    tables, numbers, seen = world.tables, for_the_week(scenario.numbers)[0], {phase.__name__: set() for phase in WEEK}
    for week in range(1, 18):
        for phase in WEEK:
            before = {name: getattr(tables, name).copy() for name in AGENTS}
            phase(tables, numbers, 1, week, 0, tables.teachers.size)
            for name, old in before.items():
                new = getattr(tables, name)
                seen[phase.__name__] |= {(name, c) for c in old.dtype.names if not np.array_equal(old[c], new[c])}
    return seen


@pytest.mark.parametrize("phase", [phase.__name__ for phase in WEEK])
def test_a_phase_changes_only_its_own_columns(changes, phase):
    assert changes[phase], "a phase that changes nothing is not a phase"
    strangers = {
        f"{table}.{column}"
        for table, column in changes[phase]
        if AGENTS[table].declared[column].written_by != ("spread" if phase == "listen" else phase)
    }
    assert not strangers


def test_the_week_is_compiled(changes):
    assert all(isinstance(phase, type(loop(lambda: None))) for phase in WEEK)

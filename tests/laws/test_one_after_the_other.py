"""A preschool lives through a term before the next begins: the same lives as all of them week by week, phase by phase."""

import numpy as np
import pytest

from sim.numbers import for_the_week
from sim.run import settle, simulate
from sim.scenario import read_scenario
from sim.term import plan_term
from sim.week.grow import remember
from sim.week.order import AT_ONCE, WEEK, live_weeks
from sim.week.record import record
from sim.world import AGENTS
from tests.laws.scenarios import EVERYTHING

FAMILIES, LAST = 700, 17
LIES = {"teachers.desk"}  # says where a class's week is worked out


@pytest.fixture(scope="module")
def planned():
    scenario = read_scenario({"place": "us_preschool", "families": FAMILIES, "weeks": 20, "strategy": EVERYTHING})
    world = settle(scenario, 5)
    plan_term(world, scenario.strategy, scenario.place, 1, LAST)
    world.tables = world.tables._replace(weekly=np.zeros((LAST, *world.tables.weekly.shape[1:])))
    assert world.tables.teachers.size > 2 * AT_ONCE and world.tables.preschools.size > 2
    return world, for_the_week(scenario.numbers)


def with_room_for_all(t):
    """As if all classes lived their weeks together."""
    t.teachers.desk[:] = t.teachers.first
    due, kept = np.zeros((2, t.timetable.size, t.families.size), np.uint8)
    return t._replace(due=due, kept=kept, values_aimed=np.zeros((t.families.size, 6)))


@pytest.mark.parametrize("growing", [True, False])
def test_preschool_by_preschool_is_phase_by_phase(planned, growing):
    world, numbers = planned
    one, other = world.copied().tables, with_room_for_all(world.copied().tables)
    live_weeks(one, numbers, world.seed, 1, LAST, growing)
    last = (WEEK[-1], record) if growing else (remember,)
    for week in range(1, LAST + 1):
        for phase in (*WEEK[:-1], *last):
            phase(other, numbers[0], world.seed, week, 0, other.teachers.size)
    for name in AGENTS:
        a, b = getattr(one, name), getattr(other, name)
        differ = {f"{name}.{column}" for column in a.dtype.names if not np.array_equal(a[column], b[column])}
        assert differ <= LIES
    assert np.array_equal(one.weekly, other.weekly)


def test_families_know_only_families_of_their_own_preschool():
    run = simulate({"place": "us_preschool", "families": 400, "weeks": 52, "strategy": EVERYTHING}, 2)
    t = run.world.tables
    mine, slot = np.nonzero(t.ties.other >= 0)
    assert mine.size > 400
    assert np.array_equal(t.families.preschool[mine], t.families.preschool[t.ties.other[mine, slot]])


def test_classes_of_a_preschool_lie_together():
    of = settle(read_scenario({"place": "us_head_start", "families": 900, "strategy": {}}), 1).tables.teachers.preschool
    assert (np.diff(of.astype(int)) != 0).sum() + 1 == np.unique(of).size

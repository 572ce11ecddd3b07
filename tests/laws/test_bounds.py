"""Law 5: shares stay shares, weights add to one, nothing is NaN, for any scenario the checker accepts."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.core.kinds import Channel
from sim.numbers import NUMBERS
from sim.report import measure
from sim.run import simulate
from sim.world import AGENTS
from tests.laws.scenarios import EVERYTHING, OFTEN, scenarios

HAIR = 1e-9


def out_of_bounds(world):
    """Columns that hold what they cannot hold."""
    found = []
    for name, kind in AGENTS.items():
        table = getattr(world.tables, name)
        for column, declared in kind.declared.items():
            values = np.asarray(table[column])
            if not np.isfinite(values).all():
                found.append(f"{name}.{column} is not finite")
            elif declared.unit == "share" and values.size and (values.min() < -HAIR or values.max() > 1 + HAIR):
                found.append(f"{name}.{column} from {values.min():g} to {values.max():g}")
            elif declared.unit == "times the ordinary" and (values < 0).any():
                found.append(f"{name}.{column} below nothing")
            elif declared.unit == "weight" and (values < -HAIR).any():
                found.append(f"{name}.{column} below nothing: {values.min():g}")
            elif declared.unit == "weight" and (np.abs(values.sum(axis=1) - 1) > HAIR).any():
                found.append(f"{name}.{column} does not add to one")
    return found + _more_than_a_home_can_add(world)


def _more_than_a_home_can_add(world):
    """The most that practice has added to a child, or taken from it, beyond what the numbers say one home can."""
    furthest = float(np.abs(world.tables.children.from_home).max())
    most = world.numbers.Growth.most_from_home
    return [f"a home moved a child by {furthest:g} SD of {most:g}"] if furthest > most + HAIR else []


@OFTEN
@given(scenarios(), st.integers(0, 10_000))
def test_nothing_leaves_its_bounds(scenario, seed):
    run = simulate(scenario, seed)
    assert out_of_bounds(run.world) == []
    assert out_of_bounds(run.measured) == []


@OFTEN
@given(scenarios(), st.integers(0, 10_000))
def test_outcomes_are_numbers_and_shares_are_shares(scenario, seed):
    run = simulate(scenario, seed)
    for name, observer, group, value, unit in measure(run.measured):
        assert np.isfinite(value), (name, observer, group)
        if unit == "share":
            assert -HAIR <= value <= 1 + HAIR, (name, observer, group, value)
    assert np.isfinite(run.weekly_sums).all()


BASE = {"place": "us_preschool", "families": 60, "weeks": 40, "replicates": 1}
CORNERS = {
    "many messages against a low ceiling, all plausible": {
        "strategy": {"messages": {"per_week": 7, "goals": 1, "reward": 1}},
        "numbers": {"Messages.goals": 2.0, "Messages.reward": 2.0, "Effort.nudge": 0.2, "Effort.nudge_ceiling": 0.2},
    },
    "friends and school both count most": {
        "strategy": {"messages": {"per_week": 7, "about": "school_life"}},
        "numbers": {
            "Goals.friends": 0.5,
            "Goals.preschool": 0.7,
            "Goals.pace": 1.0,
            "Information.habit": 0.5,
            "Information.habit_sd": 0.3,
            "Goals.values_spread": 0.8,
            "Observers.typical_trust": 0.8,
        },
        "policy": {"academic_emphasis": 0.8, "notes_a_month": 8, "talks_a_year": 8},
        "culture": {"academic_weight": 0.2},
        "budget": {"teacher_hours": 10, "money_per_child": 1000},
    },
    "a home can add little, and quickly": {
        "strategy": EVERYTHING,
        "numbers": {"HomeWeight.language": 0.35, "Growth.most_from_home": 0.2, "HomePractice.richness": 0.9},
    },
    "no hours to speak of": {
        "strategy": {"home_visits": {"per_year": 48, "visitor": "teacher"}, "funded": False},
        "budget": {"teacher_hours": 0.5, "money_per_child": 0},
        "policy": {"talks_a_year": 8},
    },
    "no hours at all": {
        "strategy": {"home_visits": {"per_year": 48, "visitor": "teacher"}, "funded": False},
        "budget": {"teacher_hours": 0, "money_per_child": 0},
    },
    "no fading, no friends": {"strategy": {}, "numbers": {"Goals.friends": 0, "Information.going_out_of_date": 0}},
    "one family": {"strategy": {"parent_school": {"sessions": 20, "minutes": 180}}, "families": 1},
    "nobody entrusts and everybody does": {"strategy": {}, "culture": {"entrusting": 1.0, "distance": 0.0}},
}


@pytest.mark.parametrize("corner", CORNERS)
def test_corners_of_what_is_plausible(corner):
    for seed in (1, 2, 3):
        assert out_of_bounds(simulate(BASE | CORNERS[corner], seed).world) == []


def test_what_is_plausible_is_possible():
    outside = [
        f"{group}.{name}"
        for group, kind in NUMBERS.items()
        for name, n in kind.declared.items()
        if not n.floor <= n.low <= n.default <= n.high <= n.ceiling
    ]
    assert outside == []


@pytest.mark.parametrize("share", [1e-18, 1e-300, 1 - 1e-16])
def test_almost_nobody_and_almost_everybody(share):
    assert out_of_bounds(simulate(BASE | {"strategy": {}, "culture": {"other_language": share}}, 1).world) == []


@pytest.mark.parametrize("per_week", [7, 50, 70])
def test_an_accepted_dose_is_the_dose_offered(per_week):
    """However large it is: nothing wraps around."""
    scenario = BASE | {"weeks": 2, "strategy": {"messages": {"per_week": per_week}}}
    assert (simulate(scenario, 1).world.tables.families.offered[:, Channel.MESSAGE] == 2 * per_week).all()


@pytest.mark.parametrize("numbers", [{}, {"Effort.nudge": 0.2}, {"Effort.nudge_ceiling": 0.2}])
def test_tips_never_push_beyond_their_ceiling(numbers):
    strategy = {"messages": {"per_week": 7, "goals": 1, "reward": 1}}
    for weeks in (1, 2, 3):
        world = simulate(BASE | {"weeks": weeks, "strategy": strategy, "numbers": numbers}, 1).world
        urge = world.tables.families.urge
        assert 0 <= urge.min() and urge.max() <= world.numbers.Effort.nudge_ceiling + HAIR

"""Law 7: with other mechanisms switched off, what moves comes to rest where theory puts it."""

import math

import numpy as np
import pytest

from sim.core.chance import Ask, chance
from sim.numbers import NUMBERS
from sim.outcomes import OUTCOMES
from sim.rules.effort import best_answer, cost_of_effort, effort_after_a_week, value_of_effort
from sim.rules.goals import moved, openness_to_school, value_aimed_at
from sim.rules.growth import potential_after_a_week, skill_after_a_week
from sim.rules.home_practice import input_from_home, quality_after_a_week, share_kept, use_of_time
from sim.rules.information import belief_after_a_week
from sim.rules.taking_part import chance_of_taking_up, leaning
from sim.run import live, settle, simulate
from sim.scenario import read_scenario


def plain(rule):
    """The rule itself, uncompiled, for loops in Python."""
    return getattr(rule, "py_func", rule)


def rest(role, duty, home, school, price, worth):
    """Where two who answer each other come to rest."""
    ours, theirs = role * worth * home / price, duty * worth * school
    both = 2 * (2 - home - school)
    return (
        ours ** ((2 - school) / both) * theirs ** (school / both),
        theirs ** ((2 - home) / both) * ours ** (home / both),
    )


@pytest.mark.parametrize("home, school", [(0.5, 0.5), (0.3, 0.6), (0.6, 0.6)])
@pytest.mark.parametrize("role, duty, pressure", [(0.5, 0.5, 0.9), (0.7, 0.3, 0.2), (0.3, 0.6, 1.8)])
def test_efforts_come_to_the_closed_form(home, school, role, duty, pressure):
    p = NUMBERS["Effort"].but(home_exponent=home, school_exponent=school)
    knows = NUMBERS["Information"].but(belief_pace=1.0)
    price = cost_of_effort(pressure, 0.0, p)
    h, t = 1.0, 1.0
    for _ in range(1000):
        believed = belief_after_a_week(1.0, t, 0.3, 1.0, knows)
        h = effort_after_a_week(h, best_answer(value_of_effort(role, 0.5, 0.0, p), price, believed, home, school, p), p)
        seen = belief_after_a_week(1.0, h, 0.3, 1.0, knows)
        t = effort_after_a_week(t, best_answer(duty * p.worth, 1.0, seen, school, home, p), p)
    assert (h, t) == pytest.approx(rest(role, duty, home, school, price, p.worth), rel=0.01)


def test_families_and_teachers_of_a_place_come_to_the_closed_form():
    """The whole week, everybody knowing all and hours enough: within 1% wherever rest lies above the least effort."""
    scenario = read_scenario(
        {
            "place": "us_preschool",
            "strategy": {},
            "families": 120,
            "weeks": 208,
            "at": "end",
            "replicates": 1,
            "budget": {"teacher_hours": 10},
            "numbers": {
                "Information.belief_pace": 1.0,
                "Information.teacher_habit": 1.0,
                "Effort.concern": 0.0,
                "Information.going_out_of_date": 0.0,
                "Information.teacher_forgets": 0.0,
                "Effort.nudge": 0.0,
            },
        }
    )
    start = settle(scenario, 1)
    start.tables.families.information[:] = 1.0
    start.tables.attention.knowledge[:] = 1.0
    world = live(scenario, 1, start).world
    away = OUTCOMES["distance_from_equilibrium"](world)
    free = (world.tables.families.effort > 0.12) & (world.tables.attention.effort > 0.12)
    assert free.mean() > 0.9
    assert away[free].max() < 0.01


def _left_of_a_gain(weeks, p, taught_for=1):
    """The share that is left, so many weeks later, of what some weeks of teaching had added when they ended."""
    taught, other, potential, at_end = 0.0, 0.0, 0.2, 0.0
    for week in range(taught_for + weeks):
        gain = 0.01 if week < taught_for else 0.0
        taught = skill_after_a_week(taught, potential, gain, 0.7, p)
        other = skill_after_a_week(other, 0.2, 0.0, 0.7, p)
        potential = potential_after_a_week(potential, gain, p)
        if week == taught_for - 1:
            at_end = taught - other
    return (taught - other) / at_end


@pytest.mark.parametrize("lasting", [0.0, 0.3, 1.0])
def test_what_teaching_adds_fades_to_the_part_that_lasts(lasting):
    p = NUMBERS["Growth"].but(settling=1 - 0.5 ** (1 / 52), lasting=lasting)
    assert _left_of_a_gain(52, p) == pytest.approx(lasting + (1 - lasting) / 2, rel=1e-9)
    assert _left_of_a_gain(104, p) == pytest.approx(lasting + (1 - lasting) / 4, rel=1e-9)


def test_half_of_what_a_year_adds_is_left_in_a_year_and_a_quarter_in_three():
    p = NUMBERS["Growth"]()  # the model's own numbers; E48 and its note
    assert _left_of_a_gain(52, p, taught_for=38) == pytest.approx(0.5, abs=0.03)
    assert _left_of_a_gain(156, p, taught_for=38) == pytest.approx(0.25, abs=0.03)


@pytest.mark.parametrize("half_life", [3.0, 5.0, 8.0])
@pytest.mark.parametrize("support, after", [(36, 52), (36, 13), (20, 52)])
def test_what_practice_adds_fades_as_the_closed_form(half_life, support, after):
    growth, home = NUMBERS["Growth"].but(lasting=0.0), NUMBERS["HomePractice"].but(half_life=half_life)
    time_used, weight, kept = use_of_time(1.0, home), 0.045, share_kept(half_life)
    ordinary = input_from_home(0.0, time_used)
    quality, gain, at_end = 0.0, 0.0, 0.0
    for week in range(support + after):
        quality = quality_after_a_week(quality, 0.0, 1.0 if week < support else 0.0, kept, home)
        more = weight * (input_from_home(home.richness * quality, time_used) - ordinary)
        gain = skill_after_a_week(gain, 0.0, more, 0.0, growth)
        if week == support - 1:
            at_end = gain
    phi, delta = -math.log(1 - growth.settling), math.log(2) / half_life
    lingers = (
        phi * (math.exp(-delta * after) - math.exp(-phi * after)) / ((1 - math.exp(-phi * support)) * (phi - delta))
    )
    assert gain / at_end == pytest.approx(math.exp(-phi * after) + lingers, rel=0.04)


def test_values_come_to_the_limit_of_friedkin_and_johnsen():
    p = NUMBERS["Goals"].but(pace=1.0)
    draws, n = np.random.default_rng(1), 30
    ties = draws.random((n, n)) * (draws.random((n, n)) < 0.2)
    np.fill_diagonal(ties, 0.0)
    tied = ties.sum(axis=1) > 0
    ties[tied] /= ties[tied].sum(axis=1, keepdims=True)
    by_friends = np.where(tied, p.friends, 0.0)
    by_school = np.array([openness_to_school(*draws.random(2), p) for _ in range(n)])
    start, goals = draws.dirichlet(np.ones(6), n), draws.dirichlet(np.ones(6))
    values = start.copy()
    for _ in range(200):
        friends = ties @ values
        values = np.array(
            [
                [
                    plain(moved)(
                        values[i, d],
                        plain(value_aimed_at)(start[i, d], friends[i, d], goals[d], by_friends[i], by_school[i]),
                        p.pace,
                    )
                    for d in range(6)
                ]
                for i in range(n)
            ]
        )
    own = (1 - by_friends - by_school)[:, None] * start
    limit = np.linalg.solve(np.eye(n) - by_friends[:, None] * ties, own + by_school[:, None] * goals)
    assert np.abs(values - limit).max() < 1e-6
    assert np.abs(values.sum(axis=1) - 1).max() < 1e-9


@pytest.mark.parametrize("norm", [0.6, 2.0, 3.5])
def test_taking_part_comes_to_the_mean_field(norm):
    """Ten thousand families that all see one another decide by lot; their share comes to rest near p = mean σ(x + b(p − ½))."""
    p = NUMBERS["Readiness"].but(norm=norm)
    ready = np.random.default_rng(2).normal(0.5, 1.5, 10_000)

    def willing(share):
        leans = [plain(leaning)(x, share, 0.0, 0.0, 1.0, p) for x in ready]
        return np.array([plain(chance_of_taking_up)(x) for x in leans])

    fixed = 0.5
    for _ in range(300):
        fixed = (1 / (1 + np.exp(-(ready + norm * (fixed - 0.5))))).mean()
    share = 0.5
    for week in range(12):
        lots = np.array([chance(1, int(Ask.TAKES_UP), who, week) for who in range(ready.size)])
        share = (lots < willing(share)).mean()
    assert share == pytest.approx(fixed, abs=0.015)
    exact = 0.5
    for _ in range(25):
        exact = willing(exact).mean()
    assert exact == pytest.approx(fixed, abs=1e-3)


def test_ratings_agree_as_they_do_in_the_survey():
    """Parent and teacher .24, teacher with herself half a year later .70, parent with themselves .53 (ECLS-K 1998)."""
    scenario = {"place": "us_preschool", "strategy": {}, "families": 20_000, "at": "end", "replicates": 1}
    first, later = (simulate(scenario | {"weeks": weeks}, 1).world for weeks in (1, 26))
    rated = {
        (who, when): OUTCOMES["language"](world, who)
        for who in ("teacher", "parent")
        for when, world in (("first", first), ("later", later))
    }

    def r(one, other):
        return np.corrcoef(rated[one], rated[other])[0, 1]

    found = {
        "both": r(("teacher", "first"), ("parent", "first")),
        "teacher": r(("teacher", "first"), ("teacher", "later")),
        "parent": r(("parent", "first"), ("parent", "later")),
    }
    assert found == pytest.approx({"both": 0.24, "teacher": 0.70, "parent": 0.53}, abs=0.03)

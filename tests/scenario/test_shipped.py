"""Every scenario that is shipped asks a question, can be read, and lives; three of them differ in the one thing they ask."""

import pytest

import sim
from sim.core.reading import list_configs

SMALL = {"families": 40, "weeks": 6}


@pytest.mark.parametrize("name", list(list_configs("scenarios")))
def test_a_shipped_scenario_asks_a_question_and_lives(name):
    scenario = sim.read_scenario(name)
    assert scenario.question.endswith("?") and 30 < len(scenario.question) < 130
    small = sim.read_scenario({**scenario.said, **SMALL, "at": "end", "name": name})
    for run in sim.simulate_pair(small, 1):
        assert run.world.week == SMALL["weeks"]


@pytest.mark.parametrize(
    ("name", "part", "key"),
    [
        ("duties_where_families_entrust", "strategy", None),
        ("mandate_without_hours", "policy", "talks_a_year"),
        ("hours_tied_by_need", "policy", "by_need"),
    ],
)
def test_the_three_questions_differ_in_one_thing(name, part, key):
    """Of culture, policy and budget: both sides live under the same conditions but for what is asked."""
    scenario = sim.read_scenario(name)
    one, other = scenario.strategy, scenario.baseline
    differing = {p for p in ("strategy", *sim.CHANGED_BY_ARMS) if getattr(one, p) != getattr(other, p)}
    assert differing == {part}
    if key:
        ours, theirs = getattr(one, part)._asdict(), getattr(other, part)._asdict()
        assert {k for k in ours if ours[k] != theirs[k]} == {key}

"""Small lives that a teacher could check with a pencil, told in the .yaml files beside this one."""

import importlib
import inspect
from pathlib import Path

import pytest

import sim

HERE = Path(__file__).parent


def told(name):
    """The stories of a file; the reader of configs wants a mapping, so the list is put under a name."""
    text = (HERE / name).read_text(encoding="utf-8")
    from sim.core.reading import parse_yaml

    return parse_yaml("stories:\n" + text, name).data["stories"]


@pytest.mark.parametrize("story", told("rules.yaml"), ids=lambda story: story["story"])
def test_a_rule(story):
    module, name = story["rule"].split(".")
    rule = getattr(importlib.import_module(f"sim.rules.{module}"), name)
    given = dict(story["given"])
    if "numbers" in story:
        given["p"] = sim.NUMBERS[story["numbers"]]()
    asked = inspect.signature(getattr(rule, "py_func", rule)).parameters
    assert set(asked) == set(given)
    assert rule(*(given[name] for name in asked)) == pytest.approx(story["then"], abs=1e-6)


def test_each_file_of_rules_has_its_story():
    files = {file.stem for file in (Path(sim.__file__).parent / "rules").glob("*.py")} - {"__init__", "prices"}
    assert {story["rule"].split(".")[0] for story in told("rules.yaml")} == files


@pytest.mark.parametrize("story", told("places.yaml"), ids=lambda story: story["story"])
def test_a_year(story):
    scenario = sim.read_scenario({"place": "us_preschool", "families": 200, "weeks": 38, "strategy": story["strategy"]})
    baseline, strategy = ({row[:3]: row[3] for row in sim.measure(run.measured)} for run in sim.simulate_pair(scenario, 1))
    for outcome, groups in story["then"].items():
        observer = sim.OUTCOMES[outcome].observers[0]
        for group, (low, high) in groups.items():
            key = outcome, observer, group
            assert low <= strategy[key] - baseline[key] <= high, key

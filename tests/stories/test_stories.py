"""Stories that a teacher can check with a pencil: single rules, then whole lives, in the YAML files beside this one."""

import importlib
import inspect
import math
from functools import cache
from pathlib import Path

import pytest
from ruamel.yaml import YAML

import sim
from sim.interventions import INTERVENTIONS
from sim.numbers import numbers_with

HERE = Path(__file__).parent
PENCIL = {"exp": math.exp, "log": math.log, "sqrt": math.sqrt, "min": min, "max": max, "__builtins__": {}}


def _stories(file):
    return YAML(typ="safe", pure=True).load(file.read_text(encoding="utf-8"))


RULES = [story for file in sorted(HERE.glob("*.yaml")) if file.stem != "lives" for story in _stories(file)]
LIVES = {life["name"]: life for life in _stories(HERE / "lives.yaml")}


def test_every_file_of_rules_and_every_intervention_has_a_story():
    rules = {file.stem for file in (HERE.parents[1] / "sim" / "rules").glob("*.py")} - {"__init__", "prices"}
    assert {story["rule"].split(".")[0] for story in RULES} == rules
    written_out = [
        life["scenario"]["strategy"] for life in LIVES.values() if isinstance(life["scenario"]["strategy"], dict)
    ]
    assert {name for strategy in written_out for name in strategy} >= set(INTERVENTIONS)


@pytest.mark.parametrize("story", RULES, ids=[f"{s['rule']}: {s['story']}".replace(" ", "_") for s in RULES])
def test_a_rule_does_what_the_story_says(story):
    by_pencil = eval(str(story["because"]), dict(PENCIL))
    assert by_pencil == pytest.approx(story["then"], abs=1e-6)
    assert _told(story) == pytest.approx(story["then"], abs=1e-6)


def _told(story):
    file, _, name = story["rule"].partition(".")
    rule = getattr(importlib.import_module(f"sim.rules.{file}"), name)
    as_written = story.get("whole", False)  # rules that count; all others are compiled for real numbers only
    given = {k: v if as_written or isinstance(v, bool) else float(v) for k, v in story["given"].items()}
    if "by" in story:
        given["p"] = getattr(numbers_with(story.get("numbers", {})), story["by"])
    asked = list(inspect.signature(getattr(rule, "py_func", rule)).parameters)
    assert sorted(asked) == sorted(given)
    return rule(*(given[key] for key in asked))


@cache
def _lived(name):
    """Baseline and strategy of a life: {(outcome, observer, group): value} each."""
    life = LIVES[name]
    return tuple(
        {row[:3]: row[3] for row in sim.measure(run.measured)}
        for run in sim.simulate_pair(life["scenario"], life["seed"])
    )


SENTENCES = [(name, sentence) for name, life in LIVES.items() for sentence in life["then"]]


SAID = [f"{name}-{said['outcome']}-{said['group']}-{i}" for i, (name, said) in enumerate(SENTENCES)]


@pytest.mark.parametrize(("name", "said"), SENTENCES, ids=SAID)
def test_a_life_goes_as_the_story_says(name, said):
    key = (said["outcome"], said.get("observer", "true"), said["group"])
    value, other = _lived(name)[1][key], _compared(name, said, key)
    by = said.get("by_at_least", 0.0)
    checks = {
        "at_least": lambda bound: value >= bound,
        "at_most": lambda bound: value <= bound,
        "exactly": lambda bound: value == bound,
        "more_than": lambda _: value > other and value - other >= by,
        "less_than": lambda _: value < other and other - value >= by,
        "as_in": lambda _: abs(value - other) <= said.get("within", 0.0),
    }
    asked = set(said) & set(checks)
    assert asked and set(said) <= {*checks, "outcome", "observer", "group", "by_at_least", "within"}
    for check in asked:
        assert checks[check](said[check]), f"{said}: {value} (compared with {other})"


def _compared(name, said, key):
    """The value in the life that a sentence compares with: the routine of the same pair, or another story."""
    with_what = next((said[word] for word in ("more_than", "less_than", "as_in") if word in said), None)
    if with_what is None:
        return None
    return _lived(name)[0][key] if with_what == "routine" else _lived(with_what)[1][key]

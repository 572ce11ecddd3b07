"""README's table of effects: a row for everything that can be done, made by the runs it names."""

import re

import numpy as np
import pytest

import sim
from experiments import effects_table as made

README = made.README.read_text(encoding="utf-8")


def _rows():
    """The lines of the table in README, by name."""
    between = README.split(made.BEGIN)[1].split(made.END)[0]
    return {name: line for line in between.splitlines() for name in re.findall(r"^\| `(\w+)` \|", line)}


def test_every_intervention_and_every_named_strategy_has_a_row():
    assert set(_rows()) == set(made.of_interventions()) | set(made.of_strategies())


def test_prices_in_readme_are_those_of_the_model():
    """A few pairs of runs come near: hours and money hardly hang on luck."""
    found = made.what_each_does(made.of_interventions() | {"everything": "everything"}, seeds=3)
    for name, outcomes in found.items():
        teachers, _, dollars = (cell.strip().replace(",", "") for cell in _rows()[name].split("|")[-4:-1])
        assert outcomes["teacher_hours", "all"].mean() == pytest.approx(float(teachers), rel=0.05, abs=0.06), name
        assert outcomes["money", "all"].mean() == pytest.approx(float(dollars), rel=0.08, abs=0.02), name


def test_a_row_says_what_moves_most_for_whom_and_at_what_price():
    found = {(o, g): np.zeros(3) for o in made.WATCHED for g in ("all", *made.GROUPS.values())}
    found |= {(price, "all"): np.full(3, 2.0) for price in made.PRICE}
    found["trust", "all"], found["trust", "ses_1"] = np.array([0.4, 0.5, 0.6]), np.full(3, 0.9)
    found["language", "all"] = np.full(3, 0.1)
    assert made.row("talks", found) == (
        "| `talks` | trust +0.500 ± .248, language +0.100 ± .000 | poorest +0.90, richest +0.00, other language +0.00 "
        "| +0.100 ± .000 | +2.0 | +2.0 | 2.00 |"
    )


def test_only_what_lies_between_the_markers_changes():
    text = f"before {made.BEGIN} old {made.END} after"
    assert made.with_tables(text, "new") == f"before {made.BEGIN}\n\nnew\n\n{made.END} after"


@pytest.mark.slow
def test_readme_has_what_the_model_gives_today():
    assert made.both_tables() in README


def test_named_strategies_say_what_and_why():
    for name, path in sim.list_configs("strategies").items():
        text = path.read_text(encoding="utf-8")
        assert text.startswith("# Why: ") and "\ndescribes: " in text, name


def test_the_strategy_everything_has_every_intervention_at_its_ordinary_dose():
    data, _, _ = sim.read_yaml(sim.list_configs("strategies")["everything"])
    assert set(data) == {"describes", *sim.INTERVENTIONS}
    assert all(data[name] == {} for name in sim.INTERVENTIONS)

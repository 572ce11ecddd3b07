"""Both sides of a scenario carry names that differ, and what is compared is said in full."""

import pytest

import sim
from experiments.arms_in_words import compared, name_of
from experiments.figures import _caption
from experiments.show import caption

BASE = {"place": "us_preschool", "families": 20, "weeks": 10}
SAID = {
    "strategies": (
        {"strategy": "monthly_visits"},
        ("monthly visits", "routine"),
        "strategy monthly visits against routine",
    ),
    "written out": (
        {"strategy": {"messages": {}, "notes": {}}},
        ("messages, notes", "routine"),
        "strategy messages, notes against routine",
    ),
    "many": (
        {"strategy": {"messages": {}, "notes": {}, "talks": {}, "meetings": {}}},
        ("messages, notes and 2 more", "routine"),
        "strategy messages, notes and 2 more against routine",
    ),
    "policy": (
        {"strategy": "routine", "policy": {"clarity": 0.9}, "against": {"policy": {}}},
        ("clarity 0.9", "clarity 0.5"),
        "routine, with clarity 0.9 against 0.5",
    ),
    "much of the place": (
        {
            "strategy": "routine",
            "policy": {"clarity": 0.9, "visits_a_year": 2},
            "budget": {"teacher_hours": 9},
            "against": "as_it_is",
        },
        ("policy and budget changed", "policy and budget as before"),
        "routine, with visits a year 2 against 0, clarity 0.9 against 0.5, teacher hours 9 against 3",
    ),
    "all of it": (
        {"strategy": {"messages": {}}, "policy": {"clarity": 0.9}, "against": "as_it_is"},
        ("messages", "routine"),
        "strategy messages against routine, with clarity 0.9 against 0.5",
    ),
    "events": (
        {"strategy": "routine", "events": [{"week": 5, "set": {"strategy.messages": {}}}]},
        ("routine, with events", "routine, without events"),
        "routine, with events against without",
    ),
}


@pytest.mark.parametrize(("asked", "names", "sentence"), SAID.values(), ids=SAID)
def test_names_differ_and_the_sentence_holds_every_condition(asked, names, sentence):
    scenario = sim.read_scenario(BASE | asked)
    assert (name_of("strategy", scenario), name_of("baseline", scenario)) == names
    assert compared(scenario) == sentence
    assert sentence in caption(scenario)
    assert sentence[1:] in _caption(scenario, 1, "Fifths.") and "1 pair of runs" in _caption(scenario, 1, "Fifths.")

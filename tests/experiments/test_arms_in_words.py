"""Both sides of a scenario carry names that differ, and what is compared is said in full."""

import pytest

import sim
from experiments.arms_in_words import compared, name_of
from experiments.figures import _caption, _with
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
    "doses": (
        {
            "strategy": {"messages": {"per_week": 3}, "notes": {}},
            "against": {"strategy": {"messages": {"per_week": 1}, "notes": {}}},
        },
        ("messages (3 a week)", "messages (1 a week)"),
        "strategy messages (3 a week) against messages (1 a week)",
    ),
    "who pays": (
        {"strategy": {"messages": {}}, "against": {"strategy": {"messages": {}, "funded": False}}},
        ("messages with hours and money of its own", "messages without hours and money of its own"),
        "strategy messages with hours and money of its own against messages without hours and money of its own",
    ),
    "the same, read twice": (
        {
            "strategy": "messages_three",
            "policy": {"clarity": 0.9},
            "against": {"strategy": "messages_three", "policy": {}},
        },
        ("clarity 0.9", "clarity 0.5"),
        "messages three, with clarity 0.9 against 0.5",
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


def test_a_title_keeps_the_letters_of_a_name(tmp_path):
    (tmp_path / "visits_in_Ohio.yaml").write_text("home_visits: {}\n")
    asked = BASE | {"strategy": str(tmp_path / "visits_in_Ohio.yaml")}
    assert _with(sim.read_scenario(asked)) == "Visits in Ohio against routine"

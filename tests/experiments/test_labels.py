"""Reports and the app call things the same."""

import pytest

import sim
from experiments.labels import of_outcome, said_by_the_app, told_in, within_a_sentence
from experiments.plan.asked import asked_of


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("interventions", [name for name in sim.INTERVENTIONS if name != "routine"]),
        ("channels", [channel.name.lower() for channel in sim.Channel]),
    ],
)
def test_everything_that_a_plan_names_has_a_label(kind, names):
    assert set(names) <= set(said_by_the_app(kind))


def test_a_mix_is_called_as_the_app_calls_it():
    asked = asked_of("example", 60_000)
    for lever in asked.levers.options:
        label = said_by_the_app("interventions")[lever]
        assert asked.words(((lever, 0),)).startswith(label[0].lower() + label[1:])


def test_what_has_no_label_is_said_in_plain_words():
    assert within_a_sentence("interventions", "parent_school") == "a course for parents"
    assert within_a_sentence("channels", "all_year_round") == "all year round"


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("practice_time", "Time of practice at home"),
        ("language_gap", "Language: gap between richest and poorest fifth"),
        ("numeracy_behind", "Numbers: children behind"),
        ("contacts_teacher_visit", "Contacts: visits by the teacher"),
        ("committee_ses_gap", "Committee: how much better off its members are than parents"),
        ("all_year_round", "All year round"),
    ],
)
def test_an_outcome_is_called_as_in_the_app_after_what_it_is_made_of(name, label):
    assert of_outcome(name) == label


def test_no_two_outcomes_are_called_the_same():
    labels = [of_outcome(name) for name in sim.OUTCOMES]
    assert len(set(labels)) == len(labels) and not any("_" in label for label in labels)


def test_what_is_no_ratio_to_the_usual_is_not_told_as_one():
    told = {name: told_in(one) for name, one in sim.OUTCOMES.items()}
    assert told["misperception"] == "usual effort"
    assert {name for name, unit in told.items() if unit != sim.OUTCOMES[name].unit} == {"misperception"}


def test_no_words_of_the_pages_stand_in_two_places():
    page, script = said_by_the_app("page"), said_by_the_app("script")
    assert {key for key in page if page[key] == script.get(key)} == set()

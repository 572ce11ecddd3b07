"""Reports and the app call things the same."""

import pytest

import sim
from experiments.labels import said_by_the_app, within_a_sentence
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

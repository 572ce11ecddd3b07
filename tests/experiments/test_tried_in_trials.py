"""What no trial has tried is named, with the way it is done where another way was tried."""

from types import SimpleNamespace

import pytest

import sim
from experiments.tried_in_trials import _looked_at_children, not_tried, tried


def doing(name, **dose):
    return sim.INTERVENTIONS[name](**dose)


def test_what_a_trial_of_the_package_did_counts_as_tried():
    assert {("book_library",), ("messages", "practice"), ("home_visits", "trained_visitor")} <= tried().keys()
    assert not_tried([doing("messages"), doing("book_library", books=10)]) is None
    assert not_tried([]) is None


@pytest.mark.parametrize(
    ("doings", "named"),
    [
        ([doing("platform")], "an app to ask and tell"),
        ([doing("home_visits", visitor="teacher")], "home visits (by a teacher)"),
        ([doing("messages"), doing("interpreters"), doing("platform")], "interpreters and an app to ask and tell"),
        ([doing("platform"), doing("platform", for_whom="behind")], "an app to ask and tell"),
    ],
)
def test_the_rest_is_named_once(doings, named):
    assert not_tried(doings).partition(" has tried ")[2] == f"{named}: what comes of it rests on assumed numbers alone."


def test_a_trial_of_ones_own_neither_counts_nor_stops_anything(tmp_path, monkeypatch):
    (tmp_path / "configs" / "trials").mkdir(parents=True)
    (tmp_path / "configs" / "trials" / "mine.yaml").write_text(
        "arms: {control: {routine: {}}, treated: {platform: {}}}"
    )
    monkeypatch.chdir(tmp_path)
    tried.cache_clear()
    assert ("platform",) not in tried() and ("talks",) in tried()


IN_TRIALS_OF_PARENTS = {("talks",), ("notes",), ("friendship_evenings",), ("parent_school", "behaviour")}


def test_what_was_tried_with_parents_only_is_known_from_the_trials():
    """Talks and notes for the bond with the teacher, evenings for ties, a course at school for who comes."""
    assert {one for one, seen in tried().items() if not seen} == IN_TRIALS_OF_PARENTS


@pytest.mark.parametrize(
    ("doings", "named"),
    [
        ([doing("talks")], "talks with each family"),
        ([doing("talks"), doing("messages"), doing("talks", per_year=2)], "talks with each family"),
        ([doing("parent_school", topic="behaviour")], "a course for parents (topic behaviour)"),
    ],
)
def test_what_was_tried_with_parents_only_is_said_to_be(doings, named):
    assert not_tried(doings) == f"Trials of {named} looked at parents only: what children gain is inferred, not seen."


def test_what_was_never_tried_comes_first():
    said = not_tried([doing("talks"), doing("platform")])
    assert said.startswith("No trial that the model is held against has tried an app to ask and tell: what comes of it")
    assert said.endswith(
        " alone. Trials of talks with each family looked at parents only: what children gain is inferred, not seen."
    )


@pytest.mark.parametrize(
    ("arm", "against", "seen"), [(None, "control", True), ("new", "old", True), ("other", "old", False)]
)
def test_a_trial_looks_at_the_children_of_the_arms_that_it_compares(arm, against, seen):
    measures = [measure("language_behind", arm, against), measure("trust", None, "control")]
    assert _looked_at_children(SimpleNamespace(measures=measures), "new") is seen
    assert not _looked_at_children(SimpleNamespace(measures=measures[1:]), "new")


def measure(outcome, arm, against):
    return SimpleNamespace(outcome=outcome, arm=arm, against=against)

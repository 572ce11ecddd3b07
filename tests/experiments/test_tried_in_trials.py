"""What no trial has tried is named, with the way it is done where another way was tried."""

import pytest

import sim
from experiments.tried_in_trials import not_tried, tried


def doing(name, **dose):
    return sim.INTERVENTIONS[name](**dose)


def test_what_a_trial_of_the_package_did_counts_as_tried():
    assert {("book_library",), ("messages", "practice"), ("home_visits", "trained_visitor")} <= tried()
    assert not_tried([doing("messages"), doing("book_library", books=10), doing("talks")]) is None
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

"""A box that was planted is found again, and told in words."""

import numpy as np
import pandas as pd
import pytest

import sim
from experiments.study.discover import Discovery, _of_interest, boxes, holds, refuse_what_has_no_boxes
from experiments.study.families_lived import Target
from experiments.study.known import experiment_on

LANGUAGE = Target("language")


@pytest.mark.slow
def test_a_planted_box_is_found_and_told():
    pytest.importorskip("ema_workbench")
    luck = np.random.default_rng(1)
    x = pd.DataFrame(luck.random((600, 5)), columns=list("abcde"))
    x["word"] = pd.Categorical(luck.choice(["all", "ses_1"], 600))
    interest = ((x.a < 0.35) & (x.b > 0.5)).to_numpy()
    found = list(boxes(x, interest))
    assert set(found[0].limits) == {"a", "b"} and found[0].coverage > 0.85 and found[0].density > 0.85
    assert found[0].limits["a"][1] == pytest.approx(0.35, abs=0.05) and found[0].limits["b"][0] == pytest.approx(
        0.5, abs=0.05
    )
    said = " ".join(Discovery(LANGUAGE, "visits", "worse", 5, 10, found, 0.2).sentences())
    assert "a below 0.3" in said and "b above 0." in said


def test_what_is_worse_depends_on_the_outcome():
    difference = np.array([-1.0, 0.5, 2.0])
    for outcome, expected in (("language", [True, False, False]), ("language_gap", [False, True, True])):
        interest, words = _of_interest(Target(outcome), "visits", difference, None, None)
        assert interest.tolist() == expected and "worse" in words


def test_where_nothing_is_worse_the_least_good_tenth_is_looked_at():
    interest, words = _of_interest(LANGUAGE, "visits", np.linspace(0.1, 1.0, 100), None, None)
    assert interest.sum() == 10 and interest[:10].all() and "nowhere worse" in words


def test_a_level_can_be_asked_for():
    interest, words = _of_interest(LANGUAGE, "visits", np.array([0.1, 0.2, 0.3]), 0.25, 0.15)
    assert interest.tolist() == [False, True, False] and "below 0.25 and above 0.15" in words


def test_limits_hold_numbers_and_words():
    x = pd.DataFrame({"a": [0.1, 0.5], "w": pd.Categorical(["all", "ses_1"])})
    assert holds(x, {"a": (-np.inf, 0.3)}).tolist() == [True, False]
    assert holds(x, {"w": ("ses_1",)}).tolist() == [False, True]


def test_what_has_no_boxes_is_refused():
    with pytest.raises(sim.ScenarioError, match="at least two"):
        refuse_what_has_no_boxes(experiment_on("ishigami", {"kind": "latin"}))

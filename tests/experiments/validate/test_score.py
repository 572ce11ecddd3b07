"""Scores that can be checked with a pencil."""

import numpy as np
import pytest

import sim
from experiments.evidence import evidence, half_width
from experiments.targets import targets
from experiments.validate.check import not_tried, why_missed
from experiments.validate.score import interval_score, summary


def a_row(published, simulated):
    return {
        "unit": "SD",
        "causal": True,
        "published": published,
        "published_low": published - 0.1,
        "published_high": published + 0.1,
        "simulated": simulated,
        "low": simulated - 0.05,
        "high": simulated + 0.05,
    }


def test_an_interval_that_misses_pays_forty_times_the_miss():
    assert interval_score(0.2, 0.1, 0.3) == pytest.approx(0.2)
    assert interval_score(0.4, 0.1, 0.3) == pytest.approx(0.2 + 40 * 0.1)


def test_a_model_that_knows_beats_the_mean_and_zero():
    rows = [a_row(value, value + 0.02) for value in (0.1, 0.5, 0.9)]
    model, mean, zero = summary(rows)
    assert (model["met"], mean["met"]) == (1.0, pytest.approx(1 / 3))
    assert zero["met"] == pytest.approx(1 / 3)  # 0.1 ± 0.1 holds zero
    assert model["interval_score"] < min(mean["interval_score"], zero["interval_score"])


def test_the_model_without_a_row_stands_beside_it_once_each_row_was_left_out():
    rows = [a_row(value, value) | {"name": str(value)} for value in (0.1, 0.5)]
    foretold = {"0.1": [0.15, 0.0, 0.3], "0.5": [0.8, 0.7, 0.9]}
    assert summary(rows, foretold)[1] == {
        "who": "the model, the row left out",
        "rows": 2,
        "met": 0.5,
        "mean_miss": pytest.approx(0.175),
        "interval_score": pytest.approx((0.3 + 0.2 + 40 * 0.2) / 2),
        "median_width": pytest.approx(0.25),
    }
    assert len(summary(rows, {"0.1": foretold["0.1"]})) == 3


def test_the_rule_for_rows_without_an_interval():
    assert half_width(400) == pytest.approx(0.196)
    assert half_width(None) == 0.10


def test_every_row_is_held_against_the_model_or_says_why_not():
    from experiments.patterns.seen import PATTERNS

    held = {target.evidence for target in targets()} | {pattern.evidence for pattern in PATTERNS} | set(not_tried())
    rows = evidence()
    assert all(row["role"] in ("put in", "fitted", "checked", "cost", "rule") for row in rows.values())
    open_rows = {name for name, row in rows.items() if row["role"] not in ("cost", "rule")}
    assert open_rows <= held
    assert len(targets()) + sum(p.published != (None, None, None) for p in PATTERNS) >= 30


def test_sentences_are_about_targets_there_are():
    assert set(why_missed()) <= {target.name for target in targets()}


def test_patterns_have_the_four_names_others_rely_on():
    from experiments.patterns.survey import surveyed

    found = surveyed(1, families=300)
    wanted = {"r_involvement_skill", "r_practice_language", "r_within_child_change", "share_of_ses_gap_explained"}
    assert wanted <= set(found)
    assert all(np.isfinite(value) for value in found.values())
    assert found["r_involvement_skill"] > 0.0
    assert found["ties_alike_in_ses"] > 0.0
    assert isinstance(sim.MODEL, str)

"""Titles of a comparison's pictures are what the picture shows."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from experiments.compare.figures import _acceptable, _effects, _in_draws, _label_peaks, _often_best
from experiments.study.drawing import frame

NAMES = ("routine", "messages_three", "reading_course")


@pytest.fixture
def titled(monkeypatch):
    """Titles in place of files."""
    monkeypatch.setattr("experiments.compare.figures.save", lambda figure, path, title, caption: title)
    monkeypatch.setattr("experiments.compare.figures.caption", lambda *_: "")


@pytest.fixture
def study(tmp_path):
    experiment = SimpleNamespace(strategies=list(NAMES))
    return SimpleNamespace(experiment=experiment, folder=tmp_path, plan=SimpleNamespace(points=[{}, {}]))


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        ((0.2, 0.5, 0.3), "messages three"),
        ((0.2, 0.4, 0.4), "messages three and reading course"),
        ((1 / 3, 1 / 3, 1 / 3), "routine and messages three and reading course"),
    ],
)
def test_all_that_are_equally_often_best_are_named(shares, said):
    assert _often_best(NAMES, np.array(shares)) == said


def test_what_a_month_is_worth_is_said_with_how_often_it_is_so(titled, study):
    from experiments.compare.choice import WORTHS

    shares = np.tile([0.3, 0.3, 0.4], (len(WORTHS), 1))
    shares[0] = 1.0, 0.0, 0.0
    choice = SimpleNamespace(strategies=NAMES, acceptable=lambda: shares, currency="USD", perspective="payers")
    assert _acceptable(study, choice) == (
        "Most often best if a month of language is worth nothing: routine (100% of draws); "
        "if worth 1,600 USD: reading course (40%)"
    )


def test_a_gain_is_said_with_its_span_over_the_draws(titled, study):
    columns = ["outcome", "observer", "group", "strategy", "difference", "unknown_low", "unknown_high"]
    rows = [
        (o, "true", "all", n, d, d / 2, 2 * d)
        for o in ("language", "language_gap")
        for n, d in zip(NAMES[1:], (0.1, 0.2), strict=True)
    ]
    table = pd.DataFrame(rows, columns=columns).assign(spread_low=0.0, spread_high=0.3)
    assert _effects(study, table, None) == (
        "Reading course moves language most: +0.20 SD on average, +0.10 to +0.40 in nine of ten draws"
    )
    for nothing in (None, np.nan):
        assert _in_draws(SimpleNamespace(unknown_low=nothing, unknown_high=nothing)) == ""


def test_names_of_peaks_in_one_place_stand_one_above_the_other():
    panel = frame(1, 1)[1][0, 0]
    values = np.array([[100.0, 0.0, 0.0], [20.0, 40.0, 40.0]])
    _label_peaks(panel, values, NAMES, dict.fromkeys(NAMES, ("black", "o")))
    heights = {text.get_text(): text.xyann[1] for text in panel.texts}
    assert (
        heights["reading course"] - heights["messages three"] >= 10 and heights["routine"] == heights["messages three"]
    )

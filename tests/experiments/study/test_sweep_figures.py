"""What a sweep's pictures say in their titles: whose, against whom, from where to where, in cells that are there."""

from types import SimpleNamespace

import pandas as pd
import pytest

from experiments.study.families_lived import Target, group_in_words
from experiments.study.sweep_figures import BAND, HELD, _along, _digits, _highest, _said, _step, points

AXES = [SimpleNamespace(name="culture.entrusting"), SimpleNamespace(name="messages.per_week")]
THIRD = SimpleNamespace(name="budget.teacher_hours")
COMPARED = SimpleNamespace(strategies=["routine", "visits", "messages_three"])
ALONE = SimpleNamespace(strategies=["visits"])


def cells(*rows):
    return pd.DataFrame(rows, index=[0.1, 0.5], columns=[1, 3])


def test_the_title_of_a_map_names_the_strategy_and_the_place_of_the_highest_cell():
    maps = {
        (None, "visits"): cells([0.1, 0.2], [0.1, 0.1]),
        (None, "messages_three"): cells([0.05, 0.06], [0.0725, 0.07]),
    }
    said = _highest(COMPARED, Target("language"), maps, AXES)
    assert said == (
        "Language, visits against routine: highest with +0.200 SD at culture entrusting 0.1, messages per week 3; lowest +0.100"
    )


def test_over_a_third_axis_its_step_is_said_too():
    maps = {(1, "visits"): cells([1, 2], [3, 4]), (4, "visits"): cells([5, 6], [7, 8])}
    said = _highest(ALONE, Target("money", currency="EUR"), maps, [*AXES, THIRD])
    assert said == (
        "Money, visits: highest with 8.000 EUR a child at culture entrusting 0.5, messages per week 3, "
        "budget teacher hours 4; lowest 1.000"
    )


def test_the_ends_of_a_line_are_those_that_are_drawn():
    rows = pd.DataFrame({"point": [2, 1], "culture.entrusting": [0.7, 0.1], "difference": [0.072, 0.056]})
    said = _along(rows, AXES[0], COMPARED, "SD")
    assert said == "+0.056 SD at culture entrusting 0.1, +0.072 at 0.7"


@pytest.mark.parametrize(("values", "digits"), [([0.2, 9.9], ".3f"), ([18.6], ".1f"), ([-1669.0, 0.1], ".0f")])
def test_digits_follow_the_size(values, digits):
    assert _digits(values) == digits


def test_a_level_has_no_sign_and_a_difference_has():
    assert (_said(0.5, ALONE, [0.5]), _said(0.5, COMPARED, [0.5])) == ("0.500", "+0.500")


def test_words_are_read_without_underscores():
    assert (_step("trained_visitor"), _step(3)) == ("trained visitor", "3")
    assert group_in_words("ses_1") == "poorest fifth" and group_in_words("ses_2") == "SES fifth 2"


def test_listed_points_are_named_by_what_is_set_there(monkeypatch, tmp_path):
    drawn = []
    monkeypatch.setattr(
        "experiments.study.sweep_figures.save",
        lambda figure, path, title, said: drawn.append(figure.axes[0]) or (path.name, title, said),
    )
    monkeypatch.setattr("experiments.study.sweep_figures.caption", lambda study, first, band: f"{first} {band}")
    listed = [{"messages.per_week": 1}, {"messages.per_week": 7, "culture.entrusting": 0.7}, {}]
    rows = {"outcome": "language", "observer": "true", "group": "all", "strategy": "visits", "point": range(3)}
    study = SimpleNamespace(
        experiment=SimpleNamespace(strategies=["routine", "visits"], targets=(Target("language"),)),
        plan=SimpleNamespace(points=listed),
        folder=tmp_path,
    )
    luck = {"spread_low": [0.01, 0.02, 0.03], "spread_high": [0.06, 0.09, 0.08]}
    assert points(study, pd.DataFrame(rows | luck | {"difference": [0.04, 0.07, 0.05]})) == (
        "points",
        "Language, visits against routine: highest +0.070 SD at messages per week 7, culture entrusting 0.7; "
        "lowest +0.040 SD at messages per week 1",
        f"3 of 3 points shown. {BAND}{HELD}",
    )
    spans = [tuple(path.vertices[:, 0]) for path in drawn[0].collections[0].get_paths()]
    assert spans == [(0.01, 0.06), (0.03, 0.08), (0.02, 0.09)]  # from below: the luck of the lowest first
    assert any(set(line.get_xdata()) == {0} for line in drawn[0].lines)

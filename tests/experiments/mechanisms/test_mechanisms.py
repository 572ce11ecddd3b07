"""Each mechanism off against all on: the rows, what they say, the picture; seeds fixed."""

import json

import pytest

import sim
from experiments.mechanisms.lived import Row, everything, mechanisms
from experiments.mechanisms.shown import answer, as_json, mechanisms_table, reasons
from experiments.mechanisms.stored import run_mechanisms
from experiments.study.workers import Workers

ONLY = ("clarity", "message_fatigue", "double_reduction")


@pytest.fixture(scope="module")
def rows():
    return mechanisms(seeds=3, only=ONLY, workers=Workers("serial"))


def test_rows_come_in_the_order_of_the_paper_with_all_that_others_rely_on(rows):
    assert [(row.section, row.mechanism, row.outcome) for row in rows] == [
        ("4.2", "clarity", "responsibility_shifted"),
        ("4.2", "double_reduction", "numeracy"),
        ("4.2", "double_reduction", "creativity"),
        ("5.1", "message_fatigue", "practice_time"),
    ]
    asked = {"section", "mechanism", "outcome", "difference_sd", "low", "high", "expected", "as_expected", "setting"}
    said = json.loads(json.dumps(as_json(rows)))["rows"]
    assert all(set(row) == asked for row in said)


def test_these_move_as_the_paper_says(rows):
    assert [row.verdict for row in rows] == ["as expected"] * 4
    assert all(row.low < row.difference_sd < row.high for row in rows)


def test_the_same_seeds_are_the_same_rows(rows):
    assert mechanisms(seeds=3, only=ONLY[:1], workers=Workers("serial")) == rows[:1]


def test_a_difference_is_in_sd_of_both_sides_together(rows):
    """However little an outcome varies between families, two worlds are never further apart than 2 SD."""
    assert all(abs(row.difference_sd) <= 2.0 + 1e-9 for row in rows)


def row(difference, low, high, expected, as_expected):
    return Row("1", "norms", "trust", difference, low, high, expected, as_expected, {})


def test_verdicts_and_the_answer():
    right, wrong, open_ = (
        row(0.2, 0.1, 0.3, "+", True),
        row(0.2, 0.1, 0.3, "-", False),
        row(0.0, -0.1, 0.1, "+", False),
    )
    assert [one.verdict for one in (right, wrong, open_)] == ["as expected", "the other way", "cannot be told"]
    assert answer([right]) == "The outcome moves as the paper says it should"
    assert answer([right, right]) == "All 2 outcomes move as the paper says they should"
    assert answer([right, wrong, open_]) == "1 of 3 outcomes move as the paper says, 1 the other way, 1 cannot be told"
    assert row(0.2, None, None, "+", False).verdict == "cannot be told"


def test_what_cannot_be_told_has_its_reason_under_the_table_and_what_is_as_expected_needs_none():
    told = Row("4.1", "fitting_strategy", "gap_in_reach", -0.02, -0.06, 0.02, "-", False, {})
    right = Row("4.1", "fitting_strategy", "gap_in_reach", -0.05, -0.07, -0.03, "-", True, {})
    (reason,) = reasons([told])
    assert reason.startswith("Fitting strategy: It draws in families of another language")
    assert reason in mechanisms_table([told], "us_preschool", 20).caption
    assert reasons([right, row(0.0, -0.1, 0.1, "+", False)]) == []


def test_everything_is_every_intervention():
    scenario = sim.read_scenario({"place": "us_preschool", "strategy": everything()})
    assert {doing.name for doing in scenario.strategy.strategy.doings} == set(sim.INTERVENTIONS)


def test_a_wrong_name_is_refused_with_the_nearest():
    with pytest.raises(sim.ScenarioError, match="Did you mean 'norms'"):
        mechanisms(only=["nroms"])


def test_what_is_there_is_read(tmp_path):
    ticks = []
    first, folder = run_mechanisms("us_preschool", 2, ["clarity"], tmp_path / "out", ticks.append)
    again, _ = run_mechanisms("us_preschool", 2, ["clarity"], tmp_path / "out", pytest.fail)
    assert first == again and ticks == [1, 2, 3, 4]
    written = {file.name for file in folder.iterdir()}
    assert written == {"manifest.json", "rows.json", "table.csv", "mechanisms.png", "mechanisms.svg"}
    assert mechanisms_table(first, "us_preschool", 2).row_count == 1

"""What in a sheet may not be what was meant is said: columns of one's own, and a row of totals."""

import pytest

import sim
from experiments.check_file import notes
from experiments.sheet_notes import sheet_notes

HEAD = "preschool,classes,children\n"
ROWS = "Sun,2,30\nMoon,3,50\n"


def said_of(tmp_path, text):
    (tmp_path / "mine.csv").write_text(text, encoding="utf-8")
    return notes(str(tmp_path / "mine.csv"))


@pytest.mark.parametrize("row", ["Total,5,80", "Summe:,5,79", "all of them,5,80"])
def test_a_row_of_totals_is_said_to_count_as_a_preschool(row, tmp_path):
    (said,) = said_of(tmp_path, HEAD + ROWS + row)
    assert said.startswith(f"row '{row.partition(',')[0]}' is counted as one more preschool.")


@pytest.mark.parametrize("text", [ROWS, "Sun,2,30\nMoon,2,30\n", ROWS + "Star,5,81", ROWS + "Total Care,1,20"])
def test_ordinary_preschools_are_not_taken_for_totals(text, tmp_path):
    assert said_of(tmp_path, HEAD + text) == []


def test_a_column_of_ones_own_is_said_not_to_be_used(tmp_path):
    assert said_of(tmp_path, "preschool,classes,children,remark\nSun,2,30,old\n") == ["column 'remark' is not used."]


def test_a_place_without_a_sheet_has_nothing_to_say():
    assert sheet_notes(sim.read_place("us_preschool").district) == []

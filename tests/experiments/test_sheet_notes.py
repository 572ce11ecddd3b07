"""What in a sheet may not be what was meant is said: columns of one's own, rows of totals, other currencies."""

import pytest

import sim
from experiments.check_file import notes
from experiments.compare.what_is_compared import read_comparison
from experiments.plan.asked import asked_of
from experiments.read import read_with
from experiments.sheet_notes import sheet_notes

HEAD = "preschool,classes,children\n"
ROWS = "Sun,2,30\nMoon,3,50\n"


def said_of(tmp_path, text):
    (tmp_path / "mine.csv").write_text(text, encoding="utf-8")
    return notes(str(tmp_path / "mine.csv"))


@pytest.mark.parametrize("row", ["Total,5,80", "Summe:,5,79", "合计,5,80", "Average,2.5,40"])
def test_a_row_that_is_called_a_total_is_left_out_and_said_to_be(row, tmp_path):
    (said,) = said_of(tmp_path, HEAD + ROWS + row)
    assert said.startswith(f"row '{row.partition(',')[0]}' (mine.csv:4, column 1) is left out")
    assert sim.read_district(tmp_path / "mine.csv").children == 80


def test_a_total_under_another_name_is_refused_with_the_ways_out(tmp_path):
    with pytest.raises(
        sim.ScenarioError, match=r"mine.csv:4, column 1 \(preschool\): 'all of them' has as many .* move it"
    ):
        said_of(tmp_path, HEAD + ROWS + "all of them,5,80")
    assert said_of(tmp_path, HEAD + "Big,5,80\n" + ROWS) == []  # one that only happens to be as large, further up


@pytest.mark.parametrize(
    "text", [ROWS, "Sun,2,30\nMoon,2,30\n", ROWS + "Star,5,81", ROWS + "Total Care,1,20", "Total,5,80\n"]
)
def test_ordinary_preschools_are_not_taken_for_totals(text, tmp_path):
    assert said_of(tmp_path, HEAD + text) == []
    assert len(sim.read_district(tmp_path / "mine.csv").preschools) == len(text.splitlines())


def asked_with(tmp_path, amount):
    (tmp_path / "mine.csv").write_text(f"preschool;classes;children;money_per_child\nSun;2;30;{amount}\n", "utf-8")
    return str(tmp_path / "mine.csv")


ASKED = {
    "plan": lambda sheet: asked_of(sheet, 1000),
    "run": lambda sheet: read_with("first_look", district=sheet),
    "compare": lambda sheet: read_comparison("five_strategies", district=sheet),
}


@pytest.mark.parametrize("verb", ASKED)
def test_an_amount_in_another_currency_than_the_places_is_refused(verb, tmp_path):
    ASKED[verb](asked_with(tmp_path, "$60.50"))
    ASKED[verb](asked_with(tmp_path, "60,50 USD"))
    with pytest.raises(sim.ScenarioError, match=r"mine.csv:2, column 4: 60,50 € is not in USD\.\nWrite amounts in USD"):
        ASKED[verb](asked_with(tmp_path, "60,50 €"))


def test_a_column_of_ones_own_is_said_not_to_be_used(tmp_path):
    assert said_of(tmp_path, "preschool,classes,children,remark\nSun,2,30,old\n") == ["column 'remark' is not used."]


def test_a_place_without_a_sheet_has_nothing_to_say():
    assert sheet_notes(sim.read_place("us_preschool").district) == []

"""Tables for spreadsheets."""

import io

import numpy as np
import pandas as pd
import pytest
from openpyxl import load_workbook

from experiments.sheets import NARROWEST, WIDEST, as_text, write_book


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x"])
def test_what_a_spreadsheet_would_run_is_text(cell):
    assert as_text(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "visits", -1, 0.5])
def test_everything_else_stays_as_it_is(cell):
    assert as_text(cell) == cell


@pytest.fixture
def book():
    """A book with what tables hold: long words, numbers, what is not known, what has no limit, what would be run."""
    frame = pd.DataFrame(
        {
            "mix": ["book library (50 books), messages (3 a week) and talks (4 a year), for all", "=HYPERLINK(1)"],
            "cost": [12345.6789, np.nan],
            "low": [-np.inf, 1.0],
            "once": [None, 2],
            "clear": [True, False],
        }
    )
    sink = io.BytesIO()
    write_book(sink, {"mixes": frame, "none": frame.head(0)}, {"mixes": {"cost": "USD of 2023"}})
    return load_workbook(sink)


def test_numbers_are_numbers_and_what_is_not_known_is_empty(book):
    types = [[cell.data_type for cell in row[1:4]] for row in book["mixes"].iter_rows(min_row=2)]
    assert types == [["n", "n", "n"], ["n", "n", "n"]]
    assert [cell.value for cell in book["mixes"]["C"][1:]] == [None, 1.0]
    assert [cell.value for cell in book["mixes"]["B"][1:]] == [12345.6789, None]


def test_no_cell_is_a_formula(book):
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert book["mixes"]["A3"].value == "'=HYPERLINK(1)"


def test_a_sheet_can_be_read_as_it_opens(book):
    assert all(sheet.freeze_panes == "A2" for sheet in book)
    widths = {letter: column.width for letter, column in book["mixes"].column_dimensions.items()}
    assert widths["A"] == WIDEST and NARROWEST <= widths["E"] < 12 and widths["B"] >= len("12345.7")
    assert book["mixes"]["A2"].alignment.wrap_text and not book["mixes"]["A3"].alignment.wrap_text


def test_units_stand_on_a_sheet_of_their_own(book):
    assert [cell.value for cell in book["units"][2]] == ["mixes", "cost", "USD of 2023"]
    sink = io.BytesIO()
    write_book(sink, {"mixes": pd.DataFrame({"a": [1]})})
    assert load_workbook(sink).sheetnames == ["mixes"]

"""Tables for spreadsheets."""

import pytest

from experiments.sheets import as_text


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x"])
def test_what_a_spreadsheet_would_run_is_text(cell):
    assert as_text(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "visits", -1, 0.5])
def test_everything_else_stays_as_it_is(cell):
    assert as_text(cell) == cell

"""The cells of a planner's sheet, from xlsx or CSV, each knowing where it stands."""

import csv
from contextlib import closing
from dataclasses import dataclass

from sim.core.errors import ScenarioError

SHEET = "preschools"
MOST_ROWS = 5000
MOST_BYTES = 20_000_000


@dataclass(frozen=True)
class Cell:
    """What stands in a cell, and where."""

    value: object
    where: str


def rows_of(path):
    """The header's cells and the rows under it. Rows that are empty or start with # (explanations) are left out."""
    _must_be_a_sheet(path)
    rows = _xlsx(path) if path.suffix.lower() == ".xlsx" else _csv(path)
    rows = [row for row in rows if _says_something(row)]
    if not rows:
        raise ScenarioError(f"{path}: the sheet is empty. `famschool new district {path}` writes one to fill in.")
    if len(rows) > MOST_ROWS:
        raise ScenarioError(f"{path}: {len(rows):,} rows; a district has {MOST_ROWS:,} preschools at most.")
    header = [Cell(str(cell.value).strip().lower(), cell.where) for cell in rows[0] if cell.value not in (None, "")]
    return header, [row[: len(header)] for row in rows[1:]]


def _must_be_a_sheet(path):
    if not path.is_file():
        raise ScenarioError(f"There is no file '{path}'. `famschool new district {path}` writes one to fill in.")
    if path.suffix.lower() not in (".xlsx", ".csv"):
        raise ScenarioError(f"{path}: a district is an .xlsx or .csv file.")
    if path.stat().st_size > MOST_BYTES:
        raise ScenarioError(f"{path}: over {MOST_BYTES // 1_000_000} MB; a district's sheet is far smaller.")


def _says_something(row):
    said = [cell.value for cell in row if cell.value not in (None, "")]
    return bool(said) and not str(row[0].value or "").startswith("# ")


def _xlsx(path):
    from openpyxl import load_workbook
    from openpyxl.utils import get_column_letter

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except Exception:  # openpyxl lets errors of zipfile, XML and its own through
        raise ScenarioError(f"{path}: this is not an Excel workbook, or it is damaged.") from None
    with closing(book):
        if SHEET not in book.sheetnames:
            raise ScenarioError(f"{path}: there is no sheet '{SHEET}'; it has {', '.join(book.sheetnames)}.")
        return [
            [
                Cell(value, f"{path.name}, sheet {SHEET}, cell {get_column_letter(column)}{number}")
                for column, value in enumerate(row, start=1)
            ]
            for number, row in enumerate(book[SHEET].iter_rows(values_only=True, max_row=MOST_ROWS + 100), start=1)
        ]


def _csv(path):
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ScenarioError(f"{path}: this is not text in UTF-8. Save it as 'CSV UTF-8'.") from None
    separator = ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
    try:
        lines = list(csv.reader(text.splitlines(), delimiter=separator, strict=True))
    except csv.Error as error:
        raise ScenarioError(f"{path}: this is not a CSV table ({error}).") from None
    return [
        [Cell(value, f"{path.name}:{number}, column {column}") for column, value in enumerate(row, start=1)]
        for number, row in enumerate(lines, start=1)
        if row
    ]

"""The cells of a planner's sheet, from xlsx or CSV, each knowing where it stands."""

import csv
import re
from contextlib import closing
from dataclasses import dataclass

from sim.core.errors import ScenarioError, nearest

SHEET, PRICES_SHEET = "preschools", "prices"
THOUSANDS = re.compile(r"[1-9]\d{0,2}(,\d{3})+")  # with a comma that may set off thousands or decimals
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
    rows = _xlsx(path, SHEET) if path.suffix.lower() == ".xlsx" else _csv(path)
    header, rows = _parted(rows)
    if not header:
        raise ScenarioError(f"{path}: the sheet is empty. `famschool new district {path}` writes one to fill in.")
    if len(rows) > MOST_ROWS:
        raise ScenarioError(f"{path}: {len(rows):,} rows; a district has {MOST_ROWS:,} preschools at most.")
    return header, rows


def price_rows_of(path):
    """The same of a workbook's own prices; nothing where it has no such sheet."""
    rows = _xlsx(path, PRICES_SHEET) if path.suffix.lower() == ".xlsx" else None
    return _parted(rows or [])


def _parted(rows):
    """The header's cells, and under it the rows that say something."""
    rows = [row for row in rows if _says_something(row)]
    if not rows:
        return [], []
    header = [Cell(str(cell.value).strip().lower(), cell.where) for cell in rows[0] if cell.value not in (None, "")]
    return header, [row[: len(header)] for row in rows[1:]]


def wrong_columns(header, known):
    """Columns that are unknown or there twice, each a sentence."""
    names, wrong = [cell.value for cell in header], []
    for cell in header:
        if cell.value not in known:
            wrong.append(f"{cell.where}: there is no column '{cell.value}'.{nearest(cell.value, known)}")
        elif names.count(cell.value) > 1:
            wrong.append(f"{cell.where}: the column '{cell.value}' is there twice.")
    return wrong


def text_in(said):
    """What a cell says; empty where it says nothing. Errors: ValueError where the sheet itself shows an error."""
    text = "" if said is None else str(said).strip()
    if text.startswith("#"):
        raise ValueError(f"'{text}' is an error of the sheet, not a value.")
    return text


def number_in(text, asked="a number"):
    """The number that a text means, with a point or a comma, or as a percentage. Errors: ValueError."""
    if THOUSANDS.fullmatch(text):
        raise ValueError(
            f"'{text}' can be read in two ways: write {text.replace(',', '')}, or {text.replace(',', '.')}."
        )
    percent = text.endswith("%")
    try:
        value = float(text.rstrip("% ").replace(",", "."))
    except ValueError:
        raise ValueError(f"'{text}' is not {asked}.") from None
    return value / 100.0 if percent else value


def within(value, text, low, high, hint=""):
    """The value of a cell that says `text`. Errors: ValueError where it is not possible."""
    if not low <= value <= high:
        raise ValueError(f"{text} is impossible: between {low:g} and {high:g}{hint}.")
    return value


def _must_be_a_sheet(path):
    if path.is_dir() or path.suffix.lower() not in (".xlsx", ".csv"):
        raise ScenarioError(
            f"{path}: a district is an .xlsx or .csv file. `famschool new district {path.stem}.xlsx` writes one."
        )
    if not path.is_file():
        raise ScenarioError(f"There is no file '{path}'. `famschool new district {path}` writes one to fill in.")
    if path.stat().st_size > MOST_BYTES:
        raise ScenarioError(f"{path}: over {MOST_BYTES // 1_000_000} MB; a district's sheet is far smaller.")


def _says_something(row):
    said = [cell.value for cell in row if cell.value not in (None, "")]
    return bool(said) and not str(row[0].value or "").startswith("# ")


def _xlsx(path, sheet):
    """The cells of a workbook's sheet; None where it has no prices."""
    from openpyxl import load_workbook
    from openpyxl.utils import get_column_letter

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except Exception:  # openpyxl lets errors of zipfile, XML and its own through
        raise ScenarioError(f"{path}: this is not an Excel workbook, or it is damaged.") from None
    with closing(book):
        if sheet not in book.sheetnames:
            if sheet == PRICES_SHEET:
                return None
            raise ScenarioError(f"{path}: there is no sheet '{sheet}'; it has {', '.join(book.sheetnames)}.")
        return [
            [
                Cell(value, f"{path.name}, sheet {sheet}, cell {get_column_letter(column)}{number}")
                for column, value in enumerate(row, start=1)
            ]
            for number, row in enumerate(book[sheet].iter_rows(values_only=True, max_row=MOST_ROWS + 100), start=1)
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

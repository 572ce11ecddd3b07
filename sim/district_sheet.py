"""The cells of a planner's sheet, from xlsx or CSV, each knowing where it stands."""

import csv
import re
from contextlib import closing
from dataclasses import dataclass
from datetime import date

from sim.core.errors import ScenarioError, nearest

SHEET, PRICES_SHEET = "preschools", "prices"
EITHER = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")  # a sign that may set off thousands or decimals: 1,200 and 1.200
GROUPED = re.compile(
    r"[1-9]\d{0,2}(?P<sign>[.,' \u00a0\u202f’])\d{3}((?P=sign)\d{3})*(?P<rest>[.,]\d+)?"
)  # 1.200,50; 1 200,5
TITLE_ROWS = 20  # among so many the names of the columns are looked for
ENOUGH_NAMES = 2  # known names that make a row the one with the names
MOST_ROWS = 5000
MOST_BYTES = 20_000_000


@dataclass(frozen=True)
class Cell:
    """What stands in a cell, and where."""

    value: object
    where: str


def rows_of(path, known=()):
    """The header's cells and the rows under it, which may stand below a title.

    `known`: names of columns, by which the header is found. Rows that are empty or start with # (explanations) are left out.
    """
    _must_be_a_sheet(path)
    rows = _xlsx(path, SHEET) if path.suffix.lower() == ".xlsx" else _csv(path, known)
    header, rows = _parted(rows, known)
    if not header:
        raise ScenarioError(f"{path}: the sheet is empty. `famschool new district {path}` writes one to fill in.")
    if len(rows) > MOST_ROWS:
        raise ScenarioError(f"{path}: {len(rows):,} rows; a district has {MOST_ROWS:,} preschools at most.")
    return header, rows


def price_rows_of(path):
    """The same of a workbook's own prices; nothing where it has no such sheet."""
    rows = _xlsx(path, PRICES_SHEET) if path.suffix.lower() == ".xlsx" else None
    return _parted(rows or [])


def _parted(rows, known=()):
    """The header's cells, and under it the rows that say something: of each the cells below a name."""
    rows = [row for row in rows if _says_something(row)]
    if not rows:
        return [], []
    top = next((k for k, row in enumerate(rows[:TITLE_ROWS]) if _has_names(row, known)), 0)
    named = [k for k, cell in enumerate(rows[top]) if cell.value not in (None, "")]
    header = [Cell(_as_name(rows[top][k].value), rows[top][k].where) for k in named]
    return header, [[row[k] for k in named] for row in rows[top + 1 :]]


def _as_name(said):
    return "_".join(str(said).lower().split())


def _has_names(row, known):
    return len({_as_name(cell.value) for cell in row} & set(known)) >= ENOUGH_NAMES


def columns_not_used(header, known):
    """Names of columns that are near to no known one: somebody's own remarks."""
    return [cell.value for cell in header if cell.value not in known and not nearest(cell.value, known)]


def wrong_columns(header, known):
    """Columns that are near to a known one or there twice, each a sentence; others are not used."""
    names, wrong = [cell.value for cell in header], []
    for cell in header:
        if cell.value not in known and nearest(cell.value, known):
            wrong.append(f"{cell.where}: there is no column '{cell.value}'.{nearest(cell.value, known)}")
        elif cell.value in known and names.count(cell.value) > 1:
            wrong.append(f"{cell.where}: the column '{cell.value}' is there twice.")
    return wrong


def text_in(said):
    """What a cell says; empty where it says nothing. Errors: ValueError where the sheet itself shows an error."""
    text = "" if said is None else str(said).strip()
    if text.startswith("#"):
        raise ValueError(f"'{text}' is an error of the sheet, not a value.")
    return text


def number_in(said, asked="a number"):
    """The number that a cell means: with a point or a comma, thousands set off, or as a percentage. Errors: ValueError."""
    if isinstance(said, date):
        raise ValueError(
            f"{said:%d %B %Y} is a date; a sheet may have made it of 2.5 or 5/2. {asked.capitalize()} is asked for."
        )
    if isinstance(said, (int, float)) and not isinstance(said, bool):
        return float(said)
    text = str(said).strip()
    percent, bare = text.endswith("%"), text.rstrip("% \u00a0")
    if EITHER.fullmatch(bare):
        whole, part = re.sub("[.,]", "", bare), f"{float(bare.replace(',', '.')):g}"
        part += "0" if EITHER.fullmatch(part) else ""
        sign = "%" if percent else ""
        raise ValueError(f"'{text}' can be read in two ways: write {whole}{sign}, or {part}{sign}.")
    try:
        value = float(_plain(bare))
    except ValueError:
        hint = ": write it as in 1200.5 or 1200,5, without a unit" if re.search(r"\d", text) else ""
        raise ValueError(f"'{text}' is not {asked}{hint}.") from None
    return value / 100.0 if percent else value


def _plain(text):
    """With a point for decimals and nothing between thousands, where a number is written so that both can be told."""
    found = GROUPED.fullmatch(text)
    if found and (found["rest"] or "")[:1] != found["sign"]:
        text = text.replace(found["sign"], "")
    return text.replace(",", ".")


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


def _csv(path, known=()):
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ScenarioError(f"{path}: this is not text in UTF-8. Save it as 'CSV UTF-8'.") from None
    separator = _separator(text.splitlines()[:TITLE_ROWS], known)
    try:
        lines = list(csv.reader(text.splitlines(), delimiter=separator, strict=True))
    except csv.Error as error:
        raise ScenarioError(f"{path}: this is not a CSV table ({error}).") from None
    width = max(map(len, lines), default=0)
    return [
        [
            Cell(value, f"{path.name}:{number}, column {column}")
            for column, value in enumerate(_filled(row, width), start=1)
        ]
        for number, row in enumerate(lines, start=1)
        if row
    ]


def _filled(row, width):
    """With an empty cell for each that the line leaves out at its end."""
    return row + [""] * (width - len(row))


def _separator(lines, known):
    """The sign that parts a line into most names of columns, or else into most parts: a title or a remark has commas, too."""

    def parted(line, sign):
        return len({_as_name(part.strip(' "')) for part in line.split(sign)} & set(known)), line.count(sign)

    said = [line for line in lines if not line.startswith("#")]
    return max(",;\t", key=lambda sign: max((parted(line, sign) for line in said), default=(0, 0)))

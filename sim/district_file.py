"""A planner's file, xlsx or CSV, opened: its cells, each knowing where it stands, and how it had to be read."""

import csv
import re
from contextlib import closing
from dataclasses import dataclass, field

from sim.core.errors import ScenarioError

SHEET = "preschools"
TITLE_ROWS = 20  # among so many the names of the columns are looked for
MOST_ROWS = 5000
MOST_BYTES = 20_000_000
FORMATTED = re.compile(r'\[\$([^\]\-]+)|"([^"]+)"|([€£¥])')  # [$€-407], "EUR", €
BEYOND_ASCII = re.compile(rb"[\x80-\xff]+")


@dataclass(frozen=True)
class Cell:
    """What stands in a cell, and where; `currency` as it is named beside an amount."""

    value: object
    where: str
    currency: str = ""


@dataclass(frozen=True)
class Opened:
    """All cells of a table, row by row, and what is to be said of how they were read."""

    rows: list = field(default_factory=list)
    notes: tuple = ()


class _Unsaved:
    """A formula of a workbook that was saved without its value: most programs but spreadsheets write them so."""

    def __str__(self):
        return "formula whose value was not saved"


UNSAVED = _Unsaved()


def opened(path, known=()):
    """The table of preschools. `known`: names of columns, and of each whether it is `required`. Errors: ScenarioError."""
    _must_be_a_sheet(path)
    if path.suffix.lower() == ".csv":
        return _csv(path, known)
    with closing(_book(path)) as book:
        sheet = SHEET if SHEET in book.sheetnames else _sheet_with(path, book, known)
        notes = () if sheet == SHEET else (f"sheet '{sheet}' was read; none is called '{SHEET}'.",)
        return Opened(_cells(path, book[sheet]), notes)


def opened_sheet(path, sheet):
    """Another sheet of a workbook; nothing where it has none of that name, or is none."""
    if path.suffix.lower() != ".xlsx":
        return Opened()
    with closing(_book(path)) as book:
        return Opened(_cells(path, book[sheet])) if sheet in book.sheetnames else Opened()


def as_name(said):
    """A heading as the columns are named: Low income is low_income."""
    return "_".join(str(said).lower().split())


def _must_be_a_sheet(path):
    if path.is_dir() or path.suffix.lower() not in (".xlsx", ".csv"):
        raise ScenarioError(
            f"{path}: a district is an .xlsx or .csv file. `famschool new district {path.stem}.xlsx` writes one."
        )
    if not path.is_file():
        raise ScenarioError(f"There is no file '{path}'. `famschool new district {path}` writes one to fill in.")
    if path.stat().st_size > MOST_BYTES:
        raise ScenarioError(f"{path}: over {MOST_BYTES // 1_000_000} MB; a district's sheet is far smaller.")


def _book(path, data_only=True):
    from openpyxl import load_workbook

    try:
        return load_workbook(path, read_only=True, data_only=data_only)
    except Exception:  # openpyxl lets errors of zipfile, XML and its own through
        raise ScenarioError(f"{path}: this is not an Excel workbook, or it is damaged.") from None


def _sheet_with(path, book, known):
    """The one sheet that has every column that must be there. Errors: ScenarioError where none has, or several."""
    needed = {name for name in known if known[name].required}
    found = [sheet.title for sheet in book.worksheets if _has(sheet, needed)]
    if len(found) == 1:
        return found[0]
    has = f"{', '.join(found)} all have" if found else f"it has {', '.join(book.sheetnames)}, and none has"
    raise ScenarioError(
        f"{path}: there is no sheet '{SHEET}'; {has} the columns {', '.join(sorted(needed))}. "
        f"Call the one that is meant '{SHEET}'."
    )


def _has(sheet, needed):
    rows = sheet.iter_rows(values_only=True, max_row=TITLE_ROWS)
    return any(needed <= {as_name(said) for said in row if said is not None} for row in rows)


def _cells(path, sheet):
    from openpyxl.utils import get_column_letter

    rows, last = [], MOST_ROWS + 100
    for number, row in enumerate(sheet.iter_rows(max_row=last), start=1):
        where = f"{path.name}, sheet {sheet.title}, cell "
        rows.append(
            [
                Cell(cell.value, f"{where}{get_column_letter(k)}{number}", _shown_in(cell))
                for k, cell in enumerate(row, start=1)
            ]
        )
    unsaved = _unsaved(path, sheet, last) if any(cell.value is None for row in rows for cell in row) else set()
    return [
        [Cell(UNSAVED, cell.where) if (r, k) in unsaved else cell for k, cell in enumerate(row)]
        for r, row in enumerate(rows)
    ]


def _shown_in(cell):
    """The currency that a number's format shows beside it; not a lone $, which stands for whatever is usual in one's Excel."""
    if not isinstance(cell.value, int | float):
        return ""
    found = FORMATTED.search(cell.number_format or "")
    shown = next(filter(None, found.groups()), "").strip() if found else ""
    return "" if shown == "$" else shown


def _unsaved(path, sheet, last):
    """Where (row, column, from nought) formulas stand that have no value; one that says nothing has an empty text."""
    with closing(_book(path, data_only=False)) as book:
        formulas = list(book[sheet.title].iter_rows(max_row=last))
    return {
        (r, k)
        for r, row in enumerate(sheet.iter_rows(max_row=last))
        for k, cell in enumerate(row)
        if cell.value is None and cell.data_type == "n" and formulas[r][k].data_type == "f"
    }


def _csv(path, known):
    text, notes = _decoded(path)
    separator = _separator(text.splitlines()[:TITLE_ROWS], known)
    try:
        lines = list(csv.reader(text.splitlines(), delimiter=separator, strict=True))
    except csv.Error as error:
        raise ScenarioError(f"{path}: this is not a CSV table ({error}).") from None
    width = max(map(len, lines), default=0)
    rows = [
        [
            Cell(value, f"{path.name}:{number}, column {column}")
            for column, value in enumerate(_filled(row, width), start=1)
        ]
        for number, row in enumerate(lines, start=1)
        if row
    ]
    return Opened(rows, notes)


def _decoded(path):
    """The text of a file, and a note where it is not in UTF-8. Errors: ScenarioError where it is no text."""
    data = path.read_bytes()
    for encoding, called in (("utf-8-sig", ""), *_of_a_spreadsheet(data)):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            note = f"read as {called}, not as UTF-8: see that the names are right, or save it as 'CSV UTF-8'."
            return text, (note,) if called else ()
    raise ScenarioError(f"{path}: this is not text in UTF-8. Save it as 'CSV UTF-8'.")


def _of_a_spreadsheet(data):
    """In what Excel saves a plain CSV: for Chinese two bytes a sign, both beyond ASCII; else Windows-1252, one byte a letter."""
    in_pairs = all(len(some) % 2 == 0 for some in BEYOND_ASCII.findall(data))
    return (*([("gb2312", "Chinese (GB 2312)")] if in_pairs else []), ("cp1252", "Windows-1252"))


def _filled(row, width):
    """With an empty cell for each that the line leaves out at its end."""
    return row + [""] * (width - len(row))


def _separator(lines, known):
    """The sign that parts a line into most names of columns, or else into most parts: a title or a remark has commas, too."""

    def parted(line, sign):
        return len({as_name(part.strip(' "')) for part in line.split(sign)} & set(known)), line.count(sign)

    said = [line for line in lines if not line.startswith("#")]
    return max(",;\t", key=lambda sign: max((parted(line, sign) for line in said), default=(0, 0)))

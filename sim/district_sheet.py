"""The rows of a planner's sheet: which of them names the columns, which are preschools, and what their cells mean."""

import re
from dataclasses import dataclass
from datetime import date

from sim.core.errors import ScenarioError, nearest
from sim.district_file import MOST_ROWS, TITLE_ROWS, UNSAVED, Cell, as_name, opened, opened_sheet
from sim.sheet_cells import currencies_called, meant

EITHER = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")  # a sign that may set off thousands or decimals: 1,200 and 1.200
GROUPED = re.compile(
    r"[1-9]\d{0,2}(?P<sign>[.,' \u00a0\u202f’])\d{3}((?P=sign)\d{3})*(?P<rest>[.,]\d+)?"
)  # 1.200,50; 1 200,5
ENOUGH_NAMES = 2  # known names that make a row the one with the names
NAMED_AS_TOTALS = frozenset(
    "total/totals/grand total/subtotal/sum/sums/average/mean/summe/gesamt/gesamtsumme/insgesamt/zwischensumme/"
    "mittelwert/durchschnitt/suma/total general/promedio/media/合计/总计/共计/小计/总和/平均".split("/")
)
FEWEST_SUMMED = 2  # rows; of fewer a sum says nothing
PRICES_SHEET = "prices"
NAME, ADDED = "preschool", ("classes", "children")


@dataclass(frozen=True)
class Sheet:
    """The header's cells, the rows under it, and sentences on what is not as usual: another encoding, totals left out …"""

    header: list
    rows: list
    notes: tuple


def sheet_of(path, known=()):
    """The Sheet of a file, whose header may stand below a title.

    `known`: names of columns, by which the header is found. Left out are rows that are empty, start with # (explanations)
    or are called a total. Errors: ScenarioError, also where the last row is the sum of the others.
    """
    table = opened(path, known)
    header, rows = _parted(table.rows, known)
    if not header:
        raise ScenarioError(f"{path}: the sheet is empty. `famschool new district {path}` writes one to fill in.")
    if len(rows) > MOST_ROWS:
        raise ScenarioError(f"{path}: {len(rows):,} rows; a district has {MOST_ROWS:,} preschools at most.")
    kept, left_out = _without_totals([cell.value for cell in header], rows)
    return Sheet(header, kept, (*table.notes, *left_out))


def price_rows_of(path):
    """The same of a workbook's own prices; nothing where it has no such sheet."""
    return _parted(opened_sheet(path, PRICES_SHEET).rows)


def with_a_currency(*rows):
    """Cells that name the currency of their amount."""
    return tuple(cell for row in rows for cell in row if cell.currency)


def other_currencies(cells, currency):
    """Those that name another currency: a sentence each. One that nobody knows is no other."""
    if not currencies_called(currency):
        return []
    return [
        f"{cell.where}: {cell.value} {cell.currency} is not in {currency}."
        for cell in cells
        if (called := currencies_called(cell.currency)) and currency.upper() not in called
    ]


def _without_totals(names, rows):
    """Rows that are not called a total, and a sentence on each that is. Errors: ScenarioError where the last one is a sum."""
    if NAME not in names:
        return rows, []
    at = names.index(NAME)
    totals = [row for row in rows if str(row[at].value).casefold().strip(" :.") in NAMED_AS_TOTALS]
    if len(totals) == len(rows):
        return rows, []  # nothing that it could sum up
    kept = [row for row in rows if row not in totals]
    _refuse_a_sum(names, kept)
    return kept, [
        f"row '{row[at].value}' ({row[at].where}) is left out: by its name it sums up the preschools." for row in totals
    ]


def _refuse_a_sum(names, rows):
    """A total under another name would double the district."""
    *others, last = [[_number_or_none(row[names.index(one)]) for one in ADDED if one in names] for row in rows]
    if len(others) < FEWEST_SUMMED or len(last) < len(ADDED) or any(None in row for row in (*others, last)):
        return
    if last == [sum(column) for column in zip(*others, strict=True)]:
        cell = rows[-1][names.index(NAME)]
        raise ScenarioError(
            f"{cell.where} ({NAME}): '{cell.value}' has as many classes and children as all other rows together. "
            "If it is their total, take the row out or write '# ' before its name; if it is a preschool, move it further up."
        )


def _number_or_none(cell):
    try:
        return number_in(cell.value)
    except ValueError:
        return None


def _parted(rows, known=()):
    """The header's cells, and under it the rows that say something: of each the cells below a name."""
    rows = [row for row in rows if _says_something(row)]
    if not rows:
        return [], []
    top = next((k for k, row in enumerate(rows[:TITLE_ROWS]) if _has_names(row, known)), 0)
    named = [k for k, cell in enumerate(rows[top]) if cell.value not in (None, "")]
    header = [Cell(as_name(rows[top][k].value), rows[top][k].where) for k in named]
    columns = [(k, cell.value) for k, cell in zip(named, header, strict=True)]
    return header, [[meant(name, row[k]) for k, name in columns] for row in rows[top + 1 :]]


def _has_names(row, known):
    return len({as_name(cell.value) for cell in row} & set(known)) >= ENOUGH_NAMES


def _says_something(row):
    said = [cell.value for cell in row if cell.value not in (None, "")]
    return bool(said) and not str(row[0].value or "").startswith("# ")


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
    """What a cell says; empty where it says nothing. Errors: ValueError where it shows an error, or no value was saved."""
    if said is UNSAVED:
        raise ValueError(f"is a {UNSAVED}. Open the workbook in a spreadsheet, save it there, and give it again.")
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

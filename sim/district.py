"""A planner's own preschools: a sheet with a row for each, read cell by cell. Nothing of it leaves the machine."""

from dataclasses import dataclass, field
from pathlib import Path

from sim.core.errors import ScenarioError
from sim.district_prices import own_prices
from sim.district_sheet import (
    columns_not_used,
    number_in,
    other_currencies,
    price_rows_of,
    sheet_of,
    text_in,
    with_a_currency,
    within,
    wrong_columns,
)

MOST_A_CLASS = 60  # children; above it a cell is a slip of the pen
MOST_TOLD = 5  # cells with another currency


@dataclass(frozen=True)
class Asked:
    """A column of the sheet: its kind, limits, whether it must be there, and what it means."""

    kind: str  # text, whole, share, number
    low: float
    high: float
    required: bool
    meaning: str


DISTRICT_COLUMNS = {
    "preschool": Asked("text", 0, 0, True, "its name, or any sign by which you know it"),
    "classes": Asked("whole", 1, 500, True, "how many classes"),
    "children": Asked("whole", 1, 20_000, True, "how many children, all classes together"),
    "low_income": Asked("share", 0, 1, False, "share of children who get meals free or at a reduced price"),
    "other_language": Asked("share", 0, 1, False, "share of children with another language at home, too or only"),
    "private": Asked("whole", 0, 1, False, "1 for a private preschool, 0 for a public one"),
    "teacher_hours": Asked("number", 0.5, 10, False, "hours a class and week that teachers have for families"),
    "money_per_child": Asked("number", 0, 1000, False, "money for work with families, a child and year"),
    "meetings_a_year": Asked("number", 0, 10, False, "meetings of a class or the school now, a year"),
    "talks_a_year": Asked("number", 0, 8, False, "single talks with each family now, a year"),
    "visits_a_year": Asked("number", 0, 12, False, "visits to each family's home now, a year"),
    "notes_a_month": Asked("number", 0, 8, False, "personal notes on a child now, a month"),
}


@dataclass(frozen=True)
class OwnPreschool:
    """One row of the sheet; None where a cell was left empty, so that the place's value holds."""

    preschool: str
    classes: int
    children: int
    low_income: float | None = None
    other_language: float | None = None
    private: int | None = None
    teacher_hours: float | None = None
    money_per_child: float | None = None
    meetings_a_year: float | None = None
    talks_a_year: float | None = None
    visits_a_year: float | None = None
    notes_a_month: float | None = None


@dataclass(frozen=True)
class District:
    """The preschools of a sheet, in its order."""

    name: str
    preschools: tuple
    own_prices: tuple = ()  # (name, Item) of its sheet of prices, in place of the list's
    file: str = field(default="", compare=False)
    not_used: tuple = field(default=(), compare=False, repr=False)  # columns of somebody's own
    notes: tuple = field(default=(), compare=False, repr=False)  # how the sheet was read, where it is not as usual
    in_currencies: tuple = field(default=(), compare=False, repr=False)  # cells that name the currency of their amount

    @property
    def children(self):
        return sum(one.children for one in self.preschools)

    def left_empty(self):
        """Columns with an empty cell and in how many rows: there the place's value holds."""
        empty = {name: sum(getattr(one, name) is None for one in self.preschools) for name in DISTRICT_COLUMNS}
        return {name: count for name, count in empty.items() if count}


def read_district(file):
    """The District of an xlsx or CSV file. Errors: one ScenarioError that names every wrong cell."""
    path = Path(file)
    sheet, prices = sheet_of(path, DISTRICT_COLUMNS), price_rows_of(path)
    others = columns_not_used(sheet.header, DISTRICT_COLUMNS)
    wrong = _wrong_header(sheet.header, path.name, others)
    if not wrong:
        preschools, wrong = _read_rows(sheet.header, sheet.rows)
    if not wrong and not preschools:
        wrong = [f"{path.name}: no preschool is named; each row of the sheet is one."]
    own, not_prices = own_prices(path.name, *prices)
    if wrong or not_prices:
        raise ScenarioError("\n".join((*wrong, *not_prices)))
    said = {"not_used": tuple(others), "notes": sheet.notes, "in_currencies": with_a_currency(*sheet.rows, *prices[1])}
    return District(path.stem, tuple(preschools), tuple(own.items()), str(path), **said)


def refuse_other_currencies(district, currency):
    """Errors: ScenarioError that names the cells of a sheet with amounts in another currency than the place's."""
    found = other_currencies(district.in_currencies, currency)
    if found:
        more = [f"… and {len(found) - MOST_TOLD} more."] if found[MOST_TOLD:] else []
        advice = f"Write amounts in {currency}, or name a list of prices in the sheet's currency (prices:, --prices)."
        raise ScenarioError("\n".join((*found[:MOST_TOLD], *more, advice)))


def _wrong_header(header, file, others):
    """Columns that are unknown, missing or there twice; what a missing one may be called there is among the `others`."""
    wrong = wrong_columns(header, DISTRICT_COLUMNS)
    there = {cell.value for cell in header}
    wrong += [
        f"{file}: the column '{name}' is missing: {one.meaning}.{_may_be(others)}"
        for name, one in DISTRICT_COLUMNS.items()
        if one.required and name not in there
    ]
    return wrong


def _may_be(others):
    return f" Columns that are not known: {', '.join(others)}." if others else ""


def _read_rows(header, rows):
    preschools, wrong, seen = [], [], set()
    for row in rows:
        values, mistakes = _read_row([cell.value for cell in header], row)
        if not mistakes:
            mistakes = _at_odds(values, row, seen)
        wrong += mistakes
        if not mistakes:
            seen.add(values["preschool"])
            preschools.append(OwnPreschool(**values))
    return preschools, wrong


def _read_row(names, row):
    """The values of a row by column, and what is wrong with its cells."""
    values, wrong = {}, []
    for name, cell in zip(names, row, strict=False):
        if name not in DISTRICT_COLUMNS:
            continue
        try:
            values[name] = _value(DISTRICT_COLUMNS[name], cell.value)
        except ValueError as error:
            wrong.append(f"{cell.where} ({name}): {error}")
    return values, wrong


def _at_odds(values, row, seen):
    """Cells that are right by themselves but not together."""
    children, classes = values["children"], values["classes"]
    if values["preschool"] in seen:
        return [f"{row[0].where} (preschool): '{values['preschool']}' is there twice."]
    if not classes <= children <= MOST_A_CLASS * classes:
        return [
            f"{row[0].where}: {children} children in {classes} classes; between 1 and {MOST_A_CLASS} a class is possible."
        ]
    return []


def _value(asked, said):
    """A cell as the number or text it means; None where an empty cell is allowed."""
    text = text_in(said)
    if not text:
        if asked.required:
            raise ValueError(f"is empty: {asked.meaning}.")
        return None
    if asked.kind == "text":
        return text
    return _number(asked, said, text)


def _number(asked, said, text):
    value = number_in(said, "a share such as 0.4 or 40%" if asked.kind == "share" else "a number")
    within(value, text, asked.low, asked.high, " (write 40% or 0.4)" if asked.kind == "share" else "")
    if asked.kind == "whole":
        if value != int(value):
            raise ValueError(f"{text} is not a whole number.")
        return int(value)
    return value

"""Prices in a planner's own workbook: a sheet `prices`, read cell by cell, in place of those of the list."""

import math

from sim.core.errors import nearest
from sim.district_sheet import PRICES_SHEET, number_in, text_in, within, wrong_columns
from sim.interventions import INTERVENTIONS
from sim.prices import Item, priced

PRICE_COLUMNS = {
    "name": "which price, as the list calls it",
    "what": "what is bought; for you to read",
    "per": "what the price is for; for you to read",
    "listed": "what it is without a price of yours; for you to read",
    "price": "your price; left empty, the listed one holds",
    "year": "the year of your price, where it is not the list's",
    "low": "the least that is plausible (may be left empty)",
    "high": "the most that is plausible (may be left empty)",
    "source": "where you have it from (may be left empty)",
}
NUMBERS = {"price": (0.0, 1e9), "low": (0.0, 1e9), "high": (0.0, 1e9), "year": (1950, 2100)}


def own_prices(file, header, rows):
    """({name: Item}, what is wrong, cell by cell) of a workbook's sheet; nothing of either where it has no such sheet."""
    wrong = wrong_columns(header, PRICE_COLUMNS)
    there = [cell.value for cell in header]
    wrong += [
        f"{file}, sheet {PRICES_SHEET}: the column '{one}' is missing."
        for one in ("name", "price")
        if header and one not in there
    ]
    if wrong:
        return {}, wrong
    found = {}
    for row in rows:
        _read_row(dict(zip(there, row, strict=False)), found, wrong)
    return found, wrong


def _read_row(cells, found, wrong):
    """A row's own price, if it has one."""
    said, before = {}, len(wrong)
    for name, cell in cells.items():
        try:
            text = text_in(cell.value)
            if text and name in NUMBERS:
                said[name] = within(number_in(cell.value), text, *NUMBERS[name])
            elif text and name in ("name", "source"):
                said[name] = text
        except ValueError as error:
            wrong.append(f"{cell.where} ({name}): {error}")
    if len(wrong) > before or not {"price", "low", "high", "year"} & set(said):
        return
    mistake = _at_odds(said, cells, found)
    if mistake:
        wrong.append(mistake)
    else:
        name = said.pop("name")
        found[name] = Item(**said | ({"year": int(said["year"])} if "year" in said else {}))


def _at_odds(said, cells, found):
    """What is wrong with a row whose cells are right by themselves."""
    name, where = said.get("name", ""), cells["name"].where
    known = (*priced(), *INTERVENTIONS)
    if not name:
        return f"{where} (name): is empty: {PRICE_COLUMNS['name']}."
    if name not in known:
        return f"{where} (name): there is no price '{name}'.{nearest(name, known)}"
    if name in found:
        return f"{where} (name): '{name}' is there twice."
    if "price" not in said:
        return f"{cells['price'].where} (price): is empty, though low, high or year is said."
    low, high = said.get("low", -math.inf), said.get("high", math.inf)
    if not low <= said["price"] <= high:
        return f"{cells['price'].where} (price): {said['price']:g} lies outside its own range, {low:g} to {high:g}."
    return ""

"""HTML pages that need no network: one look, names always as text, pictures inside."""

import base64
from pathlib import Path

import numpy as np

from experiments.labels import of_outcome, said_by_the_app
from experiments.study.drawing import words

MONEY = "sum of money"  # the unit of a price


def render(template, **said):
    """A page from a template of this folder; every value is escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

    loader = PackageLoader("experiments.page", "templates")
    room = Environment(loader=loader, autoescape=select_autoescape(default=True), undefined=StrictUndefined)
    room.filters |= {
        "words": words,
        "outcome": of_outcome,
        "number": number,
        "exact": exact,
        "short": short,
        "unit": unit,
    }
    return room.get_template(template).render(**said)


def number(value, sign=False):
    """Two decimals, none for large sums and for nothing, a dash for what is not known."""
    if value is None or not np.isfinite(value):
        return "–"
    if value == 0:
        return "0"
    plus = "+" if sign else ""
    said = f"{value:{plus},.0f}" if abs(value) >= 100 else f"{value:{plus}.2f}"
    return "0.00" if said in ("-0.00", "+0.00") else said


def exact(value):
    """A sum or hours to the cent: what is added up on the page adds up there."""
    said = f"{value:,.2f}"
    return "0.00" if said == "-0.00" else said


def short(value):
    """Three digits, large sums in full."""
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def unit(name, currency):
    """A unit as the app writes it: number of hours as hours, money in the currency."""
    if name == MONEY:
        return currency
    return said_by_the_app("units").get(name) or name.removeprefix("number of ")


def inside(picture):
    """A picture as part of the page: (name, data, what it shows in words)."""
    from PIL import Image

    with Image.open(picture) as opened:
        described = opened.info.get("Description", picture.stem)
    data = "data:image/png;base64," + base64.b64encode(Path(picture).read_bytes()).decode()
    return picture.stem, data, described


def prices_table(prices):
    """One row an ingredient, with its currency and year (a pandas frame)."""
    import pandas as pd

    held = (prices.currency, prices.year)
    rows = [
        (one.name, one.item, one.per, one.price, one.low, one.high, *held, one.brought, one.who_pays, one.source)
        for one in (*prices.ingredients, *prices.start_up)
    ]
    names = ["number", "item", "per", "price", "low", "high", "currency", "year", "brought_from"]
    names += ["who_pays", "source"]
    return pd.DataFrame(rows, columns=names)


def sources_of(scenario):
    """Every number of a scenario as the page lists it: name, value, unit, what is plausible, source."""
    from experiments.show import numbers_of

    return [(name, value, one.unit, one.plausible(), one.source) for name, value, one, _ in numbers_of(scenario)]

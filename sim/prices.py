"""What things cost: a file of ingredients (item, per what, price, range, year, who pays) in one currency and of one year."""

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from sim.core.errors import ScenarioError, unknown
from sim.core.reading import PACKAGED, find_config, located, read_yaml
from sim.form import checked
from sim.interventions import INTERVENTIONS
from sim.numbers import NUMBERS, declared
from sim.price_year import PriceYear
from sim.prices_file import Item, PricesFile

MONEY = "sum of money"  # the unit of a number that is a price
DECLARED = PACKAGED / "prices" / "us.yaml"  # where currency and year of the declared prices are said


@dataclass(frozen=True)
class Ingredient:
    """One price as it holds, in its list's currency and year, with all that a reader asks of it."""

    name: str
    item: str
    per: str
    price: float
    low: float
    high: float
    who_pays: str
    source: str
    brought: str = ""  # what it was before it was brought to the list's year: '2,850 of 2014'


@dataclass(frozen=True)
class Prices:
    """All prices that hold in a run, in one currency and of one year."""

    name: str
    told_in: PriceYear
    ingredients: tuple
    start_up: tuple

    @property
    def currency(self):
        return self.told_in.currency

    @property
    def year(self):
        return self.told_in.year

    def changed_numbers(self):
        """Numbers of the model that are not as declared."""
        return {one.name: one.price for one in self.ingredients if one.price != declared(one.name).default}

    def in_words(self):
        """Currency and year, as they stand beside every amount: USD of 2023."""
        return self.told_in.in_words()

    def brought_in_words(self):
        """Which prices were of another year, and by which index they were brought to this one; empty where none was."""
        found = [f"{one.item} ({one.brought})" for one in (*self.ingredients, *self.start_up) if one.brought]
        if not found:
            return ""
        which = "; ".join(found) if len(found) <= 3 else f"{len(found)} of them, as the list says"
        return f"Prices of another year were brought to {self.year} by {self.told_in.source}: {which}."

    def but(self, own):
        """The same list with one's own prices in place of some: {name: Item}. Errors: ScenarioError."""
        there = {one.name for one in (*self.ingredients, *self.start_up)}
        for name in own:
            if name not in there:
                raise ScenarioError(
                    f"The list {self.name} has no price '{name}'; `famschool new prices` writes one to add it to."
                )
        parts = {
            part: tuple(
                _as_it_holds(one, own[one.name], self.told_in) if one.name in own else one
                for one in getattr(self, part)
            )
            for part in ("ingredients", "start_up")
        }
        return replace(self, **parts)


@cache
def priced():
    """Every number that is a price, with its declaration: {'Wage.teacher_hour': …}."""
    found = {f"{group}.{name}": one for group, kind in NUMBERS.items() for name, one in kind.declared.items()}
    return {name: one for name, one in found.items() if one.unit == MONEY}


def read_prices(name):
    """The Prices of a name (`us`) or file. Errors: ScenarioError with file and line."""
    path = Path(find_config("prices", name))
    return _read(str(path), path.stat().st_mtime_ns if path.is_file() else None)


@lru_cache(maxsize=32)
def _read(path, changed):
    data, lines, _ = read_yaml(path)
    given = checked(PricesFile, "A list of prices", data, lines, path)
    for key in given.prices:
        with located(path, lines, ("prices", key)):
            if key not in priced():
                raise unknown("price", key, priced(), "famschool new prices")
    told_in = _told_in(given)
    times = _times(given, told_in, path, lines)
    items = tuple(_ingredient(name, given.prices.get(name), times, told_in, path, lines) for name in priced())
    return Prices(Path(path).stem, told_in, items, tuple(_start_up(given, told_in, path, lines)))


def _told_in(given):
    """Currency and year of a list, with its own index, or that of the declared prices where the currency is theirs."""
    index = given.index
    if index is None:
        usual = _declared_list()
        index = usual.index if usual.currency == given.currency else None
    by_year = tuple((int(year), value) for year, value in index.by_year.items()) if index else ()
    return PriceYear(given.currency, given.year, index.source if index else "", by_year)


@cache
def _declared_list():
    data, lines, _ = read_yaml(DECLARED)
    return checked(PricesFile, "A list of prices", data, lines, str(DECLARED))


def _times(given, told_in, path, lines):
    """What a price that is not listed is multiplied by: as the list says, or by the index from the year of the declared ones."""
    usual = _declared_list()
    if given.times is not None:
        return given.times
    missing = [name for name in priced() if name not in given.prices or given.prices[name].price is None]
    if not missing:
        return 1.0
    if given.currency != usual.currency:
        raise ScenarioError(
            f"{path}: {missing[0]} and {len(missing) - 1} more are not listed, and are declared in {usual.currency} of "
            f"{usual.year}: say times: … (how many {given.currency} of {given.year} stand for one), or list them all."
        )
    with located(path, lines, ("year",)):
        return told_in.factor(f"{missing[0]}, which is not listed,", usual.year)


def _ingredient(name, said, times, told_in, path, lines):
    one = declared(name)
    usual = Ingredient(
        name,
        _plain(name),
        "time",
        *(times * end for end in (one.default, one.low, one.high)),
        "whoever orders it",
        one.source,
    )
    if said is None:
        return usual
    with located(path, lines, ("prices", name)):
        holds = _as_it_holds(usual, said, told_in)
        one.checked(name, holds.price)
        return holds


def _as_it_holds(usual, said, told_in):
    """An ingredient in the list's currency and year: one's own price, or the usual one in one's own words."""
    words = {key: getattr(said, key) for key in ("item", "per", "who_pays", "source") if getattr(said, key)}
    if said.price is None:
        if said.year or said.low is not None or said.high is not None:
            raise ScenarioError(f"{usual.name}: year, low and high go with a price; say the price too.")
        return replace(usual, **words)
    factor = told_in.factor(usual.name, said.year or told_in.year)
    price = factor * said.price
    price = round(price, 2) if factor != 1.0 and price >= 1.0 else price  # people pay whole cents
    share = price / usual.price if usual.price else 1.0
    low = share * usual.low if said.low is None else factor * said.low
    high = share * usual.high if said.high is None else factor * said.high
    if not low <= price <= high:
        raise ScenarioError(
            f"{usual.name}: price {price:g} lies outside its own range, {low:g} to {high:g}: "
            "change low and high too, or take them out."
        )
    brought = f"{said.price:,g} of {said.year}" if factor != 1.0 else ""
    own = {"source": "your own price"} | words | {"price": price, "low": low, "high": high, "brought": brought}
    return replace(usual, **own)


def _start_up(given, told_in, path, lines):
    for name, said in given.start_up.items():
        with located(path, lines, ("start_up", name)):
            if name not in INTERVENTIONS:
                raise unknown("intervention", name, INTERVENTIONS, "start_up")
            ends = (said.price if end is None else end for end in (said.low, said.high))
            item = f"{_plain(name)}, to begin with"
            usual = Ingredient(name, item, said.per, said.price, *ends, "whoever orders it", "")
            yield _as_it_holds(usual, said, told_in)


def _plain(name):
    return name.rpartition(".")[2].replace("_", " ")


__all__ = ["Ingredient", "Item", "Prices", "PricesFile", "priced", "read_prices"]

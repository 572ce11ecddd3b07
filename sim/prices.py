"""What things cost: a file of ingredients (item, per what, price, range, year, who pays) in one currency and of one year."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from sim.core.errors import ScenarioError, unknown
from sim.core.reading import find_config, located, read_yaml
from sim.form import checked
from sim.interventions import INTERVENTIONS
from sim.numbers import NUMBERS, declared

PAYERS = ("preschool", "authority", "programme", "families", "donors", "whoever orders it")
MONEY = "sum of money"  # the unit of a number that is a price
_STRICT = ConfigDict(extra="forbid", strict=True)


class Item(BaseModel):
    """One ingredient; what is left out is as it is declared beside the rules."""

    model_config = _STRICT

    price: float | None = Field(None, ge=0, le=1e9, description="in the file's currency")
    low: float | None = Field(None, ge=0, le=1e9, description="the least that is plausible")
    high: float | None = Field(None, ge=0, le=1e9, description="the most that is plausible")
    item: str = Field("", max_length=300, description="what is bought, in words")
    per: str = Field("", max_length=60, description="the quantity that the price is for: a visit, an hour")
    year: int | None = Field(None, ge=1950, le=2100, description="its price year, where that is not the file's")
    who_pays: Literal[PAYERS] | None = Field(
        None, description="for the reader; what decides it in a run is whether a strategy is funded"
    )
    source: str = Field("", max_length=500, description="where the price comes from")


class StartUp(Item):
    """What an intervention costs once, in its first year, beyond its running."""

    price: float = Field(ge=0, le=1e9, description="in the file's currency")
    per: Literal["class", "preschool", "district"] = Field(description="what it has to be paid for")


def _short(value):
    return {"price": value} if isinstance(value, (int, float)) and not isinstance(value, bool) else value


class PricesFile(BaseModel):
    """A list of prices. What it does not list costs `times` what is declared, in USD."""

    model_config = _STRICT
    inner: ClassVar = {"prices": Item, "start_up": StartUp}

    describes: str = Field("", max_length=1000, description="whose prices these are, in a sentence")
    currency: str = Field(min_length=1, max_length=12, description="of every amount: USD, EUR, CNY")
    year: int = Field(ge=1950, le=2100, description="price year of every amount that names no other")
    times: float = Field(1.0, gt=0, le=1e4, description="what is not listed costs so many times the declared USD")
    prices: dict[str, Annotated[Item, BeforeValidator(_short)]] = Field(
        default_factory=dict, description="ingredients by their number: Price.trained_visit, Wage.teacher_hour"
    )
    start_up: dict[str, Annotated[StartUp, BeforeValidator(_short)]] = Field(
        default_factory=dict, description="what an intervention costs once: {price, per: class, preschool or district}"
    )


@dataclass(frozen=True)
class Ingredient:
    """One price as it holds, with all that a reader asks of it."""

    name: str
    item: str
    per: str
    price: float
    low: float
    high: float
    year: int
    who_pays: str
    source: str
    own: bool = False  # set by the file, not as declared


@dataclass(frozen=True)
class Prices:
    """All prices that hold in a run, in one currency."""

    name: str
    currency: str
    year: int
    ingredients: tuple
    start_up: tuple

    def changed_numbers(self):
        """Numbers of the model that are not as declared."""
        return {one.name: one.price for one in self.ingredients if one.price != declared(one.name).default}

    def in_words(self):
        """Currency and year, as they stand beside every amount: USD of 2023."""
        return f"{self.currency} of {self.year}"


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
    items = tuple(_ingredient(name, one, given, path, lines) for name, one in priced().items())
    return Prices(Path(path).stem, given.currency, given.year, items, tuple(_start_up(given, path, lines)))


def _ingredient(name, one, given, path, lines):
    said = given.prices.get(name, Item())
    usual = given.times * one.default
    price = usual if said.price is None else said.price
    share = price / one.default if one.default else given.times
    low = share * one.low if said.low is None else said.low
    high = share * one.high if said.high is None else said.high
    with located(path, lines, ("prices", name)):
        _in_order(name, low, price, high)
        one.checked(name, price)
    source = said.source or (one.source if said.price is None else "your own price")
    words = (said.item or _plain(name), said.per or "time", price, low, high, said.year or given.year)
    return Ingredient(name, *words, said.who_pays or "whoever orders it", source, own=said.price is not None)


def _start_up(given, path, lines):
    for name, said in given.start_up.items():
        with located(path, lines, ("start_up", name)):
            if name not in INTERVENTIONS:
                raise unknown("intervention", name, INTERVENTIONS, "start_up")
            low = said.price if said.low is None else said.low
            high = said.price if said.high is None else said.high
            _in_order(name, low, said.price, high)
        words = (said.item or f"{_plain(name)}, to begin with", said.per, said.price, low, high)
        payer, source = said.who_pays or "whoever orders it", said.source or "your own price"
        yield Ingredient(name, *words, said.year or given.year, payer, source, own=True)


def _in_order(name, low, price, high):
    if not low <= price <= high:
        raise ScenarioError(
            f"{name}: price {price:g} lies outside its own range, {low:g} to {high:g}: change low and high too, or take them out."
        )


def _plain(name):
    return name.rpartition(".")[2].replace("_", " ")

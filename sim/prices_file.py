"""The form of a list of prices: its keys and their types. How its prices come to hold is in sim/prices.py."""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

PAYERS = ("preschool", "authority", "programme", "families", "donors", "whoever orders it")
_STRICT = ConfigDict(extra="forbid", strict=True)


class Item(BaseModel):
    """One ingredient; what is left out is as it is declared beside the rules."""

    model_config = _STRICT

    price: float | None = Field(None, ge=0, le=1e9, description="in the file's currency")
    low: float | None = Field(None, ge=0, le=1e9, description="the least that is plausible")
    high: float | None = Field(None, ge=0, le=1e9, description="the most that is plausible")
    item: str = Field("", max_length=300, description="what is bought, in words")
    per: str = Field("", max_length=60, description="the quantity that the price is for: a visit, an hour")
    year: int | None = Field(
        None, ge=1950, le=2100, description="of price, low and high where not the file's: they are brought to it"
    )
    who_pays: Literal[PAYERS] | None = Field(
        None, description="for the reader; what decides it in a run is whether a strategy is funded"
    )
    source: str = Field("", max_length=500, description="where the price comes from")


class StartUp(Item):
    """What an intervention costs once, in its first year, beyond its running."""

    price: float = Field(ge=0, le=1e9, description="in the file's currency")
    per: Literal["class", "preschool", "district"] = Field(description="what it has to be paid for")


class IndexOfPrices(BaseModel):
    """Consumer prices by year, and who publishes them."""

    model_config = _STRICT

    source: str = Field(min_length=1, max_length=500, description="who publishes the index, and its name")
    by_year: dict[Annotated[str, Field(pattern="^(19|20)[0-9]{2}$")], Annotated[float, Field(gt=0, le=1e9)]] = Field(
        min_length=1, description="the index of each year"
    )


def _short(value):
    return {"price": value} if isinstance(value, (int, float)) and not isinstance(value, bool) else value


class PricesFile(BaseModel):
    """A list of prices. What it does not list is as declared, brought to its currency and year."""

    model_config = _STRICT

    describes: str = Field("", max_length=1000, description="whose prices these are, in a sentence")
    currency: str = Field(min_length=1, max_length=12, description="of every amount: USD, EUR, CNY")
    year: int = Field(ge=1950, le=2100, description="price year of every amount, those that name another brought to it")
    index: IndexOfPrices | None = Field(
        None, description="what brings a price of another year to the list's; for USD there is one"
    )
    times: float | None = Field(
        None,
        gt=0,
        le=1e4,
        description="what is not listed costs so many times what is declared, year and currency in one",
    )
    prices: dict[str, Annotated[Item, BeforeValidator(_short)]] = Field(
        default_factory=dict, description="ingredients by their number: Price.trained_visit, Wage.teacher_hour"
    )
    start_up: dict[str, Annotated[StartUp, BeforeValidator(_short)]] = Field(
        default_factory=dict, description="what an intervention costs once: {price, per: class, preschool or district}"
    )

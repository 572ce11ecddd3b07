"""The form of a place file: its keys and their types. What a key means is read in sim/place.py."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class PlaceFile(BaseModel):
    """A place: who lives there, culture, law, customs, hours and money."""

    model_config = ConfigDict(extra="forbid", strict=True)

    name: str = Field("", description="how it is called, where that is not the name of its file")
    describes: str = Field("", max_length=1000, description="whom and what it describes, in a sentence")
    stand_in: str = Field("", max_length=1000, description="for whom its families stand in, in a sentence")
    prices: str = Field(
        "us", max_length=1000, description="what things cost there, currency and year: a file of configs/prices"
    )
    figures: str = Field(description="the folder of configs/places with its fitted tables")
    terms: list[list[int]] = Field(
        min_length=1, max_length=26, description="school weeks, [first, last] of each term, between 1 and 52"
    )
    ses_mean: float | None = Field(
        None, ge=-3, le=3, description="mean income and education of its families, in SD of the figures' nation"
    )
    ses_sd: float | None = Field(None, gt=0, le=3, description="and how much they differ; 1 as in the nation")
    assumed: bool = Field(False, description="true where its figures are assumed, not measured")
    culture: dict[str, Any] = Field(default_factory=dict, description="what people there hold to be right")
    policy: dict[str, Any] = Field(default_factory=dict, description="what law asks for")
    budget: dict[str, Any] = Field(default_factory=dict, description="what the place has for families")
    customs: dict[str, Any] = Field(default_factory=dict, description="what is done though no law asks for it")
    staff: dict[str, Any] = Field(default_factory=dict, description="how a preschool is staffed")

"""The form of a trial file: its keys, their types and limits."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

STRICT = ConfigDict(extra="forbid", strict=True)


class Ses(BaseModel):
    """How well off the trial's families are, in SD of the nation's families."""

    model_config = STRICT

    mean: float = Field(0.0, ge=-3.0, le=3.0, description="mean of their SES, the nation's families having 0")
    sd: float = Field(1.0, gt=0.0, le=3.0, description="SD of their SES, the nation's families having 1")


class Who(BaseModel):
    """Who takes part in the trial."""

    model_config = STRICT

    families: int = Field(400, ge=4, le=200_000, description="families in the trial, over all arms")
    preschools: int | None = Field(None, ge=1, le=20_000, description="preschools they come from")
    ses: Ses | None = Field(None, description="how well off they are: {mean, sd}")
    poorest: float = Field(
        1.0, ge=0.01, le=1.0, description="only this share of families, the poorest: 0.2 for a fifth"
    )
    other_language: float | None = Field(None, ge=0.0, le=1.0, description="share with another language at home")


class Published(BaseModel):
    """What the trial found, as printed, and the interval it is given here."""

    model_config = STRICT

    value: float | None = Field(None, allow_inf_nan=False, description="as published; none where only a range is known")
    low: float = Field(allow_inf_nan=False, description="lower end of the interval")
    high: float = Field(allow_inf_nan=False, description="upper end of the interval")
    rule: str = Field("published", description="where the interval comes from")

    @model_validator(mode="after")
    def _in_order(self):
        if self.low > self.high:
            raise ValueError(f"low = {self.low:g} lies above high = {self.high:g}")
        if self.value is not None and not self.low <= self.value <= self.high:
            raise ValueError(f"value = {self.value:g} lies outside low = {self.low:g} to high = {self.high:g}")
        return self


class Measure(BaseModel):
    """One thing that is measured."""

    model_config = STRICT

    outcome: str = Field(description="what is measured: famschool list outcomes")
    observer: str | None = Field(None, description="who says so: tester, teacher, parent, true")
    at: Literal["end"] | int | None = Field(None, description="end, or a week of the programme")
    weeks_after: int | None = Field(None, ge=0, le=520, description="so many weeks after the programme has stopped")
    among: str = Field("all", description="a group of families, as at the start")
    evidence: str | None = Field(None, description="an id of configs/evidence.csv")
    compare: Literal["difference", "ratio", "lost", "level"] = Field("difference", description="what is computed")
    arm: str | None = Field(None, description="only this arm")
    against: str | None = Field(None, description="the arm it is compared with, instead of the control")
    published: Published | None = Field(None, description="what was found: {value, low, high, rule}")
    note: str = Field("", description="what a reader must know")

    @field_validator("observer", mode="before")
    @classmethod
    def _true_is_a_word(cls, value):
        return "true" if value is True else value  # YAML takes the bare word for yes


class TrialFile(BaseModel):
    """A published trial."""

    model_config = STRICT

    trial: str = Field(max_length=300, description="what it is, in a line")
    note: str = Field("", description="what a reader must know")
    place: str = Field("us_preschool", description="a file of configs/places")
    who: Who = Field(default_factory=Who, description="who takes part")
    recruit: Literal["all", "volunteers"] = Field("all", description="all families, or those that would sign up")
    assign: Literal["family", "class", "preschool"] = Field("family", description="what is drawn into arms")
    arms: dict[str, Any] = Field(
        min_length=2, description="a strategy each, with culture, policy, budget, attends, weight"
    )
    weeks: int = Field(ge=1, le=520, description="length of the programme, from the first school week")
    measure: list[Measure] = Field(min_length=1, description="what is measured")
    numbers: dict[str, Any] = Field(default_factory=dict, description="numbers of the model changed by hand")
    replicates: int = Field(200, ge=1, le=100_000, description="how many times the trial is run")

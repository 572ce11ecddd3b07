"""The form of a scenario file: its keys, their types and limits. What a key means is read in sim/scenario.py."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from sim import form

LIMITS = {"families": (1, 2_000_000), "weeks": (1, 520), "replicates": (1, 100_000)}


class Event(BaseModel):
    """A change in mid-run."""

    model_config = ConfigDict(extra="forbid", strict=True)

    week: int = Field(ge=1, le=LIMITS["weeks"][1], description="the week it happens, counted from 1")
    set: dict[str, Any] = Field(min_length=1, description="what changes: policy.clarity, strategy.messages, …")


class ScenarioFile(BaseModel):
    """One scenario against its baseline."""

    model_config = ConfigDict(extra="forbid", strict=True)

    name: str = Field("scenario", description="how it is called, where it is not read from a file")
    question: str = Field("", max_length=1000, description="what it is to answer, in a sentence")
    place: str = Field(description="who lives there, culture, law, hours, money: a file of configs/places")
    district: str | None = Field(
        None, description="a planner's own preschools, an .xlsx or .csv file, in place of drawn ones"
    )
    prices: str | None = Field(
        None, description="what things cost, in place of the place's own list: a file of configs/prices"
    )
    families: int = Field(300, ge=LIMITS["families"][0], le=LIMITS["families"][1], description="how many families")
    weeks: int = Field(
        52, ge=LIMITS["weeks"][0], le=LIMITS["weeks"][1], description="how many weeks, from the first school week"
    )
    at: Literal["last_school_week", "end"] = Field("last_school_week", description="when it is measured")
    strategy: Any = Field(
        description="what is decided: a file of configs/strategies, or interventions with their doses"
    )
    against: Any = Field(
        default_factory=lambda: {"strategy": "routine"}, description="what the baseline has instead, or as_it_is"
    )
    culture: dict[str, Any] = Field(default_factory=dict, description="changes to the place's culture")
    policy: dict[str, Any] = Field(default_factory=dict, description="changes to the place's policy")
    budget: dict[str, Any] = Field(default_factory=dict, description="changes to the place's budget")
    staff: dict[str, Any] = Field(default_factory=dict, description="changes to how preschools are staffed")
    numbers: dict[str, Any] | Literal["posterior"] = Field(
        default_factory=dict,
        description="numbers of the model changed by hand, as in Trust.slowness: 0.3, or posterior: the fitted ensemble too",
    )
    without: list[str] = Field(default_factory=list, description="mechanisms switched off: [norms, shared_goals]")
    events: list[Event] = Field(default_factory=list, description="changes in mid-run")
    replicates: int = Field(40, ge=LIMITS["replicates"][0], le=LIMITS["replicates"][1], description="seeds 1 to this")


def checked(data, lines, file):
    """The file's keys with their types, or one ScenarioError for the first that is wrong."""
    return form.checked(ScenarioFile, "A scenario", data, lines, file)

"""The form of a scenario file: its keys, their types and limits. What a key means is read in sim/scenario.py."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from sim.core.errors import ScenarioError, unknown
from sim.core.reading import located

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
    numbers: dict[str, Any] = Field(
        default_factory=dict, description="numbers of the model changed by hand: Trust.slowness: 0.3"
    )
    without: list[str] = Field(default_factory=list, description="mechanisms switched off: [norms, shared_goals]")
    events: list[Event] = Field(default_factory=list, description="changes in mid-run")
    replicates: int = Field(40, ge=LIMITS["replicates"][0], le=LIMITS["replicates"][1], description="seeds 1 to this")


_KINDS = {
    "int": "a whole number",
    "str": "text",
    "dict": "'name: value' lines",
    "list": "a list",
    "bool": "true or false",
}


def checked(data, lines, file):
    """The file's keys with their types, or one ScenarioError for the first that is wrong."""
    try:
        return ScenarioFile.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        with located(file, lines, first["loc"]):
            raise _said(first, data) from None


def _said(error, data):
    """A pydantic finding in the words of this project."""
    name = ".".join(str(part) for part in error["loc"])
    kind, value = error["type"], error.get("input")
    if kind == "extra_forbidden":
        within = Event if error["loc"][0] == "events" else ScenarioFile
        return unknown("key", error["loc"][-1], within.model_fields, "A scenario")
    if kind == "missing":
        about = (Event if error["loc"][0] == "events" else ScenarioFile).model_fields[error["loc"][-1]].description
        return ScenarioError(f"'{name}' is missing: {about}.")
    if kind.endswith("_type"):
        asked = _KINDS.get(kind.removesuffix("_type"), "another kind of value")
        return ScenarioError(f"{name} = {value!r} is not {asked}{_allowed(name)}.")
    if kind in ("greater_than_equal", "less_than_equal"):
        return ScenarioError(f"{name} = {value!r} is impossible{_allowed(name)}.")
    return ScenarioError(f"{name} = {_short(value)}: {error['msg'][0].lower() + error['msg'][1:]}.")


def _allowed(name):
    if name not in LIMITS:
        return ""
    low, high = LIMITS[name]
    return f": between {low:,} and {high:,}"


def _short(value):
    text = repr(value)
    return text if len(text) < 60 else text[:57] + "…"

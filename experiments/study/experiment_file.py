"""The form of an experiment file: its keys, their types and limits. What a key means is read in experiment.py."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

KINDS = ("grid", "one_at_a_time", "latin", "sobol", "morris", "list")
LIMITS = {
    "families": (1, 2_000_000),
    "weeks": (1, 520),
    "replicates": (1, 100_000),
    "design.points": (2, 10_000_000),
    "design.levels": (2, 1000),
    "design.seed": (0, 2**31 - 1),
}
_STRICT = ConfigDict(extra="forbid", strict=True)


def _ends(name):
    return dict(zip(("ge", "le"), LIMITS[name], strict=True))


def _between(name, default, description):
    return Field(default, **_ends(name), description=description)


class Design(BaseModel):
    """Which points of the space are run."""

    model_config = _STRICT

    kind: Literal[KINDS] = Field(description="grid, one_at_a_time, latin, sobol, morris or list")
    points: Annotated[int, Field(**_ends("design.points"))] | list[dict[str, Any]] | None = Field(
        None, description="how many: blocks of sobol, trajectories of morris, points of latin; for list, the points"
    )
    levels: int | None = _between("design.levels", None, "steps of a range in grid, one_at_a_time and morris")
    second: bool = Field(False, description="sobol: indices of pairs too, for nearly twice the runs")
    groups: bool = Field(False, description="sobol, morris: numbers of one group (Trust, Effort) move as one")
    seed: int = _between("design.seed", 1, "of the sampling, not of the lives")


def _as_mapping(value):
    return {"kind": value} if isinstance(value, str) else value


class ExperimentFile(BaseModel):
    """One question asked at many points: sweep, sensitivity, discover and compare read the same form."""

    model_config = _STRICT

    name: str = Field("experiment", description="how it is called, where it is not read from a file")
    question: str = Field("", max_length=1000, description="what it is to answer, in a sentence")
    place: str = Field(description="who lives there, culture, law, hours, money: a file of configs/places")
    district: str | None = Field(None, description="a planner's own preschools, an .xlsx or .csv file")
    prices: str | None = Field(None, description="what things cost, in place of the place's: a file of configs/prices")
    families: int = _between("families", 300, "how many families")
    weeks: int = _between("weeks", 52, "how many weeks, from the first school week")
    at: Literal["last_school_week", "end"] = Field("last_school_week", description="when it is measured")
    strategies: list[str | dict[str, Any]] = Field(
        default_factory=lambda: ["routine"], min_length=1, max_length=50, description="the first is the baseline"
    )
    uncertainties: Any = Field(None, description="X: all, a list of numbers and groups, or {name: [low, high]}")
    levers: dict[str, Any] = Field(default_factory=dict, description="L: doses, in every strategy that has them")
    place_varies: dict[str, Any] = Field(default_factory=dict, description="culture, policy and budget that vary")
    culture: dict[str, Any] = Field(default_factory=dict, description="changes to the place's culture, for all")
    policy: dict[str, Any] = Field(default_factory=dict, description="changes to the place's policy, for all")
    budget: dict[str, Any] = Field(default_factory=dict, description="changes to the place's budget, for all")
    numbers: dict[str, Any] = Field(default_factory=dict, description="numbers changed by hand, for all")
    design: Annotated[Design, BeforeValidator(_as_mapping)] = Field(description="which points are run")
    replicates: int = _between("replicates", 10, "seeds a point: 1 to this")
    luck: Literal["same", "factor"] = Field("same", description="the same for all points, or varied as one more factor")
    look_at: list[str | dict[str, str]] = Field(
        default_factory=lambda: ["language", "language_gap", "teacher_hours", "money"],
        min_length=1,
        description="M: outcomes, or {outcome, observer, group}",
    )
    on_error: Literal["record", "stop", "retry"] = Field("record", description="what a failing case does")

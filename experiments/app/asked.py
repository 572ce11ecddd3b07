"""What a page may ask for: the form of every request, its limits, and which of the host's files it may name."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

import sim

# One answer must come at once, and thirty at a time: a year of 2,000 families takes a tenth of a second.
FAMILIES, WEEKS, FAMILY_WEEKS, EVENTS, REPLICATES, STRATEGIES, BYTES = 2_000, 208, 160_000, 60, 200, 6, 3_000_000
NAMED = {"place": "places", "strategy": "strategies"}

Seed = Annotated[int, Field(ge=0, le=2**31 - 1)]


class Form(BaseModel):
    """A request. What is not asked for is refused."""

    model_config = ConfigDict(extra="forbid", strict=True)


class OneRun(Form):
    """A scenario, what is changed in mid-run, and the luck."""

    start: dict[str, Any]
    events: list[dict[str, Any]] = Field(default_factory=list, max_length=EVENTS)
    seed: Seed = 1


class RunAsked(OneRun):
    """A run, and what of it is to be shown."""

    outcomes: list[str] | None = Field(None, max_length=40)
    states: list[str] = Field(default_factory=list, max_length=4)
    measured: bool = True


class BandAsked(OneRun):
    """The same with other luck."""

    outcomes: list[str] = Field(max_length=8)
    times: int = Field(20, ge=2, le=40)


class FamilyAsked(OneRun):
    """One family of a run, by its row."""

    family: int = Field(ge=0, lt=FAMILIES)


class TextAsked(Form):
    """The text of a scenario file."""

    text: str = Field(max_length=100_000)


class Sheet(Form):
    """A planner's sheet as the browser read it: its name, its bytes in base64 (two megabytes at most)."""

    name: str = Field(max_length=120)
    content: str = Field(max_length=2_700_000)


class CompareAsked(Form):
    """Strategies side by side: the first is what the others are compared with."""

    district: Sheet | None = None

    start: dict[str, Any]
    strategies: dict[str, dict[str, Any]] = Field(min_length=1, max_length=STRATEGIES)
    replicates: int = Field(20, ge=2, le=REPLICATES)


class Shelf:
    """The places and strategies that may be named; in class only those the package carries, or the room sees the host's."""

    def __init__(self, for_a_class=False):
        self.for_a_class = for_a_class

    def files(self, kind):
        """Files of a kind by name."""
        mine = sim.list_configs(kind)
        return {n: f for n, f in mine.items() if not self.for_a_class or sim.PACKAGED.resolve() in f.resolve().parents}

    def scenario(self, start, events=(), district=None):
        """The scenario of a request, checked: no path, nothing the shelf does not hold, no more than can be answered."""
        data = {key: value for key, value in start.items() if key != "replicates"}
        if events:
            said = data.get("events") or []
            data["events"] = [*(said if isinstance(said, list) else [said]), *events]
        _refuse_no_number(data)
        self.admit(data)
        scenario = sim.read_scenario(data | ({"district": str(district)} if district else {}))
        _refuse_too_much({"families": scenario.families, "weeks": scenario.weeks})
        return scenario

    def admit(self, data):
        """Refuse what a page may not name, before anything of the host is opened."""
        if data.get("district") is not None:
            raise sim.ScenarioError("A page names no file of the host. A district's sheet is opened under Compare.")
        _refuse_too_much(data)
        against = data.get("against")
        self._named("place", data.get("place"))
        self._named("strategy", data.get("strategy"))
        self._named("strategy", against.get("strategy") if isinstance(against, dict) else None)

    def _named(self, one, name):
        if isinstance(name, str) and name != "routine" and name not in (files := self.files(NAMED[one])):
            raise sim.unknown(one, name[:80], [*files, "routine"] if one == "strategy" else files, "The app")


def _refuse_no_number(data):
    """A field that was left empty, as people call it."""
    for key, most in (("families", FAMILIES), ("weeks", WEEKS)):
        value = data.get(key, 1)
        if value is None or (isinstance(value, int) and value < 1):
            given = "is empty" if value is None else f"is {value:,}"
            raise sim.ScenarioError(f"The number of {key} {given}; a whole number from 1 to {most:,} is asked for.")


def _refuse_too_much(data):
    """No single run may hold up the others. Types and lower limits are checked when the scenario is read."""
    families, weeks = _number(data, "families", 300), _number(data, "weeks", 52)
    if families > FAMILIES or weeks > WEEKS:
        raise sim.ScenarioError(
            f"{families:,.0f} families and {weeks:,.0f} weeks are more than the app runs: up to {FAMILIES:,} families "
            f"and {WEEKS} weeks. `famschool run` on the command line takes millions."
        )
    if families * weeks > FAMILY_WEEKS:
        raise sim.ScenarioError(
            f"{families:,} families for {weeks} weeks are {families * weeks:,} family-weeks; the app runs up to "
            f"{FAMILY_WEEKS:,} at once. Take fewer families or weeks, or `famschool run` on the command line."
        )
    if isinstance(events := data.get("events"), list) and len(events) > EVENTS:
        raise sim.ScenarioError(f"{len(events)} changes in mid-run are more than the app runs: up to {EVENTS}.")


def _number(data, key, otherwise):
    value = data.get(key, otherwise)
    return value if isinstance(value, int) and not isinstance(value, bool) else otherwise

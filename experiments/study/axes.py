"""What can vary: numbers that are not known, doses that are decided, culture, policy and budget that are given."""

import math
from dataclasses import dataclass

import sim

PLACE_PARTS = ("culture", "policy", "budget")
LUCK = "luck"
SEEDS = 2**31 - 1


@dataclass(frozen=True)
class Axis:
    """One thing that varies: over a range, over whole numbers, or over a few values."""

    name: str
    role: str  # uncertainty, lever, place or luck: the X and L of XLRM
    low: float = 0.0
    high: float = 1.0
    values: tuple = ()  # a few values or words instead of a range
    whole: bool = False
    unit: str = ""
    source: str = ""
    base: float | str | None = None  # what holds where the axis is left alone

    def at(self, share):
        """The value at a share (0 to 1) of the range; a few values have equal parts of it."""
        if self.values:
            return self.values[min(int(share * len(self.values)), len(self.values) - 1)]
        if self.whole:
            steps = int(self.high - self.low) + 1
            return int(self.low) + min(int(share * steps), steps - 1)
        return float(f"{self.low + share * (self.high - self.low):.12g}")

    def steps(self, levels):
        """The values themselves, or evenly spaced ones from end to end."""
        if self.values:
            return self.values
        if self.whole:
            return tuple(range(int(self.low), int(self.high) + 1))
        return tuple(float(f"{self.low + k / (levels - 1) * (self.high - self.low):.12g}") for k in range(levels))

    @property
    def group(self):
        """The group of numbers it belongs to: Trust of Trust.slowness."""
        return self.name.partition(".")[0]

    def range_in_words(self):
        if self.values:
            return ", ".join(map(str, self.values))
        return f"{self.low:g} to {self.high:g}" + (" (whole)" if self.whole else "")


LUCK_AXIS = Axis(LUCK, LUCK, 1, SEEDS, whole=True, unit="seed", source="chance", base=None)


def declared(name, role):
    """The declaration behind a name: of a number, a dose, or a part of the place. Errors: ScenarioError, nearest name."""
    head, _, key = str(name).partition(".")
    known = _names(role)
    if name not in known:
        words = {"uncertainty": "number", "lever": "dose", "place": "part of a place that varies"}[role]
        where = {"uncertainty": "famschool list numbers", "lever": "sim/interventions/"}
        raise sim.unknown(words, name, known, where.get(role, "sim/place.py"))
    if role == "uncertainty":
        return sim.NUMBERS[head].declared[key]
    if role == "place":
        return sim.PARTS[head].declared[key]
    return sim.INTERVENTIONS[head].Dose.declared.get(key)


def _names(role):
    if role == "uncertainty":
        return [f"{group}.{key}" for group, kind in sim.NUMBERS.items() for key in kind.declared]
    if role == "place":
        return [f"{part}.{key}" for part in PLACE_PARTS for key in sim.PARTS[part].declared]
    settings = ("for_whom", "from_week", "until_week")
    return [f"{n}.{key}" for n, kind in sim.INTERVENTIONS.items() for key in (*kind.Dose.declared, *settings)]


def axis(name, role, given, grid, base=None):
    """The axis that a file asks for: a range, a list of values, {whole: [low, high]}, or None for the declared range."""
    param = declared(name, role)
    words = {"unit": param.unit if param else "", "source": param.source if param else ""}
    words["base"] = base if base is not None or param is None or role != "uncertainty" else param.shown(param.default)
    if given is None:
        return _as_declared(name, role, param, words)
    if isinstance(given, dict) and set(given) == {"whole"}:
        low, high = _two(name, given["whole"])
        _possible(name, param, (low, high))
        return Axis(name, role, low, high, whole=True, **words)
    if not isinstance(given, list) or not given:
        raise sim.ScenarioError(
            f"{name} = {given!r}: a range is asked for, as in [low, high], or values to choose from, as in [a, b, c]."
        )
    _possible(name, param, given)
    if not grid and len(given) == 2 and all(_is_number(value) for value in given):
        return Axis(name, role, *_two(name, given), **words)
    return Axis(name, role, 0.0, len(given) - 1.0, values=_different(name, given), **words)


def _as_declared(name, role, param, words):
    if param is None:
        raise sim.ScenarioError(f"{name} has no declared range; give the values to choose from.")
    if param.choices:
        return Axis(name, role, 0.0, len(param.choices) - 1.0, values=tuple(param.choices), **words)
    return Axis(name, role, param.low, param.high, **words)


def _is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _two(name, given):
    ends = given if isinstance(given, list) else []
    if len(ends) != 2 or not all(_is_number(v) and math.isfinite(v) for v in ends) or not ends[0] < ends[1]:
        raise sim.ScenarioError(f"{name} = {given!r} is an empty range: [low, high] with low below high is asked for.")
    return ends


def _different(name, given):
    if len({repr(value) for value in given}) < len(given):
        raise sim.ScenarioError(f"{name} = {given!r} names a value twice.")
    return tuple(given)


def _possible(name, param, values):
    for value in values if isinstance(values, (list, tuple)) else ():
        if param is not None:
            param.checked(name, value)

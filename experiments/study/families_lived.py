"""What an experiment asks: families of a place, lived through under several strategies, measured when it is over."""

from dataclasses import dataclass, field, replace
from functools import lru_cache

import numpy as np

import sim
from experiments.study.axes import PLACE_PARTS

REMEMBERED = 2000  # lives of one worker, for points that share them


@dataclass(frozen=True)
class Target:
    """One thing looked at: an outcome as one observer sees it, among one group."""

    outcome: str
    observer: str = "true"
    group: str = "all"
    currency: str = "currency"  # of the place, for money

    @property
    def column(self):
        return f"{self.outcome}|{self.observer}|{self.group}"

    @property
    def unit(self):
        return sim.OUTCOMES[self.outcome].unit.replace("currency", self.currency)

    def in_words(self):
        """Language (tester), lowest quarter."""
        seen = "" if self.observer == "true" else f" ({self.observer})"
        among = "" if self.group == "all" else f", {group_in_words(self.group)}"
        return f"{self.outcome.replace('_', ' ')}{seen}{among}"


def group_in_words(group):
    """The fifths of SES as people call them; other groups by their name."""
    named = {"ses_1": "poorest fifth", "ses_5": "richest fifth"}
    return named.get(group) or group.replace("ses_", "SES fifth ").replace("_", " ")


@dataclass
class FamiliesLived:
    """A place and a time, the strategies written out, and what is kept of each run. The same in every process."""

    place: str
    families: int
    weeks: int
    at: str
    conditions: dict  # culture, policy, budget and numbers changed for all
    strategies: dict  # name: interventions with their settings
    kept: tuple  # outcomes whose values are stored, with all their observers and groups
    district: str | None = None  # a sheet of one's own preschools
    prices: str | None = None  # a list of prices in place of the place's
    _scenarios: dict = field(default_factory=dict, repr=False)
    _settled: tuple = field(default=(None, None), repr=False)
    _lived: dict = field(default_factory=dict, repr=False)

    def __getstate__(self):
        return self.__dict__ | {"_scenarios": {}, "_settled": (None, None), "_lived": {}}

    def columns(self):
        """Names of the values of one run: outcome|observer|group."""
        return [
            f"{name}|{observer}|{group}"
            for name in self.kept
            for observer in sim.OUTCOMES[name].observers
            for group in (sim.REPORTED if sim.OUTCOMES[name].of == "families" else ("all",))
        ]

    def meaning(self, name):
        """Unit and sentence of an outcome."""
        return sim.OUTCOMES[name].unit, sim.OUTCOMES[name].meaning

    def said(self):
        """What all its runs have in common, in plain values; where its files lie is nothing of it."""
        place = sim.read_place(self.place)
        district = replace(sim.read_district(self.district), file="") if self.district else None
        return {
            "model": sim.MODEL,
            "place": repr(replace(place, file="")),
            "district": repr(district) if district else None,
            "prices": repr(sim.read_prices(self.prices)) if self.prices else None,
            "families": self.families,
            "weeks": self.weeks,
            "at": self.at,
            "conditions": self.conditions,
        }

    def content(self, values, strategy):
        """What makes one case different from another, but for its seed: what is set at its point, and the strategy in full."""
        by_hand, defaults = self.conditions.get("numbers", {}), _defaults(tuple(values))
        asked = zip(values.items(), defaults, strict=True)
        kept = {axis: value for (axis, value), default in asked if value != default or axis in by_hand}
        return {"set": kept, "strategy": _with_doses(self.strategies[strategy], values)}

    def scenario(self, values, strategy):
        """The scenario of one strategy at one point. Errors: ScenarioError for what cannot be."""
        said = {part: dict(self.conditions.get(part, {})) for part in (*PLACE_PARTS, "numbers")}
        for axis, value in values.items():
            head, _, key = axis.partition(".")
            if head in PLACE_PARTS:
                said[head][key] = value
            elif head not in sim.INTERVENTIONS:
                said["numbers"][axis] = value
        frame = {
            "place": self.place,
            "district": self.district,
            "prices": self.prices,
            "families": self.families,
            "weeks": self.weeks,
            "at": self.at,
        }
        return sim.read_scenario(frame | said | {"strategy": _with_doses(self.strategies[strategy], values)})

    def live(self, values, strategy, seed):
        """The values of one run, in the order of columns(). Strategies of one point and seed share the year before.

        A dose that a strategy does not have makes no other life: the routine beside five doses is lived once.
        """
        place, settings = _without_doses(values), _with_doses(self.strategies[strategy], values)
        life = repr((place, settings, seed))
        if life not in self._lived:
            if len(self._lived) >= REMEMBERED:
                self._lived.clear()
            self._lived[life] = self._live(values, place, strategy, seed)
        return self._lived[life]

    def _live(self, values, place, strategy, seed):
        point = repr(values)
        if self._scenarios.get("point") != point:
            self._scenarios = {"point": point}
        if strategy not in self._scenarios:
            self._scenarios[strategy] = self.scenario(values, strategy)
        scenario = self._scenarios[strategy]
        if self._settled[0] != (place, seed):
            self._settled = (place, seed), sim.settle(scenario, seed)
        run = sim.live(scenario, seed, self._settled[1].copied(), "strategy")
        return _values(run.measured, self.kept)


def _without_doses(values):
    doses = [axis for axis, _, _ in _doses(tuple(values))]
    return {axis: value for axis, value in values.items() if axis not in doses}


def _with_doses(settings, values):
    """A strategy with other doses of what it does; a dose of what it does not do changes nothing."""
    changed = {doing: dict(own) if isinstance(own, dict) else own for doing, own in settings.items()}
    for axis, doing, key in _doses(tuple(values)):
        if doing in changed:
            changed[doing][key] = values[axis]
    return changed


@lru_cache(maxsize=8)  # all points of an experiment have the same axes, and there may be millions of them
def _doses(axes):
    """(axis, intervention, dose) of those axes that are doses."""
    split = ((axis, *axis.split(".", 1)) for axis in axes if "." in axis)
    return [one for one in split if one[1] in sim.INTERVENTIONS]


@lru_cache(maxsize=8)
def _defaults(axes):
    """For each axis what holds where nothing is set; of what is no number of the model, what no value is equal to."""
    return [_default(axis) for axis in axes]


def _default(axis):
    group, _, key = axis.partition(".")
    param = sim.NUMBERS[group].declared.get(key) if group in sim.NUMBERS else None
    return object() if param is None else param.shown(param.default)


def _values(world, kept):
    """Group means of the outcomes kept; an empty group is not a number."""
    mean_of, sizes = sim.group_matrix(world)
    empty = np.where(np.asarray(sizes) > 0, 0.0, np.nan)
    found = []
    for name in kept:
        outcome = sim.OUTCOMES[name]
        for observer in outcome.observers:
            if outcome.of == "families":
                found.extend(mean_of @ outcome(world, observer) + empty)
            else:
                found.append(float(outcome(world, observer)))
    return np.array(found)

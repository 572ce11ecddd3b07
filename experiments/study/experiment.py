"""An experiment: who is lived through, what varies, at which points, how often, and what is looked at."""

import hashlib
import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import sim
from experiments.posterior import ranges_of_members
from experiments.study.axes import LUCK_AXIS, PLACE_PARTS, Axis, axis
from experiments.study.experiment_file import ExperimentFile
from experiments.study.families_lived import FamiliesLived, Target

LOOKED_AT = 9  # values of a dose's range that are tried when the file is read


@dataclass(frozen=True)
class Experiment:
    """One question asked at many points; `subject` answers for one point, one strategy and one seed."""

    name: str
    question: str
    subject: Any
    axes: tuple[Axis, ...]
    design: dict
    replicates: int
    targets: tuple
    on_error: str = "record"
    said: dict = field(default_factory=dict, repr=False)

    @property
    def strategies(self):
        return list(self.subject.strategies)

    @property
    def luck_varies(self):
        return LUCK_AXIS in self.axes

    def id(self):
        """A hash of everything but how many points and replicates: more of them go into the same folder."""
        design = {key: value for key, value in self.design.items() if key != "points" or self.design["kind"] == "list"}
        strategies = [self.subject.content({}, name) for name in self.strategies]
        said = [self.subject.said(), strategies, self.strategies, self.subject.columns(), design]
        said.append([[a.name, a.role, a.low, a.high, a.values, a.whole] for a in self.axes])
        return hashlib.sha256(json.dumps(said, sort_keys=True, default=str).encode()).hexdigest()[:12]

    def but(self, **changes):
        """With another number of replicates, points or another way with errors; what is said follows."""
        changes = {key: value for key, value in changes.items() if value is not None}
        one, said = self, dict(self.said)
        if "points" in changes:
            points = changes.pop("points")
            one = replace(one, design=one.design | {"points": points})
            given = said.get("design")
            said["design"] = ({"kind": given} if isinstance(given, str) else dict(given or {})) | {"points": points}
        return replace(one, **changes, said=said | changes)


def read_experiment(experiment):
    """An Experiment from a name, a file, a dict, or as it is. Errors: ScenarioError with file and line."""
    if isinstance(experiment, Experiment):
        return experiment
    return sim.read_config("experiments", experiment, _build)


def _build(data, lines, file, name):
    given = sim.checked(ExperimentFile, "An experiment", data, lines, file, short="a word such as grid")
    place = _located(file, lines, ("place",), lambda: sim.read_place(given.place))
    own = _district(given, file, lines)
    _conditions_can_be(given, file, lines)
    prices = _prices(given, own, file, lines)
    currency = sim.read_prices(prices).currency if prices else place.currency
    targets = tuple(_target(one, file, lines, ("look_at", k), currency) for k, one in enumerate(given.look_at))
    subject = FamiliesLived(
        place=given.place,
        district=own.file if own else None,
        prices=prices,
        families=own.children if own else given.families,
        weeks=given.weeks,
        at=given.at,
        conditions={part: getattr(given, part) for part in (*PLACE_PARTS, "numbers") if getattr(given, part)},
        strategies=_strategies(given, file, lines),
        kept=tuple(dict.fromkeys(target.outcome for target in targets)),
    )
    if given.district is not None:
        _located(file, lines, ("district",), lambda: subject.scenario({}, next(iter(subject.strategies))))
    axes = tuple(_axes(given, place, file, lines))
    _levers_are_had(axes, subject, file, lines)
    _can_be(subject, axes, file, lines)
    design = {
        key: value for key, value in given.design.model_dump().items() if value is not None and value is not False
    }
    if given.luck == "factor":
        axes = (*axes, LUCK_AXIS)
    return Experiment(name, given.question, subject, axes, design, given.replicates, targets, given.on_error, data)


def _district(given, file, lines):
    """The preschools of a sheet, where the file names one: by its name, beside the file, or where the command was given."""
    if given.district is None:
        return None
    with sim.located(file, lines, ("district",)):
        return sim.read_district(sim.find_config("districts", sim.beside(file, given.district)))


def _prices(given, own, file, lines):
    """The list of prices that a file names, where it names one: beside it, or where the command was given."""
    if given.prices is None:
        return None
    name = sim.beside(file, given.prices)
    _located(file, lines, ("prices",), lambda: sim.read_prices(name))
    conditions = {part: getattr(given, part) for part in PLACE_PARTS if getattr(given, part)}
    district = own.file if own else None
    asked = {"place": given.place, "district": district, "strategy": "routine", "prices": name} | conditions
    _located(file, lines, ("prices",), lambda: sim.read_scenario(asked))
    return name


def _located(file, lines, keys, read):
    with sim.located(file, lines, keys):
        return read()


def _conditions_can_be(given, file, lines):
    """What is changed for all is read once by itself, so that what is wrong is said with its own line."""
    for part in (*PLACE_PARTS, "numbers"):
        for key, value in getattr(given, part).items():
            alone = {"place": given.place, "strategy": "routine", part: {key: value}}
            _located(file, lines, (part, key), lambda alone=alone: sim.read_scenario(alone))


def _strategies(given, file, lines):
    """Strategies written out, by name; the first is the baseline."""
    found = {}
    for place_in_file, one in enumerate(given.strategies):
        keys = ("strategies", place_in_file)
        name, settings = _named(one)
        if isinstance(settings, dict) and name is not None:
            keys = (*keys, name)
        settings = sim.beside(file, settings) if isinstance(settings, str) else settings
        read = _located(file, lines, keys, lambda settings=settings: _written_out(given.place, settings))
        name = name or "_and_".join(doing for doing in read if doing not in ("routine", "funded")) or "routine"
        if name in found:
            with sim.located(file, lines, keys):
                raise sim.ScenarioError(f"The strategy '{name}' is named twice.")
        found[name] = read
    return found


def _named(one):
    """(name or None, what it does): a word, {name: {…}}, or interventions written out."""
    if isinstance(one, str):
        return Path(one).stem if one.endswith(".yaml") else one, one
    if len(one) == 1:
        (name, inside), *_ = one.items()
        named = name not in sim.INTERVENTIONS or (
            isinstance(inside, dict) and {*sim.INTERVENTIONS, "funded"} & set(inside)
        )
        if named and isinstance(inside, (dict, str)):
            return str(name), inside
    return None, one


def _written_out(place, given):
    read = sim.read_scenario({"place": place, "strategy": given}).strategy.strategy
    return {doing: dict(settings) for doing, settings in read.settings} | {"funded": read.funded}


def _target(one, file, lines, keys, currency):
    said = {"outcome": one} if isinstance(one, str) else one
    with sim.located(file, lines, keys):
        for key in said:
            if key not in ("outcome", "observer", "group"):
                raise sim.unknown("key", key, ("outcome", "observer", "group"), "look_at")
        if said.get("outcome") not in sim.OUTCOMES:
            raise sim.unknown("outcome", said.get("outcome"), sim.OUTCOMES, "famschool list outcomes")
        outcome = sim.OUTCOMES[said["outcome"]]
        observer = said.get("observer", outcome.observers[0])
        if observer not in outcome.observers:
            raise sim.unknown("observer", observer, outcome.observers, outcome.name)
        groups = sim.REPORTED if outcome.of == "families" else ("all",)
        if said.get("group", "all") not in groups:
            raise sim.unknown("group", said["group"], groups, f"{outcome.name}, of {outcome.of},")
    return Target(said["outcome"], observer, said.get("group", "all"), currency)


def _axes(given, place, file, lines):
    """What varies; doses last, where a grid changes fastest, so that neighbours share the lives they do not touch."""
    grid = given.design.kind == "grid"
    for keys, name, range_ in _uncertain(given.uncertainties, file, lines):
        yield _located(file, lines, keys, lambda n=name, r=range_: axis(n, "uncertainty", r, grid))
    for name, values in given.place_varies.items():
        part, _, key = str(name).partition(".")
        usual = getattr(given, part, {}).get(key, getattr(getattr(place, part, None), key, None)) if key else None
        keys = ("place_varies", name)
        yield _located(file, lines, keys, lambda n=name, v=values, u=usual: axis(n, "place", v, grid, u))
    for name, values in given.levers.items():
        yield _located(file, lines, ("levers", name), lambda n=name, v=values: axis(n, "lever", v, grid))


def _uncertain(given, file, lines):
    """(where it stands, number, its range or None) for what is not known."""
    if given is None:
        return
    everything = {f"{group}.{key}": group for group, kind in sim.NUMBERS.items() for key in kind.declared}
    entries = [(("uncertainties",), given, None)] if isinstance(given, str) else None
    if isinstance(given, dict):
        entries = [(("uncertainties", name), name, range_) for name, range_ in given.items()]
    elif isinstance(given, list):
        entries = [entry for k, one in enumerate(given) for entry in _of_list(k, one)]
    elif entries is None:
        with sim.located(file, lines, ("uncertainties",)):
            raise sim.ScenarioError(f"uncertainties = {given!r}: all, a list of numbers, or {{name: [low, high]}}.")
    for keys, name, range_ in entries:
        if name == "posterior":
            with sim.located(file, lines, keys):
                yield from ((keys, number, ends) for number, ends in ranges_of_members().items())
            continue
        inside = [n for n, group in everything.items() if name in ("all", group)] or [name]
        yield from ((keys, one, range_) for one in inside if len(inside) == 1 or _varies(one))


def _of_list(k, one):
    keys = ("uncertainties", k)
    if isinstance(one, dict):
        return [((*keys, name), name, range_) for name, range_ in one.items()]
    return [(keys, one, None)]


def _varies(dotted):
    group, _, key = dotted.partition(".")
    param = sim.NUMBERS[group].declared[key]
    return param.choices or param.low < param.high


def _levers_are_had(axes, subject, file, lines):
    for one in axes:
        if one.role == "lever" and not any(one.group in settings for settings in subject.strategies.values()):
            with sim.located(file, lines, ("levers", one.name)):
                raise sim.ScenarioError(
                    f"No strategy has {one.group}, so '{one.name}' would change nothing; "
                    f"the strategies are {', '.join(subject.strategies)}."
                )


def _can_be(subject, axes, file, lines):
    """Each strategy at the middle, and each axis at its ends, is read once, so that nothing is refused in the night.

    Doses are read between their ends, too: none may be possible, and twelve, but not two.
    """
    names = {axis.name for axis in axes}
    if len(names) < len(axes):
        twice = next(a.name for a in axes if sum(b.name == a.name for b in axes) > 1)
        raise sim.ScenarioError(f"'{twice}' varies twice.")
    for strategy in subject.strategies:
        _located(file, lines, ("strategies",), lambda s=strategy: subject.scenario({}, s))
    sections = {"uncertainty": "uncertainties", "lever": "levers", "place": "place_varies"}
    for one in axes:
        having = [s for s, does in subject.strategies.items() if one.role != "lever" or one.group in does]
        for value in _looked_at(one):
            keys = (sections[one.role], one.name)
            _located(
                file, lines, keys, lambda v=value, n=one.name, s=having: subject.scenario({n: v}, s[0]) if s else None
            )


def _looked_at(axis):
    if axis.values:
        return axis.values
    return axis.steps(LOOKED_AT) if axis.role == "lever" and not axis.whole else (axis.low, axis.high)


__all__ = ["Experiment", "ExperimentFile", "read_experiment"]

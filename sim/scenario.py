"""A scenario: a place, a strategy, what it is compared with, and for how long. Read from a file and checked at the door."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from sim.core.errors import ScenarioError, nearest, unknown
from sim.core.reading import beside, find_config, list_configs, located, parse_yaml, read_config
from sim.district import read_district, refuse_other_currencies
from sim.numbers import Numbers, numbers_with
from sim.place import PARTS, Place, read_place
from sim.prices import read_prices
from sim.scenario_file import LIMITS, checked
from sim.strategy import ROUTINE, Strategy, read_strategy
from sim.without import arm_off, numbers_off, place_off, switched_off

CHANGED_BY_ARMS = ("culture", "policy", "budget")


@dataclass(frozen=True)
class Arm:
    """What is done and under which conditions: one side of a comparison."""

    strategy: Strategy
    culture: tuple
    policy: tuple
    budget: tuple

    def with_routine_only(self):
        return replace(self, strategy=ROUTINE)


@dataclass(frozen=True)
class Scenario:
    """Everything a run needs; `said` is the file as read."""

    name: str
    question: str
    place: Place
    families: int
    weeks: int
    measured_in: int
    strategy: Arm
    baseline: Arm
    numbers: Numbers
    changed_numbers: dict
    unknown: str  # posterior: what is not known is carried through too; empty: held at its centre
    events: tuple  # (week, Arm of the strategy, Arm of the baseline) from that week on
    replicates: int
    without: tuple = ()  # mechanisms switched off
    said: dict = field(repr=False, default_factory=dict)
    file: str = ""

    def arms_over_time(self, arm):
        """Which conditions hold from which week on."""
        if arm not in ("strategy", "baseline"):
            raise unknown("arm", arm, ("strategy", "baseline"), "a scenario")
        over_time = {1: getattr(self, arm)}
        for week, strategy, baseline in self.events:
            over_time[week] = strategy if arm == "strategy" else baseline
        return over_time

    def doings(self):
        """Every intervention that either arm asks for at any time."""
        arms = [now for arm in ("strategy", "baseline") for now in self.arms_over_time(arm).values()]
        return [doing for now in arms for doing in now.strategy.doings]


def read_scenario(scenario):
    """A Scenario from a name, a file, a dict, or as it is. Errors: ScenarioError with file and line."""
    if isinstance(scenario, Scenario):
        return scenario
    return read_config("scenarios", scenario, _build)


def scenario_from_text(text, file):
    """A Scenario from the text of a file that lies elsewhere; `file` is how messages call it. Errors: ScenarioError."""
    data, lines, _ = parse_yaml(text, file)
    return _build(data, lines, file, Path(file).stem)


def _build(data, lines, file, name):
    given = checked(data, lines, file)
    off = switched_off(given.without, file, lines)
    place = place_off(_place(given, file, lines), off)
    strategy = _arm(place, given, file, lines)
    baseline = _baseline(place, strategy, given.against, file, lines)
    by_hand = place.prices.changed_numbers() | ({} if given.numbers == "posterior" else dict(given.numbers))
    numbers = _numbers(by_hand, off, file, lines)
    events = _events(given, strategy, baseline, file, lines)
    measured_in = given.weeks if given.at == "end" else place.last_school_week(given.weeks)
    return Scenario(
        name=name,
        question=given.question,
        place=place,
        families=place.district.children if place.district else given.families,
        weeks=given.weeks,
        measured_in=measured_in,
        strategy=arm_off(strategy, place, off),
        baseline=arm_off(baseline, place, off),
        numbers=numbers,
        changed_numbers=by_hand,
        unknown="posterior" if given.numbers == "posterior" else "",
        events=tuple((week, arm_off(one, place, off), arm_off(other, place, off)) for week, one, other in events),
        replicates=given.replicates,
        without=tuple(given.without),
        said=data,
        file=file or "",
    )


def _place(given, file, lines):
    """The place, with a district's own preschools where the scenario names a sheet of them."""
    with located(file, lines, ("place",)):
        place = read_place(given.place)
    place = replace(place, staff=part_with("staff", place.staff, given.staff, file, lines, ("staff",)))
    if given.district is not None:
        with located(file, lines, ("district",)):
            place = place.of(read_district(_sheet(file, given.district)))
    if given.prices is not None:
        with located(file, lines, ("prices",)):
            place = _priced(place, read_prices(beside(file, given.prices)), given.budget)
    if place.district is None:
        return place
    with located(file, lines, ("district",)):
        refuse_other_currencies(place.district, place.currency)
        if not place.district.own_prices:
            return place
        return replace(place, prices=place.prices.but(dict(place.district.own_prices)))


def _sheet(file, name):
    """A sheet that comes with the package goes by its name, with which a slip is compared; one's own is a file."""
    near = nearest(name, list_configs("districts"))
    return find_config("districts", name) if near and not Path(name).suffix else beside(file, name)


def _priced(place, prices, budget):
    """The place under other prices; money that is still told in another currency is refused."""
    if prices.currency == place.currency or "money_per_child" in budget:
        return replace(place, prices=prices)
    if place.district and all(one.money_per_child is not None for one in place.district.preschools):
        return replace(place, prices=prices)
    in_the_sheet = "fill in money_per_child in every row of the sheet, or " if place.district else ""
    raise ScenarioError(
        f"prices are in {prices.currency}, the money of {place.name} is in {place.currency}: "
        f"{in_the_sheet}say budget: {{money_per_child: …}} in {prices.currency} too."
    )


def _numbers(changes, off, file, lines):
    everything = changes | numbers_off(off, changes, file, lines)
    try:
        return numbers_with(everything)
    except ScenarioError:
        for dotted, value in changes.items():  # one by one, to find the line; too slow for what is right
            with located(file, lines, ("numbers", dotted)):
                numbers_with({dotted: value})
        raise


def _arm(place, given, file, lines):
    parts = {
        part: part_with(part, getattr(place, part), getattr(given, part), file, lines, (part,))
        for part in CHANGED_BY_ARMS
    }
    return Arm(strategy=read_strategy(given.strategy, file, lines, ("strategy",)), **parts)


def part_with(part, base, changes, file, lines, keys):
    """Culture, policy, budget or staff of the place with changes, each refused with its line where it is impossible."""
    values = {}
    for key, value in changes.items():
        with located(file, lines, (*keys, key)):
            values[key] = getattr(PARTS[part].but(**{key: value}), key)
    return base._replace(**values)


def _baseline(place, strategy, against, file, lines):
    """What the baseline has instead; all else is the same."""
    if against == "as_it_is":
        return Arm(ROUTINE, place.culture, place.policy, place.budget)
    if not isinstance(against, dict):
        with located(file, lines, ("against",)):
            raise ScenarioError(
                f"against = {against!r}: what the baseline has instead, as in {{strategy: routine}}, or as_it_is."
            )
    changes = {}
    for key, value in against.items():
        keys = ("against", key)
        if key == "strategy":
            changes[key] = read_strategy(value, file, lines, keys)
        elif key in CHANGED_BY_ARMS:
            changes[key] = part_with(key, getattr(place, key), _mapping(value, file, lines, keys), file, lines, keys)
        else:
            with located(file, lines, keys):
                raise unknown("thing to compare against", key, ("strategy", *CHANGED_BY_ARMS), "against")
    return replace(strategy, **changes)


def _mapping(value, file, lines, keys):
    if value is None:
        return {}
    if not isinstance(value, dict):
        with located(file, lines, keys):
            raise ScenarioError(f"{'.'.join(map(str, keys))} = {value!r}: 'name: value' lines are asked for here.")
    return value


def _events(given, strategy, baseline, file, lines):
    """Changes in mid-run, in the order of their weeks. What `against` names, the baseline keeps for itself."""
    own = set(given.against) if isinstance(given.against, dict) else {"strategy", *CHANGED_BY_ARMS}
    arms = []
    for place_in_file, event in sorted(enumerate(given.events), key=lambda e: e[1].week):
        for dotted, value in event.set.items():
            keys = ("events", place_in_file, "set", dotted)
            with located(file, lines, keys):
                part = str(dotted).partition(".")[0]
                strategy = _changed(strategy, str(dotted), value, event.week)
                if part not in own:
                    baseline = _changed(baseline, str(dotted), value, event.week)
        with located(file, lines, ("events", place_in_file)):
            if event.week > given.weeks:
                raise ScenarioError(f"An event in week {event.week} lies after the last week, {given.weeks}.")
        arms.append((event.week, strategy, baseline))
    return tuple(arms)


def _changed(arm, dotted, value, week):
    """An arm with one thing changed: 'policy.clarity', 'strategy.messages', 'strategy.messages.per_week'."""
    part, _, name = dotted.partition(".")
    if part in CHANGED_BY_ARMS and name:
        if dotted == "culture.other_language":
            raise ScenarioError(
                "culture.other_language cannot change in mid-run: families do not change their language."
            )
        value = getattr(PARTS[part].but(**{name: value}), name)
        return replace(arm, **{part: getattr(arm, part)._replace(**{name: value})})
    if part == "strategy" and name:
        return replace(arm, strategy=arm.strategy.changed(name, value, week))
    raise unknown("thing that an event can set", dotted, _settable(), "An event")


def _settable():
    return [f"{part}.{name}" for part in CHANGED_BY_ARMS for name in PARTS[part].declared] + ["strategy.messages"]


__all__ = ["CHANGED_BY_ARMS", "LIMITS", "Arm", "Scenario", "part_with", "read_scenario", "scenario_from_text"]

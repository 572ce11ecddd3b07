"""A scenario without some of its mechanisms: the values at which they do nothing, in numbers, place and every arm."""

from dataclasses import replace

from sim.core.errors import ScenarioError, unknown
from sim.core.mechanism import PLACES_OWN
from sim.core.reading import located
from sim.mechanisms import MECHANISMS
from sim.numbers import NUMBERS
from sim.place import PARTS


def switched_off(names, file, lines):
    """What is set to what, over all mechanisms named; 'Telling.talk', 'policy.clarity', 'strategy.talks'."""
    off = {}
    for i, name in enumerate(names):
        with located(file, lines, ("without", i)):
            if name not in MECHANISMS:
                raise unknown("mechanism", name, MECHANISMS, "sim/mechanisms/")
        for dotted, value in MECHANISMS[name].off.items():
            off |= {one: value for one in _each(dotted)}
    return off


def _each(dotted):
    """A whole group of numbers is each of its numbers."""
    return [f"{dotted}.{name}" for name in NUMBERS[dotted].declared] if dotted in NUMBERS else [dotted]


def numbers_off(off, by_hand, file, lines):
    """The numbers among what is switched off. A number cannot be changed by hand as well."""
    numbers = {dotted: value for dotted, value in off.items() if dotted.partition(".")[0] in NUMBERS}
    for dotted in numbers.keys() & by_hand.keys():
        with located(file, lines, ("numbers", dotted)):
            raise ScenarioError(f"{dotted} is changed by hand, and switched off by `without`: say one of the two.")
    return numbers


def place_off(place, off):
    """The place with what concerns its staff."""
    staff = {dotted.partition(".")[2]: value for dotted, value in off.items() if dotted.startswith("staff.")}
    return replace(place, staff=place.staff._replace(**_read("staff", staff, place.staff)))


def arm_off(arm, place, off):
    """An arm under the conditions, and with the interventions, that are left."""
    for part in ("culture", "policy", "budget"):
        mine = {dotted.partition(".")[2]: value for dotted, value in off.items() if dotted.startswith(f"{part}.")}
        values = _read(part, mine, getattr(place, part))
        arm = replace(arm, **{part: getattr(arm, part)._replace(**values)})
    for dotted, value in off.items():
        if dotted.startswith("strategy."):
            arm = replace(arm, strategy=arm.strategy.doing_without(dotted.partition(".")[2], value))
    return arm


def _read(part, values, of_the_place):
    """Values as the model has them, a word as its number; PLACES_OWN is what the place's file says."""
    return {
        key: getattr(of_the_place, key)
        if value == PLACES_OWN
        else PARTS[part].declared[key].checked(f"{part}.{key}", value)
        for key, value in values.items()
    }

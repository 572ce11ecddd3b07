"""Every number of the model: groups declared beside the rules, found by themselves."""

from collections import namedtuple

import sim.population
import sim.rules
from sim.core.errors import ScenarioError, unknown
from sim.core.gather import gather


def _groups():
    for package in (sim.rules, sim.population):
        yield from gather(package.__name__, package.__path__, lambda thing: hasattr(thing, "declared") and hasattr(thing, "but"))


NUMBERS = {group.__name__: group for _, group in sorted(_groups(), key=lambda found: found[1].__name__)}
FILE_OF = {group.__name__: group.__module__.replace(".", "/") + ".py" for group in NUMBERS.values()}

Numbers = namedtuple("Numbers", NUMBERS)


def numbers_with(changes):
    """The numbers with some changed: {'Trust.slowness': 0.3}. Refuses what is unknown or impossible."""
    by_group = {}
    for dotted, value in changes.items():
        group, _, name = str(dotted).partition(".")
        if group not in NUMBERS:
            raise unknown("group of numbers", group, NUMBERS, "sim/rules/")
        if not name:
            known = ", ".join(f"{group}.{n}" for n in NUMBERS[group].declared)
            raise ScenarioError(f"'{group}' is a group of numbers: name one of {known}.")
        by_group.setdefault(group, {})[name] = value
    return Numbers(**{name: group.but(**by_group.get(name, {})) for name, group in NUMBERS.items()})


def declared(dotted):
    """The declaration behind 'Trust.slowness'."""
    group, _, name = dotted.partition(".")
    if group not in NUMBERS or name not in NUMBERS[group].declared:
        raise unknown("number", dotted, [f"{g}.{n}" for g in NUMBERS for n in NUMBERS[g].declared], "sim/rules/")
    return NUMBERS[group].declared[name]

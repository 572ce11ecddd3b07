"""Every number of the model: groups declared beside the rules, found by themselves."""

from collections import namedtuple
from functools import lru_cache

import numpy as np

import sim.population
import sim.rules
from sim.core.errors import ScenarioError, unknown
from sim.core.gather import gather
from sim.core.kinds import CHANNELS, DOMAINS


def _groups():
    for package in (sim.rules, sim.population):
        yield from gather(
            package.__name__, package.__path__, lambda thing: hasattr(thing, "declared") and hasattr(thing, "but")
        )


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


def _field(name, group):
    """A group is a record of its numbers; one number a channel or domain is a row that the week can index."""
    names = tuple(group.declared)
    if names in (CHANNELS, DOMAINS):
        return (name, np.float64, (len(names),))
    return (name, np.dtype([(n, np.float64) for n in names] or [("none", np.float64)]))


_KIND = np.dtype((np.record, [_field(name, group) for name, group in NUMBERS.items()]))


@lru_cache(maxsize=4)  # asked for again and again in a run, and by few runs at a time
def for_the_week(numbers):
    """The numbers as a table of one row, which a compiled loop takes as a pointer; nobody writes into it.

    A table, not its row: of a record handed over, Python describes every field to the loop, 20 microseconds a call.
    """
    table = np.zeros(1, _KIND)
    for name, group in zip(numbers._fields, numbers, strict=True):
        table[name] = tuple(group) if _KIND[name].names else list(group)
    return table

"""What an outcome is: a function of the world, with a unit, a direction and a sentence."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Sums:
    """How a value of a whole place is had from its shards: `of(world, value)` adds up, `value` reads the added sums."""

    of: Callable
    value: Callable


def mean_over(size, nothing=0.0):
    """A mean over as many as `size(world)` says; `nothing` where there are none."""

    def of(world, value):
        return np.array([value * size(world), size(world)], float)

    return Sums(of, lambda sums: float(sums[0] / sums[1]) if sums[1] else nothing)


CHILDREN = mean_over(lambda world: world.tables.families.size)
PRESCHOOLS = mean_over(lambda world: world.tables.preschools.size)


@dataclass(frozen=True)
class Outcome:
    """`measure(world)` gives one value a family, or a single value for the whole place."""

    name: str
    unit: str
    better: str
    meaning: str
    of: str  # "families": one value a family, reported by group; "place": one value
    observers: tuple
    rests_on: str
    measure: Callable
    sums: Sums = CHILDREN  # of a place's value, where the place is lived in shards

    def __call__(self, world, observer="true"):
        return self.measure(world) if self.observers == ("true",) else self.measure(world, observer)


def outcome(*, unit, better, of="families", observers=("true",), rests_on="assumed", sums=CHILDREN):
    """Turn a function into an outcome of the same name; its docstring is the sentence people read."""

    def declare(measure):
        sentence = " ".join((measure.__doc__ or "").split())
        return Outcome(measure.__name__, unit, better, sentence, of, observers, rests_on, measure, sums)

    return declare

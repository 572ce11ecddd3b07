"""What an outcome is: a function of the world, with a unit, a direction and a sentence."""

from collections.abc import Callable
from dataclasses import dataclass


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

    def __call__(self, world, observer="true"):
        return self.measure(world) if self.observers == ("true",) else self.measure(world, observer)


def outcome(*, unit, better, of="families", observers=("true",), rests_on="assumed"):
    """Turn a function into an outcome of the same name; its docstring is the sentence people read."""

    def declare(measure):
        sentence = " ".join((measure.__doc__ or "").split())
        return Outcome(measure.__name__, unit, better, sentence, of, observers, rests_on, measure)

    return declare

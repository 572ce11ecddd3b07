"""What is measured on children, once for each domain: growth, the gap between fifths of SES, who falls behind."""

import numpy as np

from sim.core.kinds import Domain
from sim.core.outcome import Outcome, Sums


def _growth(domain):
    def since_week_1(world):
        return world.tables.children.skills[:, domain] - world.tables.children.skills_at_start[:, domain]

    sentence = f"{_said(domain)} gained since week 1 against the norm, which itself grows."
    return Outcome(f"{_name(domain)}_growth", "SD", "higher", sentence, "families", ("true",), "assumed", since_week_1)


def _gap(domain):
    def skill(world):
        return world.tables.children.skills[:, domain]

    def between_fifths(world):
        return richest_less_poorest(world, skill(world))

    sentence = f"{_said(domain)} of children in the richest fifth of families less that in the poorest fifth."
    what = (f"{_name(domain)}_gap", "SD", "lower", sentence, "place", ("true",), "assumed")
    return Outcome(*what, between_fifths, rich_and_poor(skill))


def _behind(domain):
    def below_the_benchmark(world):
        return (world.tables.children.skills[:, domain] < world.numbers.Development.benchmark).astype(float)

    sentence = (
        f"Share of children below the benchmark in {_said(domain).lower()}, 1 SD below the norm unless said otherwise."
    )
    return Outcome(
        f"{_name(domain)}_behind", "share", "lower", sentence, "families", ("true",), "assumed", below_the_benchmark
    )


def richest_less_poorest(world, values):
    """Mean of the richest fifth of families less that of the poorest; 0 in a place without one of them."""
    fifth = world.tables.families.fifth
    rich, poor = values[fifth == 4], values[fifth == 0]
    return float(rich.mean() - poor.mean()) if rich.size and poor.size else 0.0


def rich_and_poor(values_of):
    """Sums and numbers of the richest fifth and of the poorest, whose means part."""

    def of(world, _):
        values, fifth = values_of(world), world.tables.families.fifth
        return np.array([f(values[fifth == one]) for one in (4, 0) for f in (np.sum, np.size)], float)

    def value(sums):
        rich, of_rich, poor, of_poor = sums
        return float(rich / of_rich - poor / of_poor) if of_rich and of_poor else 0.0

    return Sums(of, value)


def _name(domain):
    return domain.name.lower()


def _said(domain):
    return _name(domain).replace("_", " ").capitalize()


GROWTH = tuple(_growth(domain) for domain in Domain)
GAPS = tuple(_gap(domain) for domain in Domain)
BEHIND = tuple(_behind(domain) for domain in Domain)

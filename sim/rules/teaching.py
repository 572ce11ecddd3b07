"""What teaching gives (§3.2)."""

import math

from sim.core.compiled import rule
from sim.core.declare import parameters
from sim.core.units import count, sd_above_zero, share, weight


@parameters
class Teaching:
    """Teaching less ordinary teaching, in units of what a year of preschool is worth."""

    quality = weight(
        0.33, low=0.15, high=0.5, source="C16: 2.5 to 4.2 months between centres 2 SD apart; E47: .26 for the year"
    )
    best = sd_above_zero(2.0, low=1.5, high=2.5, source="C16: never beyond the best centres, class size apart")
    knowledge = weight(0.30, low=0.0, high=0.8, source="assumed: knowing a child helps to teach it")
    typical_knowledge = share(0.40, low=0.2, high=0.6, source="assumed")
    strain = weight(0.50, low=0.0, high=1.0, source="assumed")
    small_class = count(15, low=12, high=18, source="E74: fewer children matter from fifteen down")
    gradual = count(
        2.0,
        low=0.5,
        high=4.0,
        least=0.1,
        source="assumed: over so many children it comes about; averages of studies (E74) need have no edge",
    )
    fewest = count(10, low=8, high=12, source="assumed: in a class still smaller nothing more is won")
    a_child_fewer = weight(0.38, low=0.1, high=0.6, source="E74: .10 SD a year per child fewer; E47: .26 for the year")


@rule
def children_fewer(children, p):
    """How many fewer than a small class has: hardly any in a large one, each one well below it, none more below the fewest."""
    below = p.small_class - max(p.fewest, children)
    return max(0.0, below) + p.gradual * math.log(1.0 + math.exp(-abs(below) / p.gradual))  # smooth around small_class


@rule
def teaching_received(quality, knowledge, brought, strain, fewer, p):
    """Who is good, knows the child and is helped teaches more, up to a limit, the overworked less; each child fewer adds."""
    teaching = p.quality * quality + p.knowledge * (knowledge - p.typical_knowledge) + brought - p.strain * strain
    return min(p.quality * p.best, teaching) + p.a_child_fewer * fewer

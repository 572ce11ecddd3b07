"""Home and school in step: who knows what the other does with the child carries it on (§1, §3.1)."""

import math

from sim.core.compiled import rule
from sim.core.declare import parameters
from sim.core.units import share, weight


@parameters
class InStep:
    """How far it takes knowing of one another for home and school to work on the same."""

    at_home = weight(
        0.25,
        low=0.0,
        high=1.0,
        source="assumed, on the low side, since a platform or visits of teachers rest on it: how much richer practice is "
        "of who knows all of it than of who knows none",
    )
    together = share(0.5, low=0.0, high=1.0, source="assumed: of what both bring about, the part that takes knowing")
    typical = share(
        0.45, low=0.3, high=0.6, least=0.05, source="assumed: what each knows of the other in an ordinary class"
    )


@rule
def carried_on(information, p):
    """A family that knows what its child does at school goes on with it at home, one that does not goes its own way."""
    return p.at_home * (information - p.typical)


@rule
def pulling_together(benefit, information, knowledge, p):
    """What the two bring about reaches the child as far as they know of one another; as it is, in an ordinary class."""
    known = math.sqrt(information * knowledge) / p.typical
    return benefit * (1.0 + p.together * (known - 1.0))

"""The luck of many at once, for what is asked outside the week."""

import numpy as np

from sim.core.chance import life, normal_luck
from sim.core.compiled import loop


@loop
def _normals(who, seed, ask, occasion, out):
    for i in range(who.size):
        out[i] = normal_luck(life(seed, who[i]), ask, occasion)


def normals_of(who, seed, ask, occasion):
    """A standard normal deviate for each of `who` (an array of numbers of families)."""
    who, out = np.ascontiguousarray(who), np.empty(who.size)
    _normals(who, seed, int(ask), int(occasion), out)
    return out

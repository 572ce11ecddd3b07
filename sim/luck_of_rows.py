"""The luck of all families at once, for what is asked outside the week."""

import numpy as np

from sim.core.chance import life, luck, normal_luck
from sim.core.compiled import loop


@loop
def _normals(who, seed, ask, occasion, out):
    for i in range(who.size):
        out[i] = normal_luck(life(seed, who[i]), ask, occasion)


@loop
def _uniforms(who, seed, ask, occasion, out):
    for i in range(who.size):
        out[i] = luck(life(seed, who[i]), ask, occasion)


def normals_of(world, ask, occasion):
    """A standard normal deviate a family."""
    out = np.empty(world.tables.families.who.size)
    _normals(world.tables.families.who, world.seed, int(ask), int(occasion), out)
    return out


def uniforms_of(who, seed, ask, occasion):
    """A number in [0, 1) for each of `who`."""
    out = np.empty(who.size)
    _uniforms(who, seed, int(ask), int(occasion), out)
    return out

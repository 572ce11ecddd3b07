"""e to the power x, worked into the loop that asks for it, so that a loop over many x takes many at a time.

The library's is called one by one and took a fifth of the week. Within two units of the last place of it.
"""

import math

import numpy as np

from sim.core.compiled import plain_python, rule

STEPS = 128  # of 2^(n/128), which leaves so small a rest that five terms of its series are enough
LN2 = float.fromhex("0x1.62e42fee00000p-1"), float.fromhex("0x1.a39ef35793c76p-33")  # the first part times n is exact
LEAST, MOST = -708.0, 709.0  # beyond these it is as good as 0 or without bound
ROUND = 1.5 * 2.0**52  # added to a number, leaves it as a whole one, written in the last bits
POWERS = np.array([2.0 ** (k / STEPS) for k in range(STEPS)]).view(np.int64) - (np.arange(STEPS) << 45)


def _exp(x):
    """2^(n/128) · e^r, in which the power of two is put together from its bits."""
    x = min(max(x, LEAST), MOST)
    n = x * (STEPS / (LN2[0] + LN2[1])) + ROUND
    bits = np.float64(n).view(np.int64)
    n -= ROUND
    r = (x - n * (LN2[0] / STEPS)) - n * (LN2[1] / STEPS)
    power = np.int64(POWERS[bits & (STEPS - 1)] + (bits << 45)).view(np.float64)
    return power + power * (r + r * r * (0.5 + r * (1.0 / 6.0) + r * r * (1.0 / 24.0 + r * (1.0 / 120.0))))


exp = math.exp if plain_python else rule(_exp)

"""One lot a family, where an order is left to chance."""

import numpy as np

from sim.core.chance import life, luck
from sim.core.compiled import loop


@loop
def lots(who, seed, ask, occasion):
    """A number in [0, 1) for each family; it hangs on the family, not on its row."""
    drawn = np.empty(who.size)
    for i in range(who.size):
        drawn[i] = luck(life(seed, who[i]), ask, occasion)
    return drawn

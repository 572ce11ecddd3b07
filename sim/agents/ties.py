"""Ties between parents."""

import numpy as np

from sim.core.declare import table
from sim.core.kinds import TIES
from sim.core.units import SEVEN_DIGITS, wide_column


@table
class Ties:
    """One row a family, a slot a tie: whom it is tied to, and how closely."""

    other = wide_column("row", np.int32, TIES, "row of the other family, -1 for none", written_by="spread", start=-1)
    closeness = wide_column("share", SEVEN_DIGITS, TIES, "how close the tie is", written_by="spread")

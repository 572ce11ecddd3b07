"""What a strategy asks an institution for."""

from dataclasses import dataclass, field

import numpy as np


@dataclass(frozen=True)
class Request:
    """One institution asked for, by an intervention, on somebody's account, for some families."""

    name: str
    dose: tuple = field(repr=False)
    payer: int
    whom: np.ndarray = field(repr=False)  # True for each family it is for
    doing: object = field(repr=False)
    among: object = field(repr=False, default=None)  # the share of a trial it belongs to

    def preschools(self, tables):
        """Which preschools it concerns: those where somebody is meant."""
        concerned = np.zeros(tables.preschools.size, bool)
        concerned[tables.families.preschool[self.whom]] = True
        return concerned

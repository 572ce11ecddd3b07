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
    preschools: np.ndarray = field(repr=False)  # True for each preschool where somebody is meant
    doing: object = field(repr=False)
    among: object = field(repr=False, default=None)  # the share of a trial it belongs to
    books: np.ndarray = field(repr=False, default=None)  # True where gifts of organisations are booked for it


def preschools_of(whom, tables):
    """Which preschools a request concerns: those where somebody is meant."""
    return np.bincount(tables.families.preschool[whom], minlength=tables.preschools.size) > 0

"""The families of each preschool, in the order of their own numbers, so that nothing hangs on rows."""

from typing import NamedTuple

import numpy as np


class Roster(NamedTuple):
    """The rows of one preschool's families after the other's, and where each preschool begins."""

    rows: np.ndarray
    first: np.ndarray

    def families_of(self, school):
        """The rows of one preschool's families."""
        return self.rows[self.first[school] : self.first[school + 1]]


def roster(tables):
    """Worked out anew when a term starts: families change places only in between."""
    families, schools = tables.families, tables.preschools.size
    first = np.zeros(schools + 1, np.int64)
    np.cumsum(np.bincount(families.preschool, minlength=schools), out=first[1:])
    return Roster(np.lexsort((families.who, families.preschool)), first)


def friends_of(tables, row):
    """Rows of the families one family is tied to, and how closely."""
    other, closeness = tables.ties.other[row], tables.ties.closeness[row]
    return other[other >= 0], closeness[other >= 0]

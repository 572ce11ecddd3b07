"""The families of each preschool, in the order of their own numbers, so that nothing hangs on rows."""

import numpy as np


def roster(tables):
    """A list of arrays: the rows of each preschool's families."""
    families = tables.families
    order = np.lexsort((families.who, families.preschool))
    ends = np.cumsum(np.bincount(families.preschool, minlength=tables.preschools.size))
    return np.split(order, ends[:-1])


def friends_of(tables, row):
    """Rows of the families one family is tied to, and how closely."""
    other, closeness = tables.ties.other[row], tables.ties.closeness[row]
    return other[other >= 0], closeness[other >= 0]

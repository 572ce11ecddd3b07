"""What is provided for a whole preschool while its classes pay: what each has to bear, and what comes of it."""

import numpy as np


def share_of_each_class(t):
    """What each class bears of its preschool's hours and money: as much as its share of the children."""
    school_of, children = t.teachers.preschool, t.teachers.children
    return children / np.bincount(school_of, children, t.preschools.size)[school_of]


def as_far_as_all_pay(t, paid):
    """The part that each preschool gets: that of the class which pays least of its share."""
    least = np.ones(t.preschools.size)
    np.minimum.at(least, t.teachers.preschool, paid)
    return least

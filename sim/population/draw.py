"""A place's families, children, teachers, preschools and ties on the first day of week 1."""

from typing import NamedTuple

import numpy as np

from sim.agents.children import Children
from sim.agents.families import Families
from sim.agents.teachers import Attention
from sim.agents.ties import Ties
from sim.population.attributes import draw_attributes, sort_into_fifths
from sim.population.classes import open_classes, open_preschools, seat_families
from sim.population.figures import cuts_of
from sim.population.organisations import open_organisations
from sim.population.skills import draw_children, draw_skills
from sim.population.ties import draw_ties


class First(NamedTuple):
    """The numbers that the first family, class and preschool get."""

    family: int = 0
    room: int = 0
    preschool: int = 0


FIRST = First()


def draw(place, families, seed, numbers, first=FIRST):
    """So many families of a place, in the order of their classes; habits.py fills in culture and habits afterwards.

    Families, classes and preschools are numbered from `first` on; their luck hangs on the number.
    """
    drawn = _families(place, families, seed, numbers, first.family)
    order, sizes, school_of, private = seat_families(drawn, seed, place, numbers.Sorting)
    rows = _seated(drawn, order, sizes, school_of)
    teachers = open_classes(sizes, school_of, seed, numbers.FirstTeachers, first.room)
    preschools = open_preschools(rows, private, first.preschool)
    children = _children(place, rows, preschools, seed, numbers)
    attention = Attention.with_rows(families)
    ties = Ties.with_rows(families)
    draw_ties(ties, rows, teachers, private.size, seed, numbers.FirstTies)
    near = open_organisations(preschools, seed, numbers.Neighbourhood)
    return rows, children, teachers, attention, preschools, ties, *near


def _families(place, families, seed, numbers, first):
    """The families one by one, before they know where they will sit."""
    rows = Families.with_rows(families)
    rows.who[:] = first + np.arange(families)
    draw_attributes(
        rows,
        seed,
        cuts_of(place),
        place.cholesky,
        place.points,
        place.distance,
        numbers.TimePressure,
        numbers.LanguageDistance,
    )
    sort_into_fifths(rows, seed)
    return rows


def _seated(drawn, order, sizes, school_of):
    """The same families in the order of classes, each with its class and preschool."""
    rows = drawn.take(order)
    rows.room[:] = np.repeat(np.arange(sizes.size), sizes)
    rows.preschool[:] = np.repeat(school_of, sizes)
    return rows


def _children(place, rows, preschools, seed, numbers):
    """One child a family."""
    children = Children.with_rows(rows.who.size)
    draw_children(children, rows, seed, place.age_months, numbers.Entrants, numbers.Observers)
    draw_skills(children, rows, preschools, seed, numbers.Growth.potential_variance, numbers.SkillAtEntry)
    return children

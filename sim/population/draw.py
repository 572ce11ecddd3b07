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


class Seats(NamedTuple):
    """Classes in order: how many sit in each, whose preschool it is (a row), and which preschools are private."""

    sizes: np.ndarray
    school_of: np.ndarray
    private: np.ndarray


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
    drawn = families_of(place, first.family + np.arange(families), seed, numbers)
    sort_into_fifths(drawn, seed)
    order, *seats = seat_families(drawn, seed, place, numbers.Sorting)
    seats = Seats(*seats)
    rooms, schools = first.room + np.arange(seats.sizes.size), first.preschool + np.arange(seats.private.size)
    return begin_together(place, seated(drawn.take(order), seats), seats, rooms, schools, seed, numbers)


def begin_together(place, rows, seats, rooms, schools, seed, numbers):
    """All tables, for families in their seats; `rooms` and `schools` are the numbers of classes and preschools."""
    teachers = open_classes(rooms, seats.sizes, seats.school_of, seed, numbers.FirstTeachers)
    preschools = open_preschools(schools, rows, seats.private)
    children = children_of(place, rows, preschools, seed, numbers)
    attention, ties = Attention.with_rows(rows.size), Ties.with_rows(rows.size)
    draw_ties(ties, rows, teachers, schools.size, seed, numbers.FirstTies)
    near = open_organisations(preschools, seed, numbers.Neighbourhood)
    return rows, children, teachers, attention, preschools, ties, *near


def families_of(place, who, seed, numbers):
    """The families of these numbers one by one, before they know where they will sit."""
    rows = Families.with_rows(who.size)
    rows.who[:] = who
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
    return rows


def seated(rows, seats):
    """Families in the order of classes, each now with its class and preschool."""
    rows.room[:] = np.repeat(np.arange(seats.sizes.size), seats.sizes)
    rows.preschool[:] = np.repeat(seats.school_of, seats.sizes)
    return rows


def children_of(place, rows, preschools, seed, numbers):
    """One child a family."""
    children = Children.with_rows(rows.who.size)
    draw_children(children, rows, seed, place.age_months, numbers.Entrants, numbers.Observers)
    draw_skills(children, rows, preschools, seed, numbers.Growth.potential_variance, numbers.SkillAtEntry)
    return children

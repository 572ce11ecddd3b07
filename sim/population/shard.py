"""A place too large to be held at once: everybody is seated first, then its preschools are drawn a few at a time.

Whoever is drawn in a shard is who it would be in the whole: the luck of families, classes and preschools hangs on the numbers
they have there, and fifths, seats and the lowest quarter are those of the whole.
"""

from dataclasses import dataclass

import numpy as np

from sim.core.declare import table
from sim.core.units import code_column, count_column, sd_column
from sim.population.attributes import sort_into_fifths
from sim.population.classes import open_preschools, seat_families
from sim.population.draw import Seats, begin_together, children_of, families_of, seated

AT_A_TIME = 5_000  # families drawn to be seated; the rest of what they are is forgotten until their shard is drawn


@table
class Applicants:
    """Everybody of a large place, with no more than decides on seats and fifths."""

    who = count_column("the family's own number", written_by="population", unit="number")
    ses = sd_column("income and education together", written_by="population")
    fifth = code_column("fifth of SES within the place, 0 poorest to 4", written_by="population")
    language = code_column("what the child speaks at home", written_by="population")
    private = code_column("1 where the family looks for a private preschool", written_by="population")


@dataclass(frozen=True)
class Whole:
    """All families of a place in the order of their classes, and the classes; `place` holds its figures."""

    place: object
    applicants: Applicants
    seats: Seats
    seed: int
    numbers: tuple

    @property
    def preschools(self):
        return self.seats.private.size

    def shard(self, k, shards):
        """All tables of every so manieth preschool from the k-th on: each shard is a cross-section of the whole."""
        schools = np.arange(k, self.preschools, shards)
        rows, seats, rooms = self._seated(schools)
        return begin_together(self.place, rows, seats, rooms, schools, self.seed, self.numbers)

    def lowest_quarter(self, shards):
        """The language at the start that a quarter of all children do not exceed."""
        return float(np.quantile(np.concatenate([self._language(k, shards) for k in range(shards)]), 0.25))

    def _language(self, k, shards):
        schools = np.arange(k, self.preschools, shards)
        rows, seats, _ = self._seated(schools)
        preschools = open_preschools(schools, rows, seats.private)
        return children_of(self.place, rows, preschools, self.seed, self.numbers).skills_at_start[:, 0].copy()

    def _seated(self, schools):
        """The families of some preschools in their seats, and the numbers of their classes in the whole."""
        sizes, school_of, private = self.seats
        there = np.isin(school_of, schools)
        rooms = np.flatnonzero(there)
        seats = Seats(sizes[rooms], np.searchsorted(schools, school_of[rooms]), private[schools])
        applicants = self.applicants[np.repeat(there, sizes)]
        rows = families_of(self.place, applicants.who, self.seed, self.numbers)
        rows.fifth[:] = applicants.fifth
        return seated(rows, seats), seats, rooms


def seat_everybody(place, families, seed, numbers):
    """Seat so many families of a place, a few thousand of them in memory at a time."""
    everybody = Applicants.with_rows(families)
    for first in range(0, families, AT_A_TIME):
        some = families_of(place, np.arange(first, min(first + AT_A_TIME, families)), seed, numbers)
        for name in ("who", "ses", "language", "private"):
            everybody[name][first : first + AT_A_TIME] = some[name]
    sort_into_fifths(everybody, seed)
    order, *seats = seat_families(everybody, seed, place, numbers.Sorting)
    return Whole(place, everybody[order], Seats(*seats), seed, numbers)

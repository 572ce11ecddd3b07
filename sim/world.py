"""The state of one run: its tables, numbers and seed. No behaviour."""

from collections import namedtuple
from dataclasses import dataclass

import numpy as np

from sim.agents.authority import Authority
from sim.agents.children import Children
from sim.agents.committees import Committees
from sim.agents.evaluations import Evaluations
from sim.agents.families import Families
from sim.agents.organisations import Organisations, Partnerships
from sim.agents.preschools import Preschools
from sim.agents.teachers import Attention, Teachers
from sim.agents.ties import Ties
from sim.agents.week import Conditions, Ledger, ThisWeek, Timetable

RECORDED = (
    "families",
    "practice_time",
    "practice_quality",
    "information",
    "misperception",
    "trust",
    "agreement",
    "contact_quality",
    "strain",
    "took_part",
    "language",
    "numeracy",
    "social",
    "self_regulation",
    "creativity",
    "wellbeing",
)
AGENTS = {
    "families": Families,
    "children": Children,
    "teachers": Teachers,
    "attention": Attention,
    "preschools": Preschools,
    "ties": Ties,
    "week": ThisWeek,
    "timetable": Timetable,
    "conditions": Conditions,
    "ledger": Ledger,
    "committees": Committees,
    "authority": Authority,
    "evaluations": Evaluations,
    "organisations": Organisations,
    "partnerships": Partnerships,
}
# Beside the tables of agents: each class's families in the order of their numbers (seats), the term's offers
# (whom, held, meant, asks, due, kept), the calendar among them, and room to work in.
WORK = (
    "seats",
    "whom",
    "held",
    "meant",
    "asks",
    "due",
    "kept",
    "planned_from",
    "taught",
    "values_aimed",
    "said",
    "class_change",
    "weekly",
)

Tables = namedtuple("Tables", [*AGENTS, *WORK])


@dataclass
class World:
    """What one run is made of. `tables` goes into the compiled week as it is."""

    tables: Tables
    numbers: tuple
    seed: int
    week: int = 0
    lowest_quarter: float | None = None  # in a shard: language at the start that a quarter of the whole do not exceed

    def copied(self):
        """The same moment of the same lives, to go on in another way."""
        columns = {name: getattr(self.tables, name).copy() for name in AGENTS}
        work = {name: getattr(self.tables, name).copy() for name in WORK}
        return World(Tables(**columns, **work), self.numbers, self.seed, self.week, self.lowest_quarter)


def new_tables(families, children, teachers, attention, preschools, ties, organisations, partnerships, school_weeks):
    """All tables of a run for a population just drawn, with an empty timetable; `school_weeks` says which of 52 are."""
    n, classes, schools = families.ses.size, teachers.room.size, preschools.number.size
    taught = np.concatenate([[0], np.cumsum(school_weeks)]).astype(np.int64)
    return Tables(
        families=families,
        children=children,
        teachers=teachers,
        attention=attention,
        preschools=preschools,
        ties=ties,
        week=ThisWeek.with_rows(n),
        timetable=Timetable.with_rows(0),
        conditions=Conditions.with_rows(classes),
        ledger=Ledger.with_rows(classes),
        committees=Committees.with_rows(schools),
        authority=Authority.with_rows(1),
        evaluations=Evaluations.with_rows(schools),
        organisations=organisations,
        partnerships=partnerships,
        seats=np.lexsort((families.who, families.room)).astype(
            np.int32
        ),  # whom one meets hangs on who they are, not on rows
        whom=np.zeros((0, n), np.uint8),
        held=np.zeros((0, classes), np.uint64),
        meant=np.zeros((classes, 0), np.uint8),
        asks=np.zeros((classes, 0), np.uint16),
        due=np.zeros((0, 0), np.uint8),
        kept=np.zeros((0, 0), np.uint8),
        planned_from=np.zeros(1, np.int64),
        taught=taught,
        values_aimed=np.zeros((0, 6)),
        said=np.zeros((schools, 8)),
        class_change=np.zeros((classes, 6)),
        weekly=np.zeros((1, 5, len(RECORDED))),
    )

"""Rows of tables as ordinary Python objects, and back: what an agent-based model without tables would hold."""

from types import SimpleNamespace

from sim.world import AGENTS

INTO_TABLES = tuple(name for name in AGENTS if name != "timetable")  # the week changes nothing of the offers that lasts


class Row(list):
    """A list that knows its size as an array does."""

    @property
    def size(self):
        return len(self)


class Grid:
    """A list of lists, asked by (row, column)."""

    def __init__(self, rows):
        self.rows = rows

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    def __getitem__(self, at):
        return self.rows[at[0]][at[1]] if isinstance(at, tuple) else self.rows[at]

    def __setitem__(self, at, value):
        self.rows[at[0]][at[1]] = value


class TurnedGrid(Grid):
    """The same asked by (column, row), so that a row is one family's own list."""

    @classmethod
    def of(cls, rows, columns):
        return cls([[0] * columns for _ in range(rows)])

    @property
    def shape(self):
        return len(self.rows[0]), len(self.rows)

    def __getitem__(self, at):
        return self.rows[at[1]][at[0]]

    def __setitem__(self, at, value):
        self.rows[at[1]][at[0]] = value


def read_row(holder, table, row):
    """The columns of one row become attributes of the holder."""
    for name, value in zip(table.dtype.names, table[row].tolist(), strict=True):
        setattr(holder, name, Row(value) if isinstance(value, list) else value)


def objects_of(table):
    """A plain object a row."""
    objects = Row(SimpleNamespace() for _ in range(table.size))
    for row, holder in enumerate(objects):
        read_row(holder, table, row)
    return objects


def write_rows(objects, table):
    """Back into the table."""
    for name in table.dtype.names:
        table[name][:] = [getattr(holder, name) for holder in objects]

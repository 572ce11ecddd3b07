"""Turn a declaration into something numba can read: a named tuple of numbers, or a table of records."""

import math
from collections import namedtuple
from dataclasses import dataclass

import numpy as np

from sim.core.errors import ScenarioError, unknown


@dataclass(frozen=True)
class Param:
    """One number: its value, unit, the range that is possible, the range that is plausible, and where it comes from."""

    default: float
    unit: str
    low: float
    high: float
    floor: float
    ceiling: float
    source: str
    choices: tuple = ()  # words that stand for 0, 1, 2 …

    def checked(self, name, value):
        """The value as a float, or the error that says what is possible."""
        if self.choices:
            return self._choice(name, value)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise ScenarioError(
                f"{name} = {value!r} is not a number: it is a {self.unit} between {self.floor:g} and {self.ceiling:g}."
            )
        if math.isnan(value) or not self.floor <= value <= self.ceiling:
            raise ScenarioError(
                f"{name} = {value:g} is impossible: a {self.unit} lies between {self.floor:g} and {self.ceiling:g}. "
                f"Plausible here is {self.low:g} to {self.high:g} ({self.source})."
            )
        return float(value)

    def _choice(self, name, value):
        if value in self.choices:
            return float(self.choices.index(value))
        if isinstance(value, float) and value.is_integer() and 0 <= value < len(self.choices):
            return value
        raise unknown(f"choice for {name}", value, self.choices, name)

    def shown(self, value):
        """The value as people write it."""
        return self.choices[int(value)] if self.choices else value

    def plausible(self):
        """The plausible range, or the words to choose from, as people write them."""
        return ", ".join(self.choices) if self.choices else f"{self.low:g} to {self.high:g}"


GIVEN_BY = ("population", "settle", "term")  # not by a phase of the week


@dataclass(frozen=True)
class Column:
    """One property of every row: its unit, what it means, which phase writes it, and how wide it is."""

    unit: str
    dtype: type
    start: float
    meaning: str
    written_by: str
    wide: int = 0  # 0: one value a row; otherwise so many (domains, channels, ties)


def parameters(cls):
    """A class of Params becomes a named tuple of floats: `Trust()` has the defaults, `Trust.but(rise=0.05)` one change."""
    declared = {name: p for name, p in vars(cls).items() if isinstance(p, Param)}
    base = namedtuple(cls.__name__, declared, defaults=[float(p.default) for p in declared.values()])

    def but(kind, **changes):
        for name, value in changes.items():
            if name not in declared:
                known = [f"{kind.title}.{n}" for n in declared]
                raise unknown("number", f"{kind.title}.{name}", known, kind.__module__.replace(".", "/") + ".py")
            changes[name] = declared[name].checked(f"{kind.title}.{name}", value)
        return kind(**changes)

    return _like(cls, base, declared, but=classmethod(but), title=cls.__name__)


class Rows(np.ndarray):
    """A table of records whose columns are read by name, `families.trust`; numpy's own recarray takes far longer.

    A column that was read stays at hand: it looks at the same memory, so it is never out of date. Not where the memory is
    the table's own: the column would hold the table and the table the column, and numpy would never give them back.
    """

    def __getattr__(self, name):
        memory = self.view(np.ndarray)
        try:
            column = memory[name]
        except (IndexError, ValueError) as none:
            raise AttributeError(f"There is no column '{name}'.") from none
        if memory.base is not self:
            self.__dict__[name] = column
        return column

    def copy(self, order="C"):
        """The same rows in memory that is not this table's own, so that its columns may stay at hand."""
        return self.view(np.ndarray).copy(order).view(Rows)

    def take(self, rows, **how):
        """These rows, in memory of that kind too."""
        return self.view(np.ndarray).take(rows, **how).view(Rows)

    def __setattr__(self, name, value):
        if name in (self.dtype.names or ()):
            self.view(np.ndarray)[name] = value
        else:
            super().__setattr__(name, value)


def _place(column):
    """What is given stays together and apart from what each week changes; and wide ones first, which leaves no gaps."""
    return column.written_by not in GIVEN_BY, -np.dtype(column.dtype).itemsize


def table(cls):
    """A class of Columns becomes a table of records, one row an agent: `Families.with_rows(300).trust` is a column.

    Records, not one array a column: a phase hands one row to a rule's caller as a pointer, which compiles in seconds;
    forty columns handed over one by one took minutes, and a microsecond a call.
    """
    declared = {name: c for name, c in vars(cls).items() if isinstance(c, Column)}
    columns = dict(sorted(declared.items(), key=lambda column: _place(column[1])))
    fields = [(name, c.dtype, (c.wide,)) if c.wide else (name, c.dtype) for name, c in columns.items()]
    kind = np.dtype((np.record, np.dtype(fields, align=True)))

    def with_rows(rows):
        first = np.zeros(1, kind)
        for name, column in declared.items():
            first[name] = column.start
        return np.repeat(first, rows).view(Rows)  # a tenth of the time of filling column by column

    starts = {name: column.start for name, column in columns.items()}

    def of(rows):
        """A table of a few rows given as dictionaries; what a row does not say stands at its start."""
        return np.array([tuple((starts | row).values()) for row in rows], kind).view(Rows)

    same = {k: getattr(cls, k) for k in ("__doc__", "__module__", "__qualname__")}
    making = {"with_rows": staticmethod(with_rows), "of": staticmethod(of)}
    return type(cls.__name__, (), same | {"declared": declared, "kind": kind} | making)


def _like(cls, base, declared, **methods):
    """The named tuple under the name of the class that was written, so that it pickles and numba can cache it."""
    same = {k: getattr(cls, k) for k in ("__doc__", "__module__", "__qualname__")}
    return type(cls.__name__, (base,), same | {"__slots__": (), "declared": declared} | methods)

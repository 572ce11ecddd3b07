"""The same settled families in other rows: shuffled, or lived twice over."""

import numpy as np

from sim.world import AGENTS, World

A_FAMILY = ("families", "children", "attention", "ties", "week")
A_CLASS = ("teachers", "conditions", "ledger")
A_NEIGHBOURHOOD = ("organisations", "partnerships")
A_PRESCHOOL = ("preschools", "committees", "evaluations")


def shuffled(world, seed):
    """The world with preschools, their classes and the families of each in another order, luck carried along.

    Classes of a preschool lie together: the week relies on it.
    """
    lot, t = np.random.default_rng(seed), world.tables
    schools = lot.permutation(t.preschools.size)
    classes = np.concatenate([lot.permutation(np.flatnonzero(t.teachers.preschool == school)) for school in schools])
    rows = np.concatenate([_shuffled_class(t.teachers[c], lot) for c in classes])
    tables = _moved(t, rows, classes, np.arange(t.preschools.size))
    return World(tables, world.numbers, world.seed, world.week), rows


def _shuffled_class(teacher, lot):
    return lot.permutation(np.arange(teacher.first, teacher.first + teacher.children))


def twice(world):
    """Two copies of the same preschools side by side: the same people, with the same luck."""
    t = world.tables
    rows, classes, schools = (np.tile(np.arange(table.size), 2) for table in (t.families, t.teachers, t.preschools))
    tables = _moved(t, rows, classes, schools)
    neighbours = {name: getattr(t, name)[np.tile(np.arange(getattr(t, name).size), 2)] for name in A_NEIGHBOURHOOD}
    tables = tables._replace(**neighbours)
    half_f, half_c, half_s = t.families.size, t.teachers.size, t.preschools.size
    tables.families.room[half_f:] += half_c
    tables.families.preschool[half_f:] += half_s
    tables.teachers.preschool[half_c:] += half_s
    for link, rows_of in (("organisation", t.organisations.size), ("preschool", half_s)):
        tables.partnerships[link][t.partnerships.size :] += rows_of
    other = tables.ties.other[half_f:]
    other[other >= 0] += half_f
    return World(tables._replace(seats=_seats(tables)), world.numbers, world.seed, world.week)


def _moved(t, rows, classes, schools):
    """New tables in which row i is the old row rows[i]; what points to a row points to where it is now."""
    now = {name: getattr(t, name).copy() for name in AGENTS}
    for name in A_FAMILY:
        now[name] = now[name][rows]
    for name in A_CLASS:
        now[name] = now[name][classes]
    for name in A_PRESCHOOL:
        now[name] = now[name][schools]
    now["teachers"].first[:] = np.cumsum(now["teachers"].children) - now["teachers"].children
    _point_anew(now, _where_now(rows, t.families.size), _where_now(classes, t.teachers.size))
    n, weeks = rows.size, t.weekly.shape[0]
    moved = t._replace(
        **now,
        whom=np.zeros((0, n), np.uint8),
        due=np.zeros((0, 0), np.uint8),
        kept=np.zeros((0, 0), np.uint8),
        values_aimed=np.zeros((n, 6)),
        said=np.zeros((schools.size, t.said.shape[1])),
        class_change=np.zeros((classes.size, 6)),
        weekly=np.zeros((weeks, *t.weekly.shape[1:])),
    )
    return moved._replace(seats=_seats(moved))


def _where_now(rows, size):
    """For each old row its new one (the first of them, where there are two)."""
    where = np.zeros(size, np.int64)
    where[rows[::-1]] = np.arange(rows.size)[::-1]
    return where


def _point_anew(now, family_at, class_at):
    other = now["ties"].other
    other[:] = np.where(other >= 0, family_at[np.maximum(other, 0)], -1)
    now["families"].room[:] = class_at[now["families"].room]


def _seats(t):
    return np.lexsort((t.families.who, t.families.room)).astype(np.int32)

"""How skills look to those who judge them: a masked tester, the teacher, the parents. One way of seeing for all who ask."""

import numpy as np

from sim.core.chance import Ask
from sim.core.luck_of_rows import normals_of
from sim.rules.observers import rated_by_parent, rated_by_teacher, spread_of_ratings, tested

RATED_FIRST = -1  # the occasion of the rating in week 1
SEEN_BY = ("true", "tester", "teacher", "parent")


def as_seen(world, domain, observer):
    """Each child's skill in a domain now, as an observer sees it, in SD (families,); ratings in SD of such ratings."""
    t, p = world.tables, world.numbers.Observers
    skill = t.children.skills[:, domain]
    if observer == "true":
        return skill
    occasion = world.week * 100 + 10 * SEEN_BY.index(observer) + int(domain)
    error = normals_of(t.families.who, world.seed, Ask.MEASUREMENT, occasion)
    took_part = t.families.worked_together == 1
    if observer == "tester":
        return tested(skill, error, p)
    if observer == "teacher":
        rating = rated_by_teacher(skill, t.children.halo_teacher, t.attention.trust, took_part, error, p)
        return rating / spread_of_ratings(p.teacher_halo, p.teacher_error)
    rating = rated_by_parent(skill, t.children.halo_parent, took_part, error, p)
    return rating / spread_of_ratings(p.parent_halo, p.parent_error)


def rated_at_the_start(world):
    """Language as teachers rate it in week 1, before they know the families: who is in the lowest quarter then stays in it."""
    t, p = world.tables, world.numbers.Observers
    error = normals_of(t.families.who, world.seed, Ask.MEASUREMENT, RATED_FIRST)
    return rated_by_teacher(t.children.skills_at_start[:, 0], t.children.halo_teacher, p.typical_trust, 0, error, p)


def ratings_of_teachers(world):
    """All domains as teachers rate them now, (families, 6)."""
    return np.column_stack([as_seen(world, d, "teacher") for d in range(world.tables.children.skills.shape[1])])

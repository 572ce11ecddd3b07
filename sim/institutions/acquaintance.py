"""How parents of one preschool who meet outside their class get to know one another (§5.3)."""

import numpy as np

from sim.core.chance import Ask, chance
from sim.rules.ties import chance_of_a_new_tie, closeness_after_meeting, likeness


def meet_one_another(world, i, j, occasion):
    """One family draws closer to another that it knows, or may get to know it."""
    t, p = world.tables, world.numbers.TieChange
    f, ties = t.families, t.ties
    if i == j:
        return
    at = np.flatnonzero(ties.other[i] == j)
    if at.size:
        ties.closeness[i, at[0]] = closeness_after_meeting(ties.closeness[i, at[0]], p)
        return
    free = np.flatnonzero(ties.other[i] < 0)
    alike = likeness(f.ses[i], f.ses[j], bool(f.language[i] == f.language[j]), p)
    lot = chance(world.seed, int(Ask.MEMBERS_MEET), int(f.who[i]), 1_000_000 * occasion + int(f.who[j]))
    if free.size and lot < chance_of_a_new_tie(alike, p):
        ties.other[i, free[-1]] = j
        ties.closeness[i, free[-1]] = p.closeness_of_new

"""Outside the week: parents of one preschool who meet outside their class get to know one another (§5.3)."""

from sim.core.chance import Ask, chance
from sim.core.compiled import loop, step
from sim.rules.ties import chance_of_a_new_tie, closeness_after_meeting, likeness


@loop
def meet_one_another(families, ties, numbers, seed, ones, others, occasion):
    """One after the other, each of `ones` meets whom `others` names."""
    for k in range(ones.size):
        if ones[k] != others[k]:
            meet_another(families, ties[ones[k]], numbers[0].TieChange, seed, ones[k], others[k], occasion)


@step
def meet_another(families, known, p, seed, i, j, occasion):
    """One family draws closer to another that it knows, or may get to know it."""
    free = -1
    for s in range(known.other.size):
        if known.other[s] == j:
            known.closeness[s] = closeness_after_meeting(float(known.closeness[s]), p)
            return
        if known.other[s] < 0:
            free = s
    alike = likeness(families[i].ses, families[j].ses, families[i].language == families[j].language, p)
    lot = chance(seed, Ask.MEMBERS_MEET, families[i].who, 1_000_000 * occasion + families[j].who)
    if free >= 0 and lot < chance_of_a_new_tie(alike, p):
        known.other[free] = j
        known.closeness[free] = p.closeness_of_new

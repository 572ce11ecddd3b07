"""What is measured on parents' ties: who is tied to people like itself, whom a committee's members reach (§4.3, §5.3)."""

import numpy as np

from sim.core.outcome import outcome

MEMBER = 1  # code of families.office


def _ends(world):
    """Both ends of every tie, as rows of families."""
    other = world.tables.ties.other
    tied = other >= 0
    return np.nonzero(tied)[0], other[tied]


# The two coefficients are those of networkx (a test compares them); a graph of every run would cost more than its year.
@outcome(unit="correlation", better="lower", of="place")
def mixing_by_ses(world):
    """How far tied families are alike in income and education: 1 only with equals, 0 as chance would have it."""
    one, other = _ends(world)
    ses = world.tables.families.ses
    a, b = ses[one], ses[other]
    if a.size < 2 or a.std() == 0.0 or b.std() == 0.0:
        return 0.0
    return float(np.corrcoef(a, b)[0, 1])


@outcome(unit="assortativity", better="lower", of="place")
def mixing_by_language(world):
    """How far families are tied to families of their language: 1 only to these, 0 as chance would have it."""
    one, other = _ends(world)
    speaks = (world.tables.families.language > 0).astype(np.int64)
    if not one.size:
        return 0.0
    share = np.bincount(2 * speaks[one] + speaks[other], minlength=4).reshape(2, 2) / one.size
    by_chance = float(share.sum(axis=1) @ share.sum(axis=0))
    return (float(np.trace(share)) - by_chance) / (1.0 - by_chance) if by_chance < 1.0 else 0.0


@outcome(unit="share", better="higher")
def near_a_committee(world):
    """Share of families that sit on a parent committee or are tied to a family that does."""
    member = world.tables.families.office == MEMBER
    one, other = _ends(world)
    near = member.copy()
    near[one[member[other]]] = True
    near[other[member[one]]] = True
    return near.astype(float)

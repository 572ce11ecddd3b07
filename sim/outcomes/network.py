"""What is measured on parents' ties: who is tied to people like itself, whom a committee's members reach (§4.3, §5.3)."""

import numpy as np

from sim.core.outcome import Sums, outcome

MEMBER = 1  # code of families.office


def _ends(world):
    """Both ends of every tie, as rows of families."""
    other = world.tables.ties.other
    slots = other.ravel()
    tied = np.flatnonzero(slots >= 0)
    return tied // other.shape[1], slots[tied]


def _moments(world, _):
    """Number, sums, squares and products of SES at both ends of ties."""
    one, other = _ends(world)
    ses = world.tables.families.ses.astype(float)
    a, b = ses[one], ses[other]
    return np.array([a.size, a.sum(), b.sum(), a @ a, b @ b, a @ b])


def _correlation(moments):
    n, a, b, aa, bb, ab = moments
    spread = (n * aa - a * a) * (n * bb - b * b)
    return float((n * ab - a * b) / np.sqrt(spread)) if n >= 2 and spread > 0.0 else 0.0


def _ties_between(world, _):
    """Ties by the language of either end."""
    one, other = _ends(world)
    speaks = (world.tables.families.language > 0).astype(np.int64)
    return np.bincount(2 * speaks[one] + speaks[other], minlength=4)


def _assortativity(ties):
    if not ties.sum():
        return 0.0
    share = ties.reshape(2, 2) / ties.sum()
    by_chance = float(share.sum(axis=1) @ share.sum(axis=0))
    return (float(np.trace(share)) - by_chance) / (1.0 - by_chance) if by_chance < 1.0 else 0.0


# The two coefficients are those of networkx (a test compares them); a graph of every run would cost more than its year.
@outcome(unit="correlation", better="lower", of="place", sums=Sums(_moments, _correlation))
def mixing_by_ses(world):
    """How far tied families are alike in income and education: 1 only with equals, 0 as chance would have it."""
    one, other = _ends(world)
    ses = world.tables.families.ses
    if one.size < 2:
        return 0.0
    a, b = (ses[end] - ses[end].mean() for end in (one, other))
    spread = (a @ a) * (b @ b)
    return float(a @ b / np.sqrt(spread)) if spread > 0.0 else 0.0


@outcome(unit="assortativity", better="lower", of="place", sums=Sums(_ties_between, _assortativity))
def mixing_by_language(world):
    """How far families are tied to families of their language: 1 only to these, 0 as chance would have it."""
    return _assortativity(_ties_between(world, None))


@outcome(unit="share", better="higher")
def near_a_committee(world):
    """Share of families that sit on a parent committee or are tied to a family that does."""
    member = world.tables.families.office == MEMBER
    one, other = _ends(world)
    near = member.copy()
    near[one[member[other]]] = True
    near[other[member[one]]] = True
    return near.astype(float)

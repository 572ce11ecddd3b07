"""Outside the week: what each committee's members vote to spend their fund on (§4.3)."""

import numpy as np

from sim.core.compiled import loop, step
from sim.rules.committee import spoken_for
from sim.rules.committee_fund import misses_books, misses_company, misses_insight, misses_language
from sim.week.committee import members_of

KINDS = 4  # books, evenings, activities, interpreters


@loop
def vote(families, ties, numbers, rows, first, most):
    """For each preschool what most members miss most, its place in the list of kinds; each speaks for friends, too."""
    missed, own = np.empty(KINDS), np.empty(KINDS)
    votes = np.empty(KINDS, np.int64)
    for school in range(most.size):
        votes[:] = 0
        for i in members_of(families, rows[first[school] : first[school + 1]]):
            votes[_missed_most(families, ties, i, missed, own, numbers[0])] += 1
        most[school] = np.argmax(votes)


@step
def _missed_most(families, ties, i, missed, own, p):
    friends = 0
    missed[:] = 0.0
    for other in ties[i].other:
        if other >= 0:
            friends += 1
            _misses(families[other], ties[other], own)
            for k in range(KINDS):
                missed[k] += own[k]
    _misses(families[i], ties[i], own)
    for k in range(KINDS):
        missed[k] = spoken_for(own[k], missed[k] / friends, p.Committee) if friends else own[k]
    return np.argmax(missed)


@step
def _misses(f, ties, own):
    """How much one family misses of each kind."""
    known = 0
    for other in ties.other:
        known += 1 if other >= 0 else 0
    own[0] = misses_books(f.ses, f.materials)
    own[1] = misses_company(float(known), float(ties.other.size))
    own[2] = misses_insight(f.information)
    own[3] = misses_language(f.distance, float(f.help))

"""Ties between parents form and strengthen when they meet, and fade (N01, N08)."""

import math

from sim.core.compiled import rule
from sim.core.declare import parameters
from sim.core.units import count, per_contact, per_week, share, weight
from sim.rules.reconsidering import pace_of_a_month


@parameters
class TieChange:
    """How ties grow and fade."""

    closer = per_contact(0.10, low=0.02, high=0.3, source="assumed")
    fading = per_week(0.004, low=0.001, high=0.02, source="assumed: half in three years")
    new = share(0.15, low=0.02, high=0.4, source="fitted: N01; evenings add .23 SD of parents known; alike in all else")
    closeness_of_new = share(0.20, low=0.05, high=0.5, source="assumed")
    talks_at_an_evening = count(4.0, low=1, high=8, source="fitted: N01; others at a family's table")
    alike = weight(0.50, low=0.1, high=1.5, source="N08: sign only")
    forgotten = share(0.02, low=0.0, high=0.1, source="assumed: a tie below this is no tie")


@rule
def likeness(ses, others_ses, same_language, p):
    """How much alike two families are: 1 for the same means and language."""
    gap = abs(ses - others_ses) + (0.0 if same_language else 1.0)
    return math.exp(-p.alike * gap)


@rule
def closeness_after_meeting(closeness, p):
    """Meeting brings closer."""
    return closeness + p.closer * (1.0 - closeness)


@rule
def closeness_after_a_month(closeness, p):
    """A tie fades, and one that has faded far is forgotten."""
    left = closeness * (1.0 - pace_of_a_month(p.fading))
    return left if left >= p.forgotten else 0.0


@rule
def chance_of_a_new_tie(likeness, p):
    """Parents who meet get to know one another, sooner when alike."""
    return p.new * likeness

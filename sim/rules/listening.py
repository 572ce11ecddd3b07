"""Meetings that ask as well as tell (§5.1, §5.2)."""

from sim.core.compiled import rule
from sim.core.declare import parameters
from sim.core.units import share, weight


@parameters
class Listening:
    """What changes when parents are asked and heard, at listening 1."""

    warmth = share(0.15, low=0.0, high=0.3, source="assumed; C19: the quality of contact makes trust, not its count")
    hearing = weight(3.0, low=0.0, high=6.0, source="assumed: half of what a talk tells the teacher of the child")
    voice = share(0.25, low=0.0, high=0.5, source="assumed: what parents say reaches the preschool's goals (§5.2)")


@rule
def warmth_when_heard(warmth, listening, p):
    """A meeting feels better to who is listened to."""
    return min(1.0, warmth + p.warmth * listening)


@rule
def hearing_when_asked(share_closed, listening, p):
    """Who asks learns more of the child at home."""
    return min(1.0, share_closed * (1.0 + p.hearing * listening))


@rule
def voice_of_parents(ordinary, listening, p):
    """How far goals follow what parents say: a little at a meeting that tells, more at one that listens."""
    return ordinary + p.voice * listening

"""How readily parents speak up to the preschool, and what is lost where they do not (§4.1)."""

from sim.core.compiled import rule
from sim.core.declare import parameters
from sim.core.units import share


@parameters
class SpeakingUp:
    """A culture's deference, and how people differ within it."""

    person_sd = share(0.15, low=0.0, high=0.3, source="assumed")
    ordinary = share(
        0.70, low=0.5, high=0.9, source="assumed: at which a contact tells the teacher what it usually does"
    )


@rule
def speaks_its_mind(deference, personal, p):
    """The more a culture defers to the school, the less readily a family says what it thinks; people differ."""
    return min(1.0, max(0.05, 1.0 - deference + p.person_sd * personal))


@rule
def heard_from(share_closed, outspoken, p):
    """A contact tells the teacher as much of the child at home as parents say."""
    return min(1.0, share_closed * outspoken / p.ordinary)

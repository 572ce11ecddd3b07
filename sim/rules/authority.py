"""What law asks for: as far as it can be kept, and how it is done when it is inspected (§4.2)."""

from sim.core.declare import parameters
from sim.core.units import minutes, share, weight


@parameters
class Authority:
    """Inspection, feedback, and what making rules together takes."""

    for_the_file = share(
        0.40, low=0.1, high=0.7, source="assumed: how much shorter a contact is cut that inspection must find on file"
    )
    answering = weight(
        0.30, low=0.0, high=1.0, source="assumed: how much longer a meeting is in which all that is said is answered"
    )
    turns_a_term = share(
        0.50, low=0.1, high=1.0, source="assumed: how far preschools turn to another emphasis of the policy in a term"
    )
    writing_rules = minutes(
        240, low=60, high=900, source="assumed: a class's share of writing rights and duties down, a year"
    )
    consulting = minutes(
        120, low=30, high=600, source="assumed: a class's share of hearings with the authority, a year"
    )


def shortest_for_the_file(shortest, inspection, p):
    """What is inspected is kept rather than cancelled, and cut shorter for it."""
    return shortest * (1.0 - p.for_the_file * inspection)


def asked_after_consultation(weight, can_be_kept):
    """Schools that are heard bring mandates down towards the share that they can keep."""
    return 1.0 - weight * (1.0 - can_be_kept)


def longer_when_answered(minutes, feedback, p):
    """A meeting at which the preschool must answer what parents say takes longer."""
    return minutes * (1.0 + p.answering * feedback)

"""People think again about once a month, each class in a week of its own."""

from sim.core.compiled import rule
from sim.core.kinds import ROUND


@rule
def thinks_again(room, week):
    """Every fourth week the adults of a class, parents and teacher, weigh anew what they do and what they hold to be right."""
    return (room + week) % ROUND == 0


@rule
def pace_of_a_month(pace):
    """Four weekly steps towards one aim, taken at once: 1 − (1 − pace)⁴, so that a pace of 1 stays 1."""
    left = (1.0 - pace) * (1.0 - pace)
    return 1.0 - left * left

"""People think again about once a month, each family in a week of its own."""

from sim.core.compiled import rule


@rule
def thinks_again(who, week):
    """Every fourth week a family, and its teacher about it, weighs anew what to do; in which one hangs on the family."""
    return (who + week) & 3 == 0


@rule
def pace_of_a_month(pace):
    """Four weekly steps towards one aim, taken at once: 1 − (1 − pace)⁴, so that a pace of 1 stays 1."""
    left = (1.0 - pace) * (1.0 - pace)
    return 1.0 - left * left

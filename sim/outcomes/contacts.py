"""What is measured on contacts between families and preschool: how many, by channel, and how evenly."""

from sim.core.kinds import Channel
from sim.core.outcome import Outcome, outcome
from sim.outcomes.by_domain import rich_and_poor, richest_less_poorest

WRITTEN = (Channel.NOTE, Channel.EXCHANGE, Channel.MESSAGE, Channel.LIBRARY)  # they arrive without anybody meeting

OFTEN = 6  # times a year


def _by_channel(channel):
    def this_year(world):
        return world.tables.families.joined[:, channel].astype(float)

    name = channel.name.lower()
    sentence = f"Times this year that a family took part in or received: {name.replace('_', ' ')}."
    return Outcome(
        f"contacts_{name}", "contacts a year", "higher", sentence, "families", ("true",), "assumed", this_year
    )


CONTACTS = tuple(_by_channel(channel) for channel in Channel)


@outcome(unit="contacts a year", better="higher")
def contacts(world):
    """Times this year that a family met the preschool or a visitor, written contacts not counted."""
    met = [channel for channel in Channel if channel not in WRITTEN]
    return world.tables.families.joined[:, met].sum(axis=1).astype(float)


@outcome(unit="share", better="higher")
def reach(world):
    """Share of families that met the preschool or a visitor at least six times this year."""
    return (contacts.measure(world) >= OFTEN).astype(float)


@outcome(unit="share", better="higher")
def programme_reach(world):
    """Share of families that took part in or received, at least once since week 1, what is not routine."""
    return (world.tables.families.programme_joined > 0).astype(float)


@outcome(unit="contacts a year", better="lower", of="place", sums=rich_and_poor(contacts.measure))
def gap_in_reach(world):
    """Meetings of a family with the preschool this year, in the richest fifth less in the poorest."""
    return richest_less_poorest(world, contacts.measure(world))

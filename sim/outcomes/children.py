"""What is measured on children: skills by observer."""

from sim.core.kinds import Domain
from sim.core.outcome import outcome
from sim.observing import SEEN_BY, as_seen


@outcome(unit="SD", better="higher", observers=SEEN_BY)
def language(world, observer):
    """Language of the children, in SD around the norm for their age."""
    return as_seen(world, Domain.LANGUAGE, observer)


@outcome(unit="SD", better="higher", observers=SEEN_BY)
def numeracy(world, observer):
    """Early mathematics of the children, in SD around the norm for their age."""
    return as_seen(world, Domain.NUMERACY, observer)


@outcome(unit="SD", better="higher", observers=SEEN_BY)
def social(world, observer):
    """Getting on with others and taking responsibility, in SD around the norm for their age."""
    return as_seen(world, Domain.SOCIAL, observer)


@outcome(unit="SD", better="higher", observers=SEEN_BY)
def self_regulation(world, observer):
    """Attention and self-control, in SD around the norm for their age."""
    return as_seen(world, Domain.SELF_REGULATION, observer)


@outcome(unit="SD", better="higher", observers=SEEN_BY)
def creativity(world, observer):
    """Creativity, in SD around the norm for their age."""
    return as_seen(world, Domain.CREATIVITY, observer)


@outcome(unit="SD", better="higher", observers=SEEN_BY)
def wellbeing(world, observer):
    """Health, confidence and adaptability, in SD around the norm for their age."""
    return as_seen(world, Domain.WELLBEING, observer)

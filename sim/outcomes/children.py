"""What is measured on children: skills by observer."""

import numpy as np

from sim.core.chance import Ask
from sim.core.kinds import Domain
from sim.core.luck_of_rows import normals_of
from sim.core.outcome import outcome

SEEN_BY = ("true", "tester", "teacher", "parent")


def _skill(world, domain, observer):
    """Skill as an observer sees it; ratings in SD of such ratings."""
    t, p = world.tables, world.numbers.Observers
    skill = t.children.skills[:, domain]
    if observer == "true":
        return skill
    place = SEEN_BY.index(observer)
    error = normals_of(t.families.who, world.seed, Ask.MEASUREMENT, world.week * 100 + 10 * place + int(domain))
    if observer == "tester":
        return skill + p.tester_error * error
    if observer == "teacher":
        relation = p.relation * (t.attention.trust - p.typical_trust)
        spread = np.sqrt(1.0 + p.teacher_halo**2 + p.teacher_error**2)
        return (skill + t.children.halo_teacher + relation + p.teacher_error * error) / spread
    return (skill + t.children.halo_parent + p.parent_error * error) / np.sqrt(
        1.0 + p.parent_halo**2 + p.parent_error**2
    )


@outcome(unit="SD", better="higher", observers=SEEN_BY)
def language(world, observer):
    """Language of the children, in SD around the norm for their age."""
    return _skill(world, Domain.LANGUAGE, observer)


@outcome(unit="SD", better="higher", observers=SEEN_BY)
def numeracy(world, observer):
    """Early mathematics of the children, in SD around the norm for their age."""
    return _skill(world, Domain.NUMERACY, observer)


@outcome(unit="SD", better="higher", observers=SEEN_BY)
def social(world, observer):
    """Getting on with others and taking responsibility, in SD around the norm for their age."""
    return _skill(world, Domain.SOCIAL, observer)


@outcome(unit="SD", better="higher", observers=SEEN_BY)
def self_regulation(world, observer):
    """Attention and self-control, in SD around the norm for their age."""
    return _skill(world, Domain.SELF_REGULATION, observer)


@outcome(unit="SD", better="higher", observers=SEEN_BY)
def creativity(world, observer):
    """Creativity, in SD around the norm for their age."""
    return _skill(world, Domain.CREATIVITY, observer)


@outcome(unit="SD", better="higher", observers=SEEN_BY)
def wellbeing(world, observer):
    """Health, confidence and adaptability, in SD around the norm for their age."""
    return _skill(world, Domain.WELLBEING, observer)

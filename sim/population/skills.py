"""Where each child would settle, and where it is at week 1."""

import math

import numpy as np

from sim.core.chance import Ask, life, luck, normal_luck
from sim.core.compiled import loop, rule
from sim.core.declare import parameters
from sim.core.kinds import Domain
from sim.core.units import count, sd, share

_RATED = "S03 and S04 over 2.8 SD of SES, times root 3.2 because a rating is part skill"


@parameters
class SkillAtEntry:
    """How skills at entry hang on means, on the preschool's families, on the preschool, and on one another."""

    language_own = sd(
        0.34, low=0.30, high=0.38, source="S09: gap within schools .944 over 2.8 SD of SES; S01 with the context"
    )
    language_context = sd(0.34, low=0.25, high=0.45, source="S01 less S09, with a quarter of SES between schools; T10")
    numeracy_own = sd(
        0.36, low=0.31, high=0.41, source="S02: gap 1.25 over 2.8 SD of SES, four fifths of it within schools"
    )
    numeracy_context = sd(0.36, low=0.25, high=0.50, source="S02: the rest; assumed like language")
    social_own = sd(0.30, low=0.20, high=0.40, source=_RATED)
    social_context = sd(0.12, low=0.0, high=0.25, source="assumed: a third of the weight it has in language")
    self_regulation_own = sd(0.22, low=0.15, high=0.35, source=_RATED)
    self_regulation_context = sd(0.12, low=0.0, high=0.25, source="assumed: a third of the weight it has in language")
    creativity_own = sd(0.22, low=0.10, high=0.35, source="assumed like self-regulation")
    creativity_context = sd(0.12, low=0.0, high=0.25, source="assumed like self-regulation")
    wellbeing_own = sd(0.22, low=0.10, high=0.35, source="assumed like self-regulation")
    wellbeing_context = sd(0.12, low=0.0, high=0.25, source="assumed like self-regulation")
    ses_between = share(
        0.25, low=0.20, high=0.30, source="fitted: what sorting leaves between preschools, SII .21, STAR .30"
    )
    preschool_effect = sd(
        0.25, low=0.15, high=0.35, source="T10: share between schools .23 less what their families explain"
    )
    general = share(
        0.55, low=0.40, high=0.65, source="assumed: other domains correlate about .4; ECLS-K:2011 .25 to .62"
    )
    academic = share(0.60, low=0.50, high=0.70, source="fitted: language with numeracy .75, ECLS-K:2011")


@parameters
class Entrants:
    """Age and sex of the children of one entry class."""

    ages_within = count(
        12.0, low=9.0, high=14.0, source="assumed: months of birthdays in one entry class, evenly spread"
    )
    girls = share(0.488, low=0.47, high=0.50, source="fitted: ECLS-K:2011")


@rule
def settled_skill(ses, mean_ses, effect, own, context):
    """A skill settles by the family's means, those of the preschool's families, and what the preschool itself does."""
    return own * ses + context * mean_ses + effect


@rule
def spread_left(own, context, variance, p):
    """The SD that is left when means and preschool are known, so that settled skill varies as much as it should."""
    families = own * own + (2.0 * own * context + context * context) * p.ses_between
    return math.sqrt(max(variance - families - p.preschool_effect * p.preschool_effect, 0.0))


@rule
def shared_deviate(general, academic, own, domain, p):
    """A deviate of one domain: a part all domains share, a part language and numeracy share, and its own."""
    school = p.academic if domain <= Domain.NUMERACY else 0.0
    alone = math.sqrt(max(1.0 - p.general * p.general - school * school, 0.0))
    return p.general * general + school * academic + alone * own


@loop
def _own_weights(p):
    return np.array(
        [p.language_own, p.numeracy_own, p.social_own, p.self_regulation_own, p.creativity_own, p.wellbeing_own]
    )


@loop
def _context_weights(p):
    return np.array(
        [
            p.language_context,
            p.numeracy_context,
            p.social_context,
            p.self_regulation_context,
            p.creativity_context,
            p.wellbeing_context,
        ]
    )


@loop
def _deviates(into, mine, ask, first, p):
    """Deviates of all domains from one life; the same question is used from occasion `first` on."""
    general, academic = normal_luck(mine, ask, first), normal_luck(mine, ask, first + 1)
    for d in range(into.size):
        into[d] = shared_deviate(general, academic, normal_luck(mine, ask, first + 2 + d), d, p)


@loop
def _preschool_effects(preschools, seed, domains, p):
    effects = np.empty((preschools.number.size, domains))
    for s in range(preschools.number.size):
        _deviates(effects[s], life(seed, preschools.number[s]), Ask.PRESCHOOL_EFFECT, 0, p)
    return effects * p.preschool_effect


@loop
def draw_skills(children, families, preschools, seed, variance, p):
    """Potential from means, preschool and what is left; skill at week 1 lies around it."""
    domains = children.potential.shape[1]
    own, context = _own_weights(p), _context_weights(p)
    effects = _preschool_effects(preschools, seed, domains, p)
    left, now = np.empty(domains), np.empty(domains)
    for i in range(families.who.size):
        mine, s = life(seed, families.who[i]), families.preschool[i]
        _deviates(left, mine, Ask.SKILL_AT_ENTRY, 0, p)
        _deviates(now, mine, Ask.SKILL_AT_ENTRY, domains + 2, p)
        for d in range(domains):
            settled = settled_skill(families.ses[i], preschools.mean_ses[s], effects[s, d], own[d], context[d])
            children.potential[i, d] = settled + spread_left(own[d], context[d], variance, p) * left[d]
            children.skills_at_start[i, d] = children.potential[i, d] + math.sqrt(1.0 - variance) * now[d]
            children.skills[i, d] = children.skills_at_start[i, d]


@loop
def draw_children(children, families, seed, age_months, p, observers):
    """Age within one entry class, sex, and how teacher and parent see the child whatever its skill."""
    for i in range(families.who.size):
        mine = life(seed, families.who[i])
        children.age[i] = age_months + p.ages_within * (luck(mine, Ask.AGE, 0) - 0.5)
        children.girl[i] = 1 if luck(mine, Ask.SEX, 0) < p.girls else 0
        children.halo_teacher[i] = observers.teacher_halo * normal_luck(mine, Ask.HALO, 0)
        children.halo_parent[i] = observers.parent_halo * normal_luck(mine, Ask.HALO, 1)

"""Lasting habits of families, teachers and preschools before week 1: culture, and what is personal (§4.1)."""

import math

import numpy as np

from sim.core.chance import Ask, life, luck, normal_luck
from sim.core.compiled import loop, rule
from sim.core.kinds import DOMAINS
from sim.rules.fitting import way_that_suits
from sim.rules.speaking_up import speaks_its_mind


@rule
def within(value, low, high):
    """Kept between two bounds."""
    return min(high, max(low, value))


@rule
def tilted_to_school_subjects(domain, academic):
    """A weight for one of six domains: language and numeracy share the academic weight, the other four the rest."""
    return academic / 2.0 if domain < 2 else (1.0 - academic) / 4.0


def settle_habits(tables, culture, seed, numbers):
    """Fill what culture and person give. The same luck under another culture gives the same people otherwise brought up."""
    academic, deference = float(culture.academic_weight), float(culture.deference)
    draw_habits(tables.families, tables.attention, float(culture.entrusting), academic, deference, seed, numbers)


def goals_of(policy):
    """What preschools stand for that go wholly by the policy, (6,)."""
    return np.array(
        [tilted_to_school_subjects(domain, float(policy.academic_emphasis)) for domain in range(len(DOMAINS))]
    )


@loop
def draw_habits(families, attention, entrusting, academic, deference, seed, numbers):
    p = numbers[0]
    for i in range(families.size):
        f, a = families[i], attention[i]
        mine = life(seed, f.who)
        _person(f, a, mine, p)
        f.outspoken = speaks_its_mind(deference, normal_luck(mine, Ask.OUTSPOKEN, 0), p.SpeakingUp)
        f.approach = way_that_suits(luck(mine, Ask.APPROACH, 0), f.distance, p.Approach)
        _role(f, a, mine, entrusting, p.Responsibility)
        _values(f.values_at_start, mine, academic, p.Goals)


@loop
def _person(f, a, mine, p):
    """Propensity, a habit of information and trust, expectations, quality of practice, the family's turn."""
    f.propensity = normal_luck(mine, Ask.PROPENSITY, 0)
    habit = p.Information.habit + p.Information.habit_sd * normal_luck(mine, Ask.INFORMATION_HABIT, 0)
    f.information_habit = within(habit, 0.02, 0.95)
    f.trust_habit = p.Trust.person_sd * normal_luck(mine, Ask.TRUST_HABIT, 0)
    usual = -p.Information.expected_bias - p.Information.expected_distance * f.distance
    f.expected = math.exp(usual + p.Information.expected_sd * normal_luck(mine, Ask.EXPECTATION, 0))
    a.expected = math.exp(usual + p.Information.expected_sd * normal_luck(mine, Ask.EXPECTATION, 1))
    own = p.HomePractice.ses
    rest = math.sqrt(1.0 - own * own)
    for s in range(f.quality_at_start.size):
        shared = 0.8 * normal_luck(mine, Ask.VALUES, 10) + 0.6 * normal_luck(mine, Ask.VALUES, 11 + s)
        f.quality_at_start[s] = own * f.ses + rest * shared
    f.stagger = luck(mine, Ask.STAGGER, 0)


@loop
def _role(f, a, mine, entrusting, p):
    """Some families entrust all to the school; the others hold themselves responsible for about half."""
    personal = p.person_sd * normal_luck(mine, Ask.CULTURE, 1)
    entrusts = luck(mine, Ask.CULTURE, 0) < entrusting
    f.role_at_start = within((p.entrusting if entrusts else p.ordinary) + personal, 0.1, 0.95)
    a.responsibility_at_start = p.teacher_for_entrusting if entrusts else p.teacher


@loop
def _values(values, mine, academic, p):
    """Six weights that add to one: what the culture values, and each family's own view."""
    total = 0.0
    for d in range(values.size):
        own = 1.0 + p.values_spread * normal_luck(mine, Ask.VALUES, d)
        values[d] = tilted_to_school_subjects(d, academic) * max(0.05, own)
        total += values[d]
    for d in range(values.size):
        values[d] /= total

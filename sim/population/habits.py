"""Lasting habits of families, teachers and preschools before week 1: culture, and what is personal (§4.1)."""

from sim.core.chance import Ask, life, luck, normal_luck
from sim.core.compiled import loop, rule


@rule
def within(value, low, high):
    """Kept between two bounds."""
    return min(high, max(low, value))


@rule
def tilted_to_school_subjects(domain, academic):
    """A weight for one of six domains: language and numeracy share the academic weight, the other four the rest."""
    return academic / 2.0 if domain < 2 else (1.0 - academic) / 4.0


def settle_habits(tables, culture, policy, seed, numbers):
    """Fill what culture and person give. The same luck under another culture gives the same people otherwise brought up."""
    draw_habits(tables, float(culture.entrusting), float(culture.academic_weight), seed, numbers)
    draw_goals(tables, float(policy.academic_emphasis))


@loop
def draw_habits(t, entrusting, academic, seed, p):
    for i in range(t.families.ses.size):
        mine = life(seed, t.families.who[i])
        _person(t, p, i, mine)
        _role(t, p, i, mine, entrusting)
        _values(t, p, i, mine, academic)


@loop
def _person(t, p, i, mine):
    """Propensity, a habit of information and trust, expectations, quality of practice, the family's turn."""
    f = t.families
    f.propensity[i] = normal_luck(mine, Ask.PROPENSITY, 0)
    habit = p.Information.habit + p.Information.habit_sd * normal_luck(mine, Ask.INFORMATION_HABIT, 0)
    f.information_habit[i] = within(habit, 0.02, 0.95)
    f.trust_habit[i] = p.Trust.person_sd * normal_luck(mine, Ask.TRUST_HABIT, 0)
    usual = -p.Information.expected_bias - p.Information.expected_distance * f.distance[i]
    f.expectation[i] = usual + p.Information.expected_sd * normal_luck(mine, Ask.EXPECTATION, 0)
    t.attention.expectation[i] = usual + p.Information.expected_sd * normal_luck(mine, Ask.EXPECTATION, 1)
    own = p.HomePractice.ses
    rest = (1.0 - own * own) ** 0.5
    for s in range(f.quality_at_start.shape[1]):
        shared = 0.8 * normal_luck(mine, Ask.VALUES, 10) + 0.6 * normal_luck(mine, Ask.VALUES, 11 + s)
        f.quality_at_start[i, s] = own * f.ses[i] + rest * shared
    f.stagger[i] = luck(mine, Ask.STAGGER, 0)


@loop
def _role(t, p, i, mine, entrusting):
    """Some families entrust all to the school; the others hold themselves responsible for about half."""
    f, numbers = t.families, p.Responsibility
    personal = numbers.person_sd * normal_luck(mine, Ask.CULTURE, 1)
    entrusts = luck(mine, Ask.CULTURE, 0) < entrusting
    usual = numbers.entrusting if entrusts else numbers.ordinary
    f.role_at_start[i] = within(usual + personal, 0.1, 0.95)
    t.attention.responsibility_at_start[i] = numbers.teacher_for_entrusting if entrusts else numbers.teacher


@loop
def _values(t, p, i, mine, academic):
    """Six weights that add to one: what the culture values, and each family's own view."""
    values, total = t.families.values_at_start, 0.0
    for d in range(values.shape[1]):
        own = 1.0 + p.Goals.values_spread * normal_luck(mine, Ask.VALUES, d)
        values[i, d] = tilted_to_school_subjects(d, academic) * max(0.05, own)
        total += values[i, d]
    for d in range(values.shape[1]):
        values[i, d] /= total


@loop
def draw_goals(t, academic):
    goals = t.preschools.goals_at_start
    for s in range(goals.shape[0]):
        for d in range(goals.shape[1]):
            goals[s, d] = tilted_to_school_subjects(d, academic)

"""Effort at home and at school, a game in which each answers what it believes of the other (§1, §3; reference 2)."""

import math

from sim.core.compiled import rule
from sim.core.declare import parameters
from sim.core.exponential import exp
from sim.core.kinds import SUBSTITUTES
from sim.core.units import choice, exponent, minutes, per_week, ratio, share, weight

CLOSER = 30  # each step leaves less than half of the error


@parameters
class Effort:
    """Worth, cost and habit of effort. At ordinary values (r = s = ½, V = 4, c = 1) both sides come to 1."""

    home_exponent = exponent(0.5, low=0.3, high=0.6, source="assumed: complements; a + b < 2")
    school_exponent = exponent(0.5, low=0.3, high=0.6, source="assumed: complements; a + b < 2")
    form = choice(
        "complements",
        "complements",
        "substitutes",
        source="assumed; T01: an elasticity below one, complements. Substitutes are another form, to see what rests on it",
    )
    worth = ratio(4.0, low=3.0, high=5.0, source="assumed: scales effort of an ordinary family to 1")
    cost_of_pressure = weight(0.20, low=0.0, high=0.5, source="assumed; T04 for the time gradient")
    cost_falls_with_ses = weight(
        0.10, low=0.0, high=0.3, source="T04: 4.5 h a week between mothers with college and without"
    )
    habit = per_week(0.15, low=0.03, high=1.0, source="fitted: E12; a share of the way a week")
    answering = share(
        1.0, low=0.7, high=1.0, source="assumed: each answers the other's effort in full; at 0 it answers the ordinary"
    )
    least = share(0.10, low=0.02, high=0.2, source="assumed: else nothing on both sides is a resting point")
    concern = weight(0.30, low=0.0, high=0.8, source="assumed: an informed parent of a child behind does more")
    confidence = weight(1.0, low=0.0, high=2.0, source="assumed; efficacy after Hoover-Dempsey and Sandler")
    ordinary_minutes_of_teacher = minutes(3.0, low=1.0, high=8.0, source="assumed: a child and week")
    typical_pressure = weight(0.9, low=0.5, high=1.2, source="assumed: pressure at which c = 1")
    nudge = weight(0.015, low=0.01, high=0.2, source="fitted: E07 E12 E66; .22 to .34 SD of home activities")
    nudge_fades = per_week(0.15, low=0.05, high=0.4, source="assumed: half-life about a month")
    nudge_ceiling = ratio(0.60, low=0.2, high=1.5, source="assumed: the push that messages can reach, as log of time")


@parameters
class Responsibility:
    """Who feels responsible for a child's education (§4.1, §4.2)."""

    ordinary = share(0.50, low=0.3, high=0.7, source="assumed")
    person_sd = share(0.10, low=0.02, high=0.2, source="assumed")
    entrusting = share(0.22, low=0.1, high=0.4, source="assumed: a family that entrusts all to the school (§4.1)")
    teacher = share(0.42, low=0.3, high=0.6, source="assumed")
    teacher_for_entrusting = share(0.50, low=0.3, high=0.7, source="assumed")
    pace = per_week(0.05, low=0.01, high=0.2, source="assumed")


@rule
def value_of_effort(responsibility, confidence, concern, p):
    """Effort is worth what one feels responsible for, more to the able and to parents who know their child is behind."""
    able = max(0.1, 1.0 + p.confidence * (confidence - 0.5))
    return responsibility * p.worth * able * (1.0 + p.concern * concern)


@rule
def cost_of_effort(pressure, ses, p):
    """Time is dearer where it is short, and where means are."""
    return math.exp(p.cost_of_pressure * (pressure - p.typical_pressure) - p.cost_falls_with_ses * ses)


@rule
def best_answer(value, cost, others, own_exponent, others_exponent, p):
    """The effort that pays best against the other's: (value·a·other^b / cost)^(1/(2−a)), never below a tenth of ordinary."""
    if p.form == SUBSTITUTES:
        return max(p.least, best_beside(value / cost, others**p.answering, p))
    answered = p.answering * others_exponent * math.log(others)
    return max(p.least, math.exp((math.log(value * own_exponent / cost) + answered) / (2.0 - own_exponent)))


@rule
def best_beside(value_against_cost, others, p):
    """Where efforts add up, both of one exponent g = (a+b)/2: h = value·g·((h + other)/2)^(2g−1) / cost, closer each time."""
    g, effort = 0.5 * (p.home_exponent + p.school_exponent), others
    for _ in range(CLOSER):
        effort = value_against_cost * g * summed(effort, others) ** (2.0 * g - 1.0)
    return effort


@rule
def summed(home, school):
    """Two efforts of which each can stand for the other."""
    return 0.5 * (home + school)


@rule
def effort_after_a_week(effort, answer, p):
    """Habit gives way a share a week."""
    return max(p.least, effort + p.habit * (answer - effort))


@rule
def urge_after_a_week(urge, nudges, p):
    """Tips push practice up towards a ceiling; the push fades."""
    if nudges > 0.0:
        urge = p.nudge_ceiling - (p.nudge_ceiling - urge) * exp(-nudges * p.nudge / p.nudge_ceiling)
    return urge * (1.0 - p.nudge_fades)


@rule
def pushed(effort, urge):
    """Effort as far as a push, in logs, raises it."""
    return effort * exp(max(0.0, urge))


@rule
def role_when_clear(own, others, clarity, part):
    """Clear rights and duties add one's part of what nobody held, or take one's part of what both did (never below a tenth)."""
    return min(1.0, max(0.1, own + clarity * part * (1.0 - own - others)))


@rule
def joint_benefit(home, school, agreement, p):
    """Home and school effort complement one another, as far as they want the same; in the other form they add up."""
    if p.form == SUBSTITUTES:
        return agreement * summed(home, school) ** (p.home_exponent + p.school_exponent)
    return agreement * math.exp(p.home_exponent * math.log(home) + p.school_exponent * math.log(school))


@rule
def concern_for_the_child(information, skill):
    """A parent who is informed sees how far the child is behind."""
    return information * max(0.0, -skill)

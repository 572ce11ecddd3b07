"""Messages tire, and suit a level (§5.1)."""

import math

from sim.core.compiled import rule
from sim.core.declare import parameters
from sim.core.units import per_contact, per_week, sd, weight


@parameters
class Messages:
    """How messages tire and what a read one does."""

    tiring = per_contact(0.05, low=0.03, high=0.20, source="E60: three a week beat one, five do not beat three")
    recovery = per_week(0.05, low=0.03, high=0.20, source="E60: three a week beat one, five do not beat three")
    weight_of_fatigue = weight(8.0, low=4.0, high=12.0, source="E60: three a week beat one, five do not beat three")
    level = sd(1.0, low=0.0, high=2.0, source="assumed; E60: the best dose falls with the child's start")
    spread = sd(0.7, low=0.3, high=1.5, source="assumed")
    goals = weight(0.15, low=0.0, high=2.0, source="fitted: E12 E66; goals add .32 SD of reading time")
    reward = weight(1.85, low=0.0, high=2.0, source="fitted: E12; goals and reward, 1.0 SD of use of an app")
    too_easy_tires = weight(0.5, low=0.0, high=1.5, source="assumed; E60 for the sign")


@rule
def push_of_a_tip(goals, reward, p):
    """A tip pushes by itself, more where it sets a goal and rewards reaching it."""
    return 1.0 + p.goals * goals + p.reward * reward


@rule
def use_of_a_tip(skill, p):
    """A tip far below the child is of no use."""
    return 1.0 / (1.0 + math.exp((skill - p.level) / p.spread))


@rule
def fatigue_after_a_message(fatigue, use, p):
    """Each message tires, a useless one more."""
    return fatigue + min(1.0, p.tiring * (1.0 + p.too_easy_tires * (1.0 - use))) * (1.0 - fatigue)


@rule
def fatigue_over(messages, fatigue, use, p):
    """Mean tiredness over a week's messages, and tiredness after them: all of a week are read as readily as one at the mean."""
    total = 0.0
    for _ in range(messages):
        total += fatigue
        fatigue = fatigue_after_a_message(fatigue, use, p)
    return total / max(1, messages), fatigue


@rule
def fatigue_after_a_week(fatigue, p):
    """Tiredness goes by a share a week."""
    return fatigue * (1.0 - p.recovery)


@rule
def weariness(fatigue, p):
    """How much tiredness takes from the appeal of the next message."""
    return p.weight_of_fatigue * fatigue

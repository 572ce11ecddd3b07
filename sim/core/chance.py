"""Chance without hidden state: the same question, put to the same one on the same occasion, gets the same draw.

The occasion is a count (the third visit offered), not a date, so a strategy that moves a visit by a week
does not hand the family a new life. `chance` asks for one draw; inside the week a family's own luck is mixed once
(`life`) and each question then costs one more mix (`luck`): the same numbers, a quarter of the work.
"""

import math
import warnings
from enum import IntEnum

import numpy as np

from sim.core.compiled import rule

# In plain Python the mixing overflows on purpose; numpy would say so a million times.
warnings.filterwarnings("ignore", "overflow encountered", RuntimeWarning, "sim.core.chance")


class Ask(IntEnum):
    """One number for each question left to chance. Never reuse a number."""

    FAMILY_ATTRIBUTE = 1
    SORTING = 2
    SKILL_AT_ENTRY = 3
    PRESCHOOL_EFFECT = 4
    HALO = 5
    MEASUREMENT = 6
    PROPENSITY = 7
    CULTURE = 8
    VALUES = 9
    EXPECTATION = 10
    INFORMATION_HABIT = 11
    TRUST_HABIT = 12
    TEACHER_QUALITY = 13
    TEACHER_SKILL = 14
    TIE = 15
    AGE = 16
    SEX = 17
    TIE_ALIKE = 18
    ASSIGNED = 25
    COMES_AT_ALL = 26
    STAGGER = 20
    CLASS_WEEK = 21
    WHO_IS_CUT = 22
    TAKES_UP = 30
    ENROLS = 31
    READS = 32
    NEW_TIE = 40
    MEETS_WHOM = 41
    GROWTH_NOISE = 50
    RANK_TIE = 60
    STANDS = 70
    DRAWN = 71
    VOTES = 72
    VOTES_FOR = 73
    SPEAKS_UP = 74
    CARRIED = 75
    MEMBERS_MEET = 76
    JOINS_TEAM = 77
    SURVEYED = 78
    LIVES_AT = 79
    PARTNER = 80
    PLANS = 81
    OUTSPOKEN = 90
    APPROACH = 91
    TEACHERS_TRUST = 92


@rule
def _mix(z):
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


@rule
def life(seed, who):
    """All the luck of one family, teacher or school: a number to ask `luck` with."""
    key = _mix(np.uint64(seed) + np.uint64(0x9E3779B97F4A7C15))
    return _mix(key ^ np.uint64(who) * np.uint64(0x9E6C63D0876A9A47))


@rule
def _bits(mine, ask, occasion):
    return _mix(
        mine + np.uint64(ask) * np.uint64(0xAF251AF3B0F025B5) + np.uint64(occasion) * np.uint64(0xD1342543DE82EF95)
    )


@rule
def luck(mine, ask, occasion):
    """A number in [0, 1) that depends on whose life it is, the question and the occasion, and on nothing else."""
    return (_bits(mine, ask, occasion) >> np.uint64(11)) * (1.0 / 9007199254740992.0)


@rule
def chance(seed, ask, who, occasion):
    """A number in [0, 1) that depends on these four numbers and on nothing else."""
    return luck(life(seed, who), ask, occasion)


@rule
def six_noises(mine, ask, occasion):
    """Six small independent noises of mean 0 and SD 1 from one draw (1,024 levels each: for noise, never a decision)."""
    bits = _bits(mine, ask, occasion)
    mask = np.uint64(1023)
    return (
        _level(bits & mask),
        _level((bits >> np.uint64(10)) & mask),
        _level((bits >> np.uint64(20)) & mask),
        _level((bits >> np.uint64(30)) & mask),
        _level((bits >> np.uint64(40)) & mask),
        _level((bits >> np.uint64(50)) & mask),
    )


@rule
def _level(bits):
    return (np.float64(bits) - 511.5) * 0.003382911733286  # uniform on 1,024 levels, divided by its SD


@rule
def _tail(q):
    """Standard normal deviate of a small probability (Acklam's rational approximation, relative error 1e-9)."""
    r = math.sqrt(-2.0 * math.log(q))
    above = (
        (((-7.784894002430293e-03 * r - 3.223964580411365e-01) * r - 2.400758277161838) * r - 2.549732539343734) * r
        + 4.374664141464968
    ) * r + 2.938163982698783
    below = (
        ((7.784695709041462e-03 * r + 3.224671290700398e-01) * r + 2.445134137142996) * r + 3.754408661907416
    ) * r + 1.0
    return above / below


@rule
def normal_of(u):
    """The standard normal deviate with a share `u` of all deviates below it; 0 < u < 1 is made sure of."""
    u = min(max(u, 1e-15), 1.0 - 1e-15)
    if u < 0.02425:
        return _tail(u)
    if u > 0.97575:
        return -_tail(1.0 - u)
    q = u - 0.5
    r = q * q
    above = (
        (
            (((-3.969683028665376e01 * r + 2.209460984245205e02) * r - 2.759285104469687e02) * r + 1.383577518672690e02)
            * r
            - 3.066479806614716e01
        )
        * r
        + 2.506628277459239
    ) * q
    below = (
        (((-5.447609879822406e01 * r + 1.615858368580409e02) * r - 1.556989798598866e02) * r + 6.680131188771972e01) * r
        - 1.328068155288572e01
    ) * r + 1.0
    return above / below


@rule
def normal_luck(mine, ask, occasion):
    """A standard normal deviate: whose life, which question, which occasion."""
    return normal_of(luck(mine, ask, occasion))

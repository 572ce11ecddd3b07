"""How skills grow and fade (§2, §6)."""

import math

from sim.core.compiled import rule
from sim.core.declare import parameters
from sim.core.units import per_week, sd_a_week, sd_above_zero, share, weight


@parameters
class Growth:
    """Return to potential, what lasts, and noise."""

    settling = per_week(
        0.021, low=0.008, high=0.03, source="fitted: E48; with `lasting`, half of a gain is gone in a year"
    )
    lasting = share(
        0.17, low=0.0, high=0.4, source="fitted: E48 and its note: half of a gain is left in a year, a quarter in three"
    )
    potential_variance = share(0.80, low=0.6, high=0.9, source="ECLS-K 1998: stability; .92 over half a year")
    tilt = weight(0.30, low=0.0, high=0.8, source="assumed: what is valued is practised more")
    most_from_home = sd_above_zero(
        0.33,
        low=0.2,
        high=1.2,
        most=1e6,
        source="fitted: E26 E28 E49; S01: children of the best and the worst off differ by 1.17 SD in all",
    )


@parameters
class HomeWeight:
    """What a unit of input from home adds a week."""

    language = sd_a_week(0.200, low=0.03, high=0.35, source="fitted: E25 E26 E27 E28 E49 E55")
    numeracy = sd_a_week(0.060, low=0.015, high=0.16, source="assumed")
    social = sd_a_week(0.070, low=0.02, high=0.16, source="T03, T12: investment counts .06 there, .161 in language")
    self_regulation = sd_a_week(
        0.040, low=0.015, high=0.12, source="E55, E56: .07 where language gains .25; T03, T12: .06 to .161"
    )
    creativity = sd_a_week(0.040, low=0.008, high=0.12, source="assumed")
    wellbeing = sd_a_week(0.040, low=0.008, high=0.12, source="assumed")


@parameters
class SchoolWeight:
    """What a week of preschool adds, against none."""

    language = sd_a_week(0.0100, low=0.003, high=0.02, source="fitted: E32 E34 E36 E48")
    numeracy = sd_a_week(0.0070, low=0.003, high=0.015, source="fitted: E34 E47")
    social = sd_a_week(0.0020, low=0.0, high=0.008, source="T06: .1 to .2 in a year; E34 note: social skills .02")
    self_regulation = sd_a_week(0.0030, low=0.0, high=0.008, source="T06: .1 to .2 in a year")
    creativity = sd_a_week(0.0030, low=0.0, high=0.01, source="assumed")
    wellbeing = sd_a_week(0.0020, low=0.0, high=0.008, source="assumed")


@parameters
class JointWeight:
    """What home and school pulling together adds a week; most in wellbeing, social skill and self-regulation."""

    language = sd_a_week(0.004, low=0.0, high=0.015, source="assumed")
    numeracy = sd_a_week(0.004, low=0.0, high=0.015, source="assumed")
    social = sd_a_week(0.012, low=0.0, high=0.03, source="assumed")
    self_regulation = sd_a_week(0.010, low=0.0, high=0.03, source="assumed")
    creativity = sd_a_week(0.006, low=0.0, high=0.02, source="assumed")
    wellbeing = sd_a_week(0.014, low=0.0, high=0.03, source="assumed")


@parameters
class PeerWeight:
    """What classmates' change since the start adds a week."""

    language = sd_a_week(0.0, low=0.0, high=0.002, source="assumed: none")
    numeracy = sd_a_week(0.0, low=0.0, high=0.002, source="assumed: none")
    social = sd_a_week(0.002, low=0.0, high=0.006, source="assumed")
    self_regulation = sd_a_week(0.002, low=0.0, high=0.006, source="assumed")
    creativity = sd_a_week(0.0, low=0.0, high=0.002, source="assumed: none")
    wellbeing = sd_a_week(0.0, low=0.0, high=0.002, source="assumed: none")


@rule
def skill_after_a_week(skill, potential, gains, luck, p):
    """A skill settles towards the child's potential; what home, school and peers add beyond the ordinary moves it, and luck."""
    return skill + p.settling * (potential - skill) + gains + luck


@rule
def potential_after_a_week(potential, gains, p):
    """Where a child settles moves by the part of what it gains, or loses, that lasts."""
    return potential + p.lasting * gains


@rule
def moved_by_home(offered, used, p):
    """What a week of richer practice adds: the less, the more of what one home can add (`used`, a share) it has added.

    So it is with what poorer practice takes away. No week does more than all that a home can do.
    """
    added, taken = min(max(0.0, offered), p.most_from_home), min(max(0.0, -offered), p.most_from_home)
    return added * max(0.0, 1.0 - max(0.0, used)) - taken * max(0.0, 1.0 - max(0.0, -used))


@rule
def added_by_home(from_home, gain, p):
    """What practice has added so far is forgotten as skills settle, but for what lasts; a gain comes to it."""
    return (1.0 - (1.0 - p.lasting) * p.settling) * from_home + gain


@rule
def noise_scale(p):
    """The noise that keeps the spread of skills at one SD."""
    kept = 1.0 - p.settling
    return math.sqrt((1.0 - p.potential_variance) * (1.0 - kept * kept))


@rule
def tilted(weight, value, p):
    """What is valued above the sixth that each domain would get counts more, below it less."""
    return weight * max(0.0, 1.0 + p.tilt * (6.0 * value - 1.0))

"""How near home and school effort come to what each would answer, and to what the two would choose together (§1, §3)."""

import numpy as np

from sim.core.kinds import SUBSTITUTES
from sim.core.outcome import outcome


@outcome(unit="log ratio", better="lower")
def distance_from_equilibrium(world):
    """How far home and school effort lie from the point where both answer each other with full information."""
    f, a, p = world.tables.families, world.tables.attention, world.numbers.Effort
    concern = 1.0 + p.concern * f.information * np.maximum(0.0, -world.tables.children.skills[:, 0])
    home_exponent, school_exponent = _exponents(p)
    home, school = _responsible(world)
    home = np.log(home * _worth(f, p) * concern * home_exponent / _cost(f, p))
    rest_home, rest_school = _where_both_rest(home, np.log(school * p.worth * school_exponent), p)
    return np.hypot(np.log(f.effort) - rest_home, np.log(a.effort) - rest_school)


@outcome(unit="share", better="higher")
def joint_benefit_reached(world):
    """Benefit of home and school effort less its cost to both, as a share of what the two would reach by choosing together."""
    f, a, p = world.tables.families, world.tables.attention, world.numbers.Effort
    worth, cost, (home, school) = _worth(f, p), _cost(f, p), _exponents(p)
    best_home, best_school = np.exp(_where_both_rest(np.log(worth * home / cost), np.log(worth * school), p))

    def net(h, t):
        both = (0.5 * (h + t)) ** (home + school) if p.form == SUBSTITUTES else h**home * t**school
        return worth * both - 0.5 * cost * h * h - 0.5 * t * t

    return net(f.effort, a.effort) / net(best_home, best_school)


def _responsible(world):
    """What home and school each answer for, a plan they agreed on counted."""
    f, a, p = world.tables.families, world.tables.attention, world.numbers.LearningPlans
    watched = world.tables.conditions.watched[f.room]
    bound = a.plan_agreed * (p.binds + (1.0 - p.binds) * p.binds_when_watched * watched)
    return tuple(own + bound * (1.0 - own) for own in (f.role, a.responsibility))


def _exponents(p):
    """Of home and of school; efforts that add up have one."""
    one = 0.5 * (p.home_exponent + p.school_exponent)
    return (one, one) if p.form == SUBSTITUTES else (p.home_exponent, p.school_exponent)


def _worth(f, p):
    return p.worth * np.maximum(0.1, 1.0 + p.confidence * (f.confidence - 0.5))


def _cost(f, p):
    return np.exp(p.cost_of_pressure * (f.pressure - p.typical_pressure) - p.cost_falls_with_ses * f.ses)


def _where_both_rest(home, school, p):
    """Logs of the efforts that answer one another, from the logs of what each would do beside one unit of the other."""
    ours, theirs = p.home_exponent, p.school_exponent
    if p.form == SUBSTITUTES:
        beside = np.log(0.5 * (1.0 + np.exp(school - home)))
        rest = (home + (ours + theirs - 1.0) * beside) / (2.0 - ours - theirs)
        return rest, rest + school - home
    both = 2.0 * (2.0 - ours - theirs)
    return ((2.0 - theirs) * home + theirs * school) / both, ((2.0 - ours) * school + ours * home) / both

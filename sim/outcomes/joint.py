"""What home and school reach together, against what they would choose together (§1, §3)."""

import numpy as np

from sim.core.outcome import outcome


@outcome(unit="share", better="higher")
def joint_benefit_reached(world):
    """Benefit of home and school effort less its cost to both, as a share of what the two would reach by choosing together."""
    f, a, p = world.tables.families, world.tables.attention, world.numbers.Effort
    able = np.maximum(0.1, 1.0 + p.confidence * (f.confidence - 0.5))
    cost = np.exp(p.cost_of_pressure * (f.pressure - p.typical_pressure) - p.cost_falls_with_ses * f.ses)
    worth, home, school = p.worth * able, p.home_exponent, p.school_exponent
    log_home, log_school = np.log(worth * home / cost), np.log(worth * school)
    both = 2.0 * (2.0 - home - school)
    best_home = np.exp(((2.0 - school) * log_home + school * log_school) / both)
    best_school = np.exp(((2.0 - home) * log_school + home * log_home) / both)

    def net(h, t):
        return worth * h**home * t**school - 0.5 * cost * h * h - 0.5 * t * t

    return net(f.effort, a.effort) / net(best_home, best_school)

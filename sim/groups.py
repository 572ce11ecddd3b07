"""Groups of families: one vocabulary for whom an offer is for, among whom is measured, and how results are split."""

import numpy as np

FIFTHS = ("ses_1", "ses_2", "ses_3", "ses_4", "ses_5")


def mask(group, world, skill, term_weeks=17):
    """Which families belong to a group, where children's level is seen as `skill` (as rated, or as tested)."""
    f = world.tables.families
    if group == "all":
        return np.ones(f.ses.size, bool)
    if group in FIFTHS:
        return f.fifth == FIFTHS.index(group)
    if group == "other_language":
        return f.language > 0
    if group == "behind":
        return skill < world.numbers.Development.benchmark
    if group == "not_reached":
        return f.reached >= term_weeks
    if group == "reached":
        return f.joined[:, :].sum(axis=1) > 0
    return skill <= np.quantile(skill, 0.25)  # lowest_quarter

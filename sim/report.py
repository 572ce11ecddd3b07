"""A run as tables: outcomes by group, curves by week, families one by one."""

from itertools import repeat

import numpy as np

from sim.groups import FIFTHS, mask
from sim.outcomes import OUTCOMES
from sim.world import RECORDED

REPORTED = ("all", *FIFTHS, "other_language", "lowest_quarter", "behind")


def group_matrix(world):
    """Groups × families: each row averages over one group (zeros for an empty group). Levels as tested at the start."""
    rows = np.array([_members(group, world) for group in REPORTED], float)
    return rows / np.maximum(1.0, rows.sum(axis=1, keepdims=True)), rows.sum(axis=1)


def _members(group, world):
    level = world.tables.children.skills_at_start[:, 0]
    if group == "lowest_quarter" and world.lowest_quarter is not None:
        return level <= world.lowest_quarter
    return mask(group, world, level)


def group_sizes(world):
    """{group: families in it}."""
    return dict(zip(REPORTED, group_matrix(world)[1], strict=True))


def measure(world):
    """All outcomes as rows (outcome, observer, group, value, unit); an empty group has no row."""
    mean_of, sizes = group_matrix(world)
    there = np.flatnonzero(sizes)
    mean_of, groups, rows = mean_of[there], [REPORTED[k] for k in there], []
    for name, outcome in OUTCOMES.items():
        for observer in outcome.observers:
            if outcome.of == "place":
                rows.append((name, observer, "all", float(outcome(world, observer)), outcome.unit))
            else:
                means = (mean_of @ outcome(world, observer)).tolist()
                rows += zip(repeat(name), repeat(observer), groups, means, repeat(outcome.unit), strict=False)
    return rows


def outcomes_frame(world):
    """The same as a pandas frame."""
    import pandas as pd

    return pd.DataFrame(measure(world), columns=["outcome", "observer", "group", "value", "unit"])


def weekly_means(sums):
    """Weeks × (all, five fifths) × recorded outcome: means a family."""
    with_all = np.concatenate([sums.sum(axis=1, keepdims=True), sums], axis=1)
    return with_all[:, :, 1:] / np.maximum(1.0, with_all[:, :, :1])


def weekly_frame(sums):
    """One row a week, group and outcome."""
    import pandas as pd

    means, groups = weekly_means(sums), ("all", *FIFTHS)
    rows = [
        (w + 1, RECORDED[k + 1], g, means[w, j, k])
        for w in range(means.shape[0])
        for j, g in enumerate(groups)
        for k in range(means.shape[2])
    ]
    return pd.DataFrame(rows, columns=["week", "outcome", "group", "value"])


def families_frame(world):
    """One row a family: columns of one value each, and its child's skills."""
    import pandas as pd

    t = world.tables
    single = {name: np.array(t.families[name]) for name in t.families.dtype.names if t.families[name].ndim == 1}
    from sim.core.kinds import DOMAINS

    skills = {domain: np.array(t.children.skills[:, d]) for d, domain in enumerate(DOMAINS)}
    return pd.DataFrame(single | skills)

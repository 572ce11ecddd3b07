"""Who gains under a chosen mix: poor and rich, families of another language, children who started low, and who is reached."""

import numpy as np

import sim
from experiments.plan.lives import both_worlds

GROUPS = {
    "all": "all children",
    "ses_1": "poorest fifth",
    "ses_2": "second",
    "ses_3": "third",
    "ses_4": "fourth",
    "ses_5": "richest fifth",
    "other_language": "another home language",
    "lowest_quarter": "lowest quarter at the start",
}
LOOKED_AT = ("language", "language_behind", "contacts")
CLEAR = 2.0  # standard errors over seeds


def who_gains(asked, mix, seeds):
    """One row a group (a pandas frame): extra months of language and its error, fewer in 100 behind, extra contacts a year."""
    import pandas as pd

    rows = [[_means(world) for world in pair] for pair in both_worlds(asked, mix, range(1, seeds + 1))]
    values = np.array(rows)  # seeds, routine and mix, groups, outcomes
    extra = values[:, 1] - values[:, 0]
    error = extra.std(axis=0, ddof=1) / np.sqrt(len(extra)) if len(extra) > 1 else np.full(extra.shape[1:], np.nan)
    development = sim.numbers_with({}).Development
    found = pd.DataFrame(extra.mean(axis=0), columns=list(LOOKED_AT))
    months = sim.months_of_development(found.language.to_numpy(), development)
    return pd.DataFrame(
        {
            "group": list(GROUPS.values()),
            "months_of_language": months,
            "clear": np.abs(found.language) > CLEAR * error[:, 0],
            "fewer_behind_in_100": -100.0 * found.language_behind,
            "contacts_a_year": found.contacts,
        }
    )


def in_one_sentence(table):
    """What the poorest and the richest fifth gain."""
    months = table.set_index("group").months_of_language
    poor, rich = months["poorest fifth"], months["richest fifth"]
    shown_alike = f"{poor:.1f}" == f"{rich:.1f}" or abs(poor - rich) < 0.05
    more = "alike" if shown_alike else "more to the poorest" if poor > rich else "more to the richest"
    return (
        f"It brings {poor:.1f} months* to children of the poorest fifth and {rich:.1f} to those of the richest: {more}."
    )


def _means(world):
    """Groups × outcomes: means over the families of each group."""
    mean_of, sizes = sim.group_matrix(world)
    values = np.stack([sim.OUTCOMES[name](world, sim.OUTCOMES[name].observers[0]) for name in LOOKED_AT], axis=1)
    means = np.where(sizes[:, None] > 0, mean_of @ values, np.nan)
    return means[[sim.REPORTED.index(group) for group in GROUPS]]

"""Who gains: each strategy by fifth of SES, home language and starting level, in months; and other skills in children in 100."""

import sim
from experiments.compare.what_is_compared import OTHERS
from experiments.compare.words import cannot_tell
from experiments.show import SAID_IN_MONTHS

GROUPS = {
    "all": "all children",
    "ses_1": "poorest fifth",
    "ses_2": "second fifth",
    "ses_3": "third fifth",
    "ses_4": "fourth fifth",
    "ses_5": "richest fifth",
    "other_language": "another home language",
    "lowest_quarter": "lowest quarter at the start",
    "behind": "behind at the start",
}


def who_gains(table, names):
    """One row a group and strategy (a pandas frame): extra months of language with the span over what is not known."""
    import pandas as pd

    rows = _rows(table, "language")
    found = [
        (group, name, *map(_months, _span(rows.loc[(group, name)])), not cannot_tell(rows.loc[(group, name)]))
        for group in GROUPS
        if (group, names[0]) in rows.index
        for name in names[1:]
    ]
    return pd.DataFrame(found, columns=["group", "strategy", "months", "low", "high", "clear"])


def by_skill(table, names):
    """One row a skill and strategy: months where a skill is said in months, else children in 100 moved past the benchmark."""
    import pandas as pd

    found = []
    for skill in (*SAID_IN_MONTHS, *OTHERS):
        in_months = skill in SAID_IN_MONTHS
        rows = _rows(table, skill if in_months else f"{skill}_behind").loc["all"]
        for name in names[1:]:
            span = _span(rows.loc[name])
            said = map(_months, span) if in_months else _past_the_benchmark(*span)
            unit = "months" if in_months else "in 100 past the benchmark"
            found.append((skill, unit, name, *said, not cannot_tell(rows.loc[name])))
    return pd.DataFrame(found, columns=["skill", "unit", "strategy", "gain", "low", "high", "clear"])


def _rows(table, outcome):
    first = sim.OUTCOMES[outcome].observers[0]
    return table[(table.outcome == outcome) & (table.observer == first)].set_index(["group", "strategy"]).sort_index()


def _span(row):
    """The middle and nine in ten draws of what is not known; no span where nothing was varied."""
    return row.difference, row.unknown_low, row.unknown_high


def _past_the_benchmark(middle, low, high):
    """Children in 100 that are no longer behind: the other way round, so low and high change places."""
    return tuple(None if one is None else 0.0 - 100.0 * one for one in (middle, high, low))


def _months(value):
    return None if value is None else float(sim.months_of_development(value, sim.numbers_with({}).Development))

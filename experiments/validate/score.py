"""How well simulated results agree with published ones, beside two stand-ins that know nothing of families."""

import numpy as np

OUTSIDE = 0.05  # of an interval that holds 95 in 100


def interval_score(value, low, high):
    """Width, and forty times how far the published value lies outside; smaller is better (Gneiting and Raftery 2007)."""
    return (high - low) + (2.0 / OUTSIDE) * (np.maximum(0.0, low - value) + np.maximum(0.0, value - high))


def scored(rows):
    """The rows that count: effects that were caused, none that was put in."""
    return [row for row in rows if row["causal"]]


def met_without(rows, foretold):
    """Those of the rows that are met by numbers fitted without them; `foretold`: {row: [middle, low, high]}."""
    there = [row for row in rows if row["name"] in foretold]
    return [row for row in there if row["published_low"] <= foretold[row["name"]][0] <= row["published_high"]]


def summary(rows, foretold=None):
    """The model and its stand-ins on the rows that count: share met, mean miss, interval score, width.

    `foretold`: {row: (middle, low, high)} by numbers that were fitted without it.
    """
    counted = [row for row in scored(rows) if row["unit"] == "SD"]
    values = np.array([row["published"] for row in counted])
    published = np.array([[row["published_low"], row["published_high"]] for row in counted])
    mean, spread = _without_each(values)
    return [
        _line("the model", values, published, *_columns(counted, "simulated", "low", "high")),
        *_left_out(counted, values, published, foretold),
        _line("mean of the other rows", values, published, mean, mean - 1.96 * spread, mean + 1.96 * spread),
        _line("always zero", values, published, *(np.zeros(values.size) for _ in range(3))),
    ]


def _left_out(rows, values, published, foretold):
    """The model again, each row foretold without it; nothing where not every row was left out once."""
    if foretold and all(row["name"] in foretold for row in rows):
        without = np.array([foretold[row["name"]] for row in rows])
        yield _line("the model, the row left out", values, published, *without.T)


def _columns(rows, *names):
    return (np.array([row[name] for row in rows]) for name in names)


def _without_each(values):
    """Mean and SD of all the others, for each."""
    others = [np.delete(values, k) for k in range(values.size)]
    return np.array([one.mean() for one in others]), np.array([one.std(ddof=1) for one in others])


def _line(who, values, published, centre, low, high):
    met = (published[:, 0] <= centre) & (centre <= published[:, 1])
    return {
        "who": who,
        "rows": int(values.size),
        "met": float(met.mean()),
        "mean_miss": float(np.abs(centre - values).mean()),
        "interval_score": float(interval_score(values, low, high).mean()),
        "median_width": float(np.median(high - low)),
    }


def by_mechanism(rows):
    """Rows met of rows scored, for each mechanism."""
    found = {}
    for row in scored(rows):
        met, of = found.get(row["mechanism"], (0, 0))
        found[row["mechanism"]] = (met + row["met"], of + 1)
    return dict(sorted(found.items()))

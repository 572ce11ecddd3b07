"""Pictures. Each answers one question: the title is the computed answer, the caption says who, how many runs, what band."""

import textwrap

import numpy as np

import sim
from experiments.arms_in_words import compared, name_of
from experiments.counted import counted
from experiments.large import who
from experiments.study.drawing import COLOURS, GREY, begun, frame, save

ROUTINE, STRATEGY = GREY, COLOURS[0]
NAME_WIDTH = 13  # characters of a name beside its line
SHOWN = ("practice_time", "practice_quality", "language", "trust")


def _panels(count, width=11.0):
    """A row of panels in the frame that all pictures have."""
    figure, axes = frame(1, count, width=width, height=4.6, left=0.06, wspace=0.5)
    return figure, axes[0]


def _by_fifth(table, outcome, column, observer=None):
    rows = table[(table.outcome == outcome) & (table.strategy == "strategy")]
    rows = rows[rows.observer == (observer or rows.observer.iloc[0])].set_index("group")
    return rows.reindex(sim.FIFTHS)[column].to_numpy(float)


def by_fifth(path, table, scenario, seeds):
    """Who is reached and what changes, by fifth of SES."""
    figure, axes = _panels(3)
    outcomes = (reach_outcome(table), "practice_quality", "language")
    for axis, outcome in zip(axes, outcomes, strict=True):
        middle = _by_fifth(table, outcome, "difference")
        low, high = _by_fifth(table, outcome, "spread_low"), _by_fifth(table, outcome, "spread_high")
        axis.axhline(0, color=ROUTINE, linewidth=1)
        axis.vlines(range(5), low, high, color=STRATEGY, alpha=0.35, linewidth=6)
        axis.plot(range(5), middle, "o", color=STRATEGY)
        axis.set_xticks(range(5), ["poorest", "2", "3", "4", "richest"], fontsize=8.5)
        axis.set_title(f"{outcome.replace('_', ' ')} ({sim.OUTCOMES[outcome].unit})", fontsize=10, loc="left")
    axes[0].set_ylabel("difference from the baseline")
    gain = _by_fifth(table, "language", "difference")
    title = f"{_with(scenario)}: language {gain[0]:+.2f} SD for the poorest fifth of families, {gain[-1]:+.2f} SD for the richest"
    save(figure, path / "by_fifth", title, _caption(scenario, seeds, "Fifths of family SES."))


def reach_outcome(table):
    """The kind of taking part that the strategy moves most."""
    ways = ("visited", "took_a_course", "school_participation")
    rows = table[(table.strategy == "strategy") & (table.group == "all") & table.outcome.isin(ways)].set_index(
        "outcome"
    )
    return rows.difference.abs().reindex(ways).idxmax()


def the_year(path, weekly, scenario, seeds):
    """Week by week, both arms, with the band of nine in ten single runs."""
    figure, axes = _panels(len(SHOWN), width=13.5)
    for axis, outcome in zip(axes, SHOWN, strict=True):
        curves = {arm: _curves(runs, outcome) for arm, runs in weekly.items()}
        higher = max(curves, key=lambda arm: curves[arm].mean(axis=0)[-1])
        for arm, colour in (("baseline", ROUTINE), ("strategy", STRATEGY)):
            _line(axis, curves[arm], colour, name_of(arm, scenario), "bottom" if arm == higher else "top")
        axis.set_title(f"{outcome.replace('_', ' ')} ({sim.OUTCOMES[outcome].unit})", fontsize=9.5, loc="left")
        axis.set_xlabel("week")
    measured = scenario.measured_in - 1
    gain = np.mean(_curves(weekly["strategy"], "language") - _curves(weekly["baseline"], "language"), axis=0)[measured]
    title = f"{_with(scenario)}: by week {scenario.measured_in} language stands {gain:+.2f} SD from the baseline"
    save(figure, path / "the_year", title, _caption(scenario, seeds, "Means over all families."))


def _with(scenario):
    """Monthly visits against routine."""
    one, other = (name_of(arm, scenario) for arm in ("strategy", "baseline"))
    return f"{begun(one)} against {other}"


def _curves(runs, outcome):
    """Runs × weeks of one recorded outcome, all families."""
    return np.array([means[:, 0, sim.RECORDED.index(outcome) - 1] for means in runs])


def _line(axis, runs, colour, word, side):
    """A mean with its band, named where it ends."""
    weeks, mean = np.arange(1, runs.shape[1] + 1), runs.mean(axis=0)
    axis.plot(weeks, mean, color=colour, linewidth=1.8)
    axis.fill_between(weeks, *np.quantile(runs, [0.05, 0.95], axis=0), color=colour, alpha=0.18, linewidth=0)
    place = {"xy": (weeks[-1], mean[-1]), "xytext": (4, 0), "textcoords": "offset points", "va": side}
    axis.annotate(textwrap.fill(word, NAME_WIDTH), fontsize=7.5, color=colour, **place)


def _caption(scenario, seeds, first):
    bars = "Bars and bands: nine in ten single runs (luck). "
    bars += "Unknown numbers held at their centre: this is not how sure the model is."
    runs = f"{who(scenario)}, {counted(seeds, 'pair')} of runs with the same families and luck."
    return f"{first} {begun(compared(scenario))}. {runs} {bars} {scenario.place.stand_in}"

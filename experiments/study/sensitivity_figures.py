"""Pictures of a sensitivity analysis: ranked bars, the Morris plane, a map of parameters and outcomes, convergence."""

import numpy as np

from experiments.study.drawing import (
    COLOURS,
    GREY,
    INK,
    MARKS,
    begun,
    caption,
    frame,
    in_two_columns,
    label_ends,
    save,
    words,
)
from experiments.study.families_lived import group_in_words
from experiments.study.indices import DUMMY
from experiments.study.sensitivity import RANKED_BY

SHOWN = 12  # parameters in a picture; all are in the table
MOST_PANELS = 4
SAID = {
    "ST": "total effect: share of the variance that goes when it is known",
    "S1": "by itself (hollow)",
    "mu_star": "mean size of its effect over its range",
    "median": "PAWN: how far the distribution moves",
}
BAR = "Bars: 95% intervals with the noise of replicates and of sampling."
DOTTED = "Left of the dotted line: no more than a number that does nothing can have in so many points."


def draw(study, findings):
    """All pictures that fit the design; their paths."""
    drawn = [ranked(study, findings)]
    drawn += [plane(study, findings)] if (findings.table.method == "morris").any() else []
    drawn += [map_of_outcomes(study, findings)] if len(findings.verdicts) > 1 else []
    return [*drawn, convergence(study, findings)]


def main_measure(table):
    """Rows of the measure that parameters are ranked by."""
    ranked = _ranked(table)
    return ranked[ranked.parameter != DUMMY]


def of_nothing(table, one):
    """What a number that does nothing has of that measure, where `one` was looked at; no row where it has nought."""
    ranked = _ranked(table)
    return _of(ranked[ranked.parameter == DUMMY], one)


def _ranked(table):
    method = next(method for method in RANKED_BY if (table.method == method).any())
    return table[(table.method == method) & (table.measure == RANKED_BY[method])]


def _of(table, verdict):
    mine = [table[key] == verdict[key] for key in ("outcome", "observer", "group", "strategy")]
    return table[np.logical_and.reduce(mine)]


def _named(verdict):
    group = "" if verdict["group"] == "all" else f", {group_in_words(verdict['group'])}"
    seen = "" if verdict["observer"] == "true" else f" ({verdict['observer']})"
    return f"{words(verdict['outcome'])}{seen}{group}"


def _panel_name(study, verdict):
    several = len(study.experiment.strategies) > 2
    return _named(verdict) + (f"\n{words(verdict['strategy'])}" if several else "")


def _what(study):
    names = study.experiment.strategies
    if len(names) == 1:
        return ""
    return f"What is explained: the difference between {', '.join(map(words, names[1:]))} and {words(names[0])}."


def _title(study, verdict):
    """What the first outcome hangs on; with a baseline it is the difference that is explained."""
    compared = len(study.experiment.strategies) > 1
    of = f"What {words(verdict['strategy'])} changes in {_named(verdict)}" if compared else begun(_named(verdict))
    most = [words(name) for name in verdict["matter"][:3]]
    unsure = "" if verdict["settled"] else " (not settled yet)"
    if not most:
        return f"{of}: nothing that was varied stands out{unsure}"
    listed = " and ".join([", ".join(most[:-1]), most[-1]] if len(most) > 1 else most)
    return f"{of} depends most on {listed}{unsure}"


def ranked(study, findings):
    """What matters, largest first, with intervals; by itself as hollow marks."""
    verdicts = findings.verdicts[:MOST_PANELS]
    main = main_measure(findings.table)
    rows = min(SHOWN, main.parameter.nunique())
    figure, panels = in_two_columns(len(verdicts), height=1.4 + 0.24 * rows)
    for panel, verdict in zip(panels, verdicts, strict=True):
        mine = _of(main, verdict).sort_values("value", ascending=False).head(SHOWN)[::-1]
        alone = _of(findings.table[findings.table.measure == "S1"], verdict).set_index("parameter").value
        at = np.arange(len(mine))
        panel.hlines(at, mine.low, mine.high, color=COLOURS[0], alpha=0.4, linewidth=5)
        panel.plot(mine.value, at, "o", color=COLOURS[0])
        if len(alone):
            panel.plot(alone.reindex(mine.parameter), at, "o", color=INK, fillstyle="none", markersize=5)
        for edge in (0.0, *of_nothing(findings.table, verdict).high):
            panel.axvline(edge, color=GREY, linewidth=1, linestyle=":" if edge else "-")
        panel.set_yticks(at, [words(name) for name in mine.parameter], fontsize=8.5)
        panel.set_xlabel(_scale(study, main.measure.iloc[0], verdict["outcome"]), fontsize=9)
        panel.set_title(_panel_name(study, verdict), fontsize=9.5, loc="left")
    measure = main.measure.iloc[0]
    first = f"{begun(SAID[measure])}{'; ' + SAID['S1'] if measure == 'ST' else ''}. {_what(study)}"
    first += f" {DOTTED}" if measure == "median" else ""
    return save(figure, study.folder / "ranked", _title(study, verdicts[0]), caption(study, first, BAR))


def _scale(study, measure, outcome):
    """What the axis counts: shares, or for mu* the unit of the outcome."""
    units = {target.outcome: target.unit for target in study.experiment.targets}
    if measure == "mu_star":
        return units.get(outcome, "mean size of its effect")
    return "share of the variance" if measure == "ST" else SAID[measure]


def plane(study, findings):
    """Morris: how large an effect is, against how much it depends on the rest."""
    verdicts = findings.verdicts[:MOST_PANELS]
    figure, panels = in_two_columns(len(verdicts))
    for panel, verdict in zip(panels, verdicts, strict=True):
        wide = _of(findings.table[findings.table.method == "morris"], verdict).pivot_table(
            index="parameter", columns="measure", values="value", sort=False
        )
        panel.plot(wide.mu_star, wide.sigma, "o", color=GREY, markersize=3.5, alpha=0.6)
        most = wide.nlargest(4, "mu_star")
        for k, (name, row) in enumerate(most.iterrows()):
            panel.plot([row.mu_star], [row.sigma], MARKS[k], color=COLOURS[k], label=words(name))
        reach = float(wide.mu_star.max())
        panel.plot([0, reach], [0, reach], color=GREY, linewidth=0.8, linestyle=":")
        panel.legend(fontsize=8, frameon=False, loc="upper left", bbox_to_anchor=(1.0, 1.0), handletextpad=0.2)
        unit = _scale(study, "mu_star", verdict["outcome"])
        panel.set_xlabel(f"mean size of the effect, mu* ({unit})", fontsize=9)
        panel.set_ylabel("how it varies, sigma", fontsize=9)
        panel.set_title(_panel_name(study, verdict), fontsize=9.5, loc="left")
    first = f"Right: large; above the dotted line: its effect depends on the other numbers. {_what(study)}"
    return save(figure, study.folder / "plane", _title(study, verdicts[0]), caption(study, first, ""))


def map_of_outcomes(study, findings):
    """Parameters by outcomes, each outcome relative to its largest."""
    main = main_measure(findings.table)
    columns = {}
    for verdict in findings.verdicts[:12]:
        mine = _of(main, verdict).set_index("parameter").value.clip(lower=0)
        columns[_panel_name(study, verdict)] = mine / (mine.max() or 1.0)
    names = sorted(
        set().union(*(c.nlargest(6).index for c in columns.values())),
        key=lambda n: -sum(c[n] for c in columns.values()),
    )
    names = names[: 2 * SHOWN]
    cells = np.array([[columns[c][name] for c in columns] for name in names])
    figure, panels = frame(1, 1, width=4.2 + 1.5 * len(columns), height=2.9 + 0.32 * len(names), left=0.3)
    panel = panels[0, 0]
    panel.imshow(cells, cmap="Blues", vmin=0, vmax=1, aspect="auto")
    for (i, j), value in np.ndenumerate(cells):
        panel.text(j, i, f"{value:.2f}", ha="center", va="center", fontsize=8, color="white" if value > 0.6 else INK)
    panel.set_yticks(range(len(names)), [words(name) for name in names], fontsize=8.5)
    panel.set_xticks(range(len(columns)), list(columns), fontsize=8.5)
    panel.spines[:].set_visible(False)
    every = [name for name, row in zip(names, cells, strict=True) if (row >= 0.2).all()]
    title = (
        f"{begun(words(every[0]))} matters for everything looked at"
        if every
        else "What is looked at does not all depend on the same numbers"
    )
    largest = SAID[main.measure.iloc[0]].partition(":")[0]
    first = f"Each column relative to its largest ({largest}). {_what(study)}"
    return save(figure, study.folder / "map", title, caption(study, first, ""))


def convergence(study, findings):
    """How the indices of what matters settle as the sample grows."""
    verdicts = findings.verdicts[:MOST_PANELS]
    figure, panels = in_two_columns(len(verdicts))
    measure = main_measure(findings.table).measure.iloc[0]
    for panel, verdict in zip(panels, verdicts, strict=True):
        grown = _of(findings.growth, verdict)
        ends = []
        for k, name in enumerate(verdict["matter"][:5]):
            mine = grown[grown.parameter == name]
            panel.fill_between(mine.blocks, mine.low, mine.high, color=COLOURS[k], alpha=0.15, linewidth=0)
            panel.plot(mine.blocks, mine.value, "o-", color=COLOURS[k], linewidth=1.4, markersize=4)
            ends.append((float(mine.value.iloc[-1]), words(name), COLOURS[k]))
        label_ends(panel, float(grown.blocks.max()), ends)
        if not ends:
            panel.text(0.5, 0.5, "nothing stands out from luck", transform=panel.transAxes, ha="center", fontsize=9)
        panel.set_xlabel("N: points of the sample", fontsize=9)
        panel.set_ylabel(_scale(study, measure, verdict["outcome"]), fontsize=9)
        panel.set_xticks(sorted(grown.blocks.unique()))
        panel.set_title(
            f"{_panel_name(study, verdict)}\n{verdict['verdict'].partition(':')[0]}", fontsize=9, loc="left"
        )
    sure = sum(verdict["settled"] for verdict in findings.verdicts)
    title = f"Ranks are settled for {sure} of {len(findings.verdicts)} outcomes"
    return save(
        figure, study.folder / "convergence", title, caption(study, "With a quarter, half and all of the sample.", BAR)
    )

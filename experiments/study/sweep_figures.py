"""Pictures of a sweep: lines with bands along one thing, heat maps over two, small multiples over three, bars one at a time."""

import numpy as np

from experiments.study.drawing import (
    COLOURS,
    GREY,
    HELD,
    INK,
    MARKS,
    caption,
    frame,
    label_ends,
    save,
    with_unit,
    words,
)

MOST_PANELS = 4
BAND = "Bands: nine in ten single runs (luck). "


def draw(study, table):
    """All pictures that fit the design, into the folder; their paths."""
    experiment, kind = study.experiment, study.experiment.design["kind"]
    if kind == "grid" and len(experiment.axes) == 1:
        return [lines(study, table)]
    if kind == "grid" and len(experiment.axes) >= 2:
        return [interaction(study, table), *(heat(study, table, t) for t in experiment.targets[:MOST_PANELS])]
    return [bars(study, table)]


def _rows(table, target, strategy):
    mine = (table.outcome == target.outcome) & (table.observer == target.observer) & (table.group == target.group)
    return table[mine & (table.strategy == strategy)]


def _compared(experiment):
    """The strategies a picture shows: against the baseline, or the only one by itself."""
    return experiment.strategies[1:] or experiment.strategies


def _middle(experiment):
    return "difference" if len(experiment.strategies) > 1 else "mean"


def _panel_title(panel, target, experiment):
    of = "difference in " if len(experiment.strategies) > 1 else ""
    panel.set_title(f"{of}{target.in_words()}\n({target.unit})", fontsize=9.5, loc="left")


def _line(panel, where, rows, column, k):
    """One line with its band; where it ends, for its name."""
    panel.fill_between(where, rows.spread_low, rows.spread_high, color=COLOURS[k % 7], alpha=0.18, linewidth=0)
    panel.plot(where, rows[column], color=COLOURS[k % 7], marker=MARKS[k % 7], markersize=4.5, linewidth=1.6)
    return float(rows[column].iloc[-1])


def _places(steps):
    """Numbers stand where they are; words one beside the other."""
    numbers = not any(isinstance(step, (str, bool)) for step in steps)
    return np.array(steps, float) if numbers else np.arange(len(steps), dtype=float)


def lines(study, table):
    """Along one axis: a line a strategy, with the band of luck."""
    experiment, (along,) = study.experiment, study.experiment.axes
    targets = experiment.targets[:MOST_PANELS]
    steps = along.steps(experiment.design.get("levels", 5))
    figure, panels = frame(1, len(targets), width=3.4 + 3.8 * len(targets), wspace=0.55)
    figure.subplots_adjust(right=0.9)
    for panel, target in zip(panels[0], targets, strict=True):
        if len(experiment.strategies) > 1:
            panel.axhline(0, color=GREY, linewidth=1)
        ends = []
        for k, strategy in enumerate(_compared(experiment)):
            rows = _rows(table, target, strategy).sort_values("point")
            end = _line(panel, _places(steps), rows, _middle(experiment), k)
            ends.append((end, words(strategy), COLOURS[k % 7]))
        label_ends(panel, _places(steps)[-1], ends)
        _panel_title(panel, target, experiment)
        _ticks(panel, along, steps)
    title = _ends(experiment, table, targets[0], along)
    return save(figure, study.folder / "lines", title, caption(study, "", BAND + HELD))


def _ticks(panel, axis, steps):
    panel.set_xlabel(with_unit(axis), fontsize=9)
    if any(isinstance(step, (str, bool)) for step in steps):
        panel.set_xticks(range(len(steps)), [words(str(step)) for step in steps], fontsize=8, rotation=20, ha="right")


def _ends(experiment, table, target, along):
    """The computed answer: from where to where, along the axis."""
    strategy, column = _compared(experiment)[0], _middle(experiment)
    rows = _rows(table, target, strategy)
    ends = rows.groupby(along.name, sort=False)[column].mean()
    sign, form = "+" if column == "difference" else "", ".3f" if ends.abs().max() < 10 else ".0f"
    return (
        f"{target.in_words().capitalize()}, {words(strategy)}: {ends.iloc[0]:{sign}{form}} {target.unit} at "
        f"{words(along.name)} {ends.index[0]}, {ends.iloc[-1]:{sign}{form}} at {ends.index[-1]}"
    )


def interaction(study, table):
    """Along the axis with most steps, a line for each step of the second (the third at its first step)."""
    experiment = study.experiment
    levels = experiment.design.get("levels", 5)
    along, by, *rest = sorted(experiment.axes, key=lambda axis: -len(axis.steps(levels)))
    for third in rest:
        table = table[table[third.name] == third.steps(levels)[0]]
    targets = experiment.targets[:MOST_PANELS]
    strategy, steps = _compared(experiment)[0], along.steps(levels)
    figure, panels = frame(1, len(targets), width=3.4 + 3.8 * len(targets), wspace=0.55)
    figure.subplots_adjust(right=0.9)
    for panel, target in zip(panels[0], targets, strict=True):
        if len(experiment.strategies) > 1:
            panel.axhline(0, color=GREY, linewidth=1)
        ends = []
        for k, (value, rows) in enumerate(_rows(table, target, strategy).groupby(by.name, sort=False)):
            end = _line(panel, _places(steps), rows, _middle(experiment), k)
            ends.append((end, f"{by.name.partition('.')[2].replace('_', ' ')} {value}", COLOURS[k % 7]))
        label_ends(panel, _places(steps)[-1], ends)
        _panel_title(panel, target, experiment)
        _ticks(panel, along, steps)
    fixed = "".join(f" {words(third.name)} = {third.steps(levels)[0]}." for third in rest)
    title = _ends(experiment, table, targets[0], along)
    first = f"{words(strategy).capitalize()} against {words(experiment.strategies[0])}.{fixed}"
    return save(figure, study.folder / "lines", title, caption(study, first, BAND + HELD))


def heat(study, table, target):
    """Over two axes: a map a strategy, its cells with their numbers; small multiples over a third axis."""
    experiment = study.experiment
    levels = experiment.design.get("levels", 5)
    down, across, *rest = experiment.axes
    thirds = rest[0].steps(levels) if rest else (None,)
    shown = _compared(experiment)[:MOST_PANELS]
    column, cells = _middle(experiment), {}
    for third in thirds:
        for strategy in shown:
            rows = _rows(table, target, strategy)
            rows = rows if third is None else rows[rows[rest[0].name] == third]
            cells[third, strategy] = rows.pivot_table(
                index=down.name, columns=across.name, values=column, sort=False, observed=True
            )
    size = (
        2.2 + 0.42 * len(down.steps(levels)) * len(thirds),
        2.4 + max(3.4, 0.75 * len(across.steps(levels))) * len(shown),
    )
    figure, panels = frame(len(thirds), len(shown), width=max(7.5, size[1]), height=max(4.4, size[0] + 1.2), left=0.14)
    reach = max(np.nanmax(np.abs(map_.to_numpy())) for map_ in cells.values()) or 1.0
    for (third, strategy), panel in zip(cells, panels.flat, strict=True):
        name = words(strategy) + ("" if third is None else f"; {words(rest[0].name)} = {third}")
        _map(panel, cells[third, strategy], reach, column == "difference", name)
        panel.set_xlabel(with_unit(across), fontsize=9)
        panel.set_ylabel(with_unit(down), fontsize=9)
    best = max(((m.stack().idxmax(), m.to_numpy().max()) for m in cells.values()), key=lambda found: found[1])
    sign = "+" if column == "difference" else ""
    title = (
        f"{target.in_words().capitalize()}: at most {best[1]:{sign}.3g} {target.unit}, at {words(down.name)} "
        f"{best[0][0]} and {words(across.name)} {best[0][1]}"
    )
    first = "Cells: " + ("mean difference from the baseline." if column == "difference" else "means.")
    name = f"map_{target.column.replace('|true', '').replace('|all', '').replace('|', '_')}"
    return save(figure, study.folder / name, title, caption(study, first, HELD))


def _map(panel, cells, reach, diverging, name):
    """Blue above zero, orange below, the number in each cell, so that it reads without colour too."""
    shades, low = ("PuOr", -reach) if diverging else ("Blues", None)
    panel.imshow(cells.to_numpy(float), cmap=shades, vmin=low, vmax=reach, aspect="auto", origin="lower")
    form = ".3f" if reach < 10 else ".0f"
    for (i, j), value in np.ndenumerate(cells.to_numpy(float)):
        dark = diverging and abs(value) > 0.6 * reach
        panel.text(j, i, f"{value:{form}}", ha="center", va="center", fontsize=8.5, color="white" if dark else INK)
    panel.set_xticks(range(cells.shape[1]), [str(c) for c in cells.columns], fontsize=9)
    panel.set_yticks(range(cells.shape[0]), [str(c) for c in cells.index], fontsize=9)
    panel.set_title(name, fontsize=9.5, loc="left")
    panel.spines[:].set_visible(False)


def bars(study, table):
    """One at a time: how far each axis moves what is looked at first, from its lowest to its highest step."""
    experiment = study.experiment
    target, strategy, column = experiment.targets[0], _compared(experiment)[0], _middle(experiment)
    rows = _rows(table, target, strategy).set_index("point")
    moves = _moves(study, rows, column)[:20]
    figure, panels = frame(1, 1, width=9.5, height=2.6 + 0.3 * len(moves), left=0.34)
    panel = panels[0, 0]
    for k, (_, low, high) in enumerate(reversed(moves)):
        panel.plot([low, high], [k, k], color=COLOURS[0], linewidth=5, alpha=0.45, solid_capstyle="butt")
        panel.plot([low], [k], "o", color=COLOURS[0], fillstyle="none")
        panel.plot([high], [k], "o", color=COLOURS[0])
    panel.set_yticks(range(len(moves)), [words(name) for name, *_ in reversed(moves)], fontsize=9)
    panel.axvline(rows[column].iloc[0], color=GREY, linewidth=1)
    panel.set_xlabel(f"{target.in_words()} ({target.unit}), {words(strategy)}", fontsize=9)
    first = "Hollow: at the first step of each; filled: at the last; grey: as it is. "
    first += f"{len(moves)} of {len(experiment.axes)} shown."
    most, low, high = moves[0]
    title = f"{target.in_words().capitalize()} moves most with {words(most)}: {low:.3g} to {high:.3g} {target.unit}"
    return save(figure, study.folder / "one_at_a_time", title, caption(study, first, ""))


def _moves(study, rows, column):
    """(axis, at its first step, at its last), widest first."""
    points, found = study.plan.points, {}
    for k in range(len(points)):
        moved = points[k] if study.experiment.design["kind"] == "one_at_a_time" else {f"point {k + 1}": k}
        for name in moved:
            found.setdefault(name, []).append(float(rows[column].loc[k]))
    moves = [(name, values[0], values[-1]) for name, values in found.items()]
    if study.experiment.design["kind"] == "one_at_a_time":
        return sorted(moves, key=lambda move: -abs(move[2] - move[1]))
    return sorted(moves, key=lambda move: -move[2])

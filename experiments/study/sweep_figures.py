"""Pictures of a sweep: lines with bands along one thing, heat maps over two, small multiples over three, bars one at a time."""

import numpy as np

from experiments.study.drawing import (
    COLOURS,
    GREY,
    HELD,
    INK,
    MARKS,
    begun,
    caption,
    frame,
    in_two_columns,
    label_ends,
    save,
    with_unit,
    words,
)

MOST_PANELS = 4
MOST_POINTS = 20
BAND = "Bands: nine in ten single runs (luck). "


def draw(study, table):
    """All pictures that fit the design, into the folder; their paths."""
    experiment, kind = study.experiment, study.experiment.design["kind"]
    if kind == "grid" and len(experiment.axes) == 1:
        return [lines(study, table)]
    if kind == "grid" and len(experiment.axes) >= 2:
        return [interaction(study, table), *(heat(study, table, t) for t in experiment.targets[:MOST_PANELS])]
    return [bars(study, table) if kind == "one_at_a_time" else points(study, table)]


def _rows(table, target, strategy):
    mine = (table.outcome == target.outcome) & (table.observer == target.observer) & (table.group == target.group)
    return table[mine & (table.strategy == strategy)]


def _compared(experiment):
    """The strategies a picture shows: against the baseline, or the only one by itself."""
    return experiment.strategies[1:] or experiment.strategies


def _middle(experiment):
    return "difference" if len(experiment.strategies) > 1 else "mean"


def _against(experiment, strategy):
    """Messages three against routine; a single strategy by itself."""
    names = experiment.strategies
    return words(strategy) + (f" against {words(names[0])}" if len(names) > 1 else "")


def _said(value, experiment, all_values):
    """A value as the pictures say it, signed where it is a difference."""
    return f"{value:{'+' if len(experiment.strategies) > 1 else ''},{_digits(all_values)}}"


def _digits(values):
    """Three decimals, one from ten on, none for large sums."""
    most = np.nanmax(np.abs(values))
    return ".3f" if most < 10 else ".1f" if most < 100 else ".0f"


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
    figure, panels = in_two_columns(len(targets))
    for panel, target in zip(panels, targets, strict=True):
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
    strategy = _compared(experiment)[0]
    ends = _along(_rows(table, targets[0], strategy), along, experiment, targets[0].unit)
    title = f"{begun(targets[0].in_words())}, {_against(experiment, strategy)}: {ends}"
    return save(figure, study.folder / "lines", title, caption(study, "", BAND + HELD))


def _ticks(panel, axis, steps):
    panel.set_xlabel(with_unit(axis), fontsize=9)
    if any(isinstance(step, (str, bool)) for step in steps):
        panel.set_xticks(range(len(steps)), [words(str(step)) for step in steps], fontsize=8, rotation=20, ha="right")


def _along(rows, along, experiment, unit):
    """Where a line begins and where it ends."""
    rows = rows.sort_values("point")
    values, steps = rows[_middle(experiment)].to_numpy(float), rows[along.name].to_numpy()
    first, last = (_said(values[k], experiment, values) for k in (0, -1))
    return f"{first} {unit} at {words(along.name)} {_step(steps[0])}, {last} at {_step(steps[-1])}"


def _step(value):
    """A value of an axis as people read it."""
    return words(value) if isinstance(value, str) else f"{value}"


def interaction(study, table):
    """Along the axis with most steps, a line for each step of the second (the third at its first step)."""
    experiment = study.experiment
    levels = experiment.design.get("levels", 5)
    along, by, *rest = sorted(experiment.axes, key=lambda axis: -len(axis.steps(levels)))
    for third in rest:
        table = table[table[third.name] == third.steps(levels)[0]]
    targets = experiment.targets[:MOST_PANELS]
    strategy, steps = _compared(experiment)[0], along.steps(levels)
    figure, panels = in_two_columns(len(targets))
    for panel, target in zip(panels, targets, strict=True):
        if len(experiment.strategies) > 1:
            panel.axhline(0, color=GREY, linewidth=1)
        ends = []
        for k, (value, rows) in enumerate(_rows(table, target, strategy).groupby(by.name, sort=False)):
            end = _line(panel, _places(steps), rows, _middle(experiment), k)
            ends.append((end, f"{words(by.name.partition('.')[2])} {_step(value)}", COLOURS[k % 7]))
        label_ends(panel, _places(steps)[-1], ends)
        _panel_title(panel, target, experiment)
        _ticks(panel, along, steps)
    fixed = "".join(f" {begun(words(third.name))} held at {_step(third.steps(levels)[0])}." for third in rest)
    last = by.steps(levels)[-1]
    rows = _rows(table, targets[0], strategy)
    ends = _along(rows[rows[by.name] == last], along, experiment, targets[0].unit)
    name = f"{begun(targets[0].in_words())}, {_against(experiment, strategy)}"
    title = f"{name}, {words(by.name)} {_step(last)}: {ends}"
    first = f"{begun(_against(experiment, strategy))}.{fixed}"
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
    lowest = min(np.nanmin(map_.to_numpy()) for map_ in cells.values())
    reach = max(np.nanmax(np.abs(map_.to_numpy())) for map_ in cells.values()) or 1.0
    for (third, strategy), panel in zip(cells, panels.flat, strict=True):
        name = words(strategy) + ("" if third is None else f"; {words(rest[0].name)} {_step(third)}")
        low = -reach if column == "difference" else lowest
        _map(panel, cells[third, strategy], (low, reach), column == "difference", name)
        panel.set_xlabel(with_unit(across), fontsize=9)
        panel.set_ylabel(with_unit(down), fontsize=9)
    title = _highest(experiment, target, cells, (down, across, *rest))
    first = "Cells: " + ("mean difference from the baseline." if column == "difference" else "means.")
    name = f"map_{target.column.replace('|true', '').replace('|all', '').replace('|', '_')}"
    return save(figure, study.folder / name, title, caption(study, first, HELD))


def _highest(experiment, target, cells, axes):
    """The computed answer: the highest cell, whose it is and where, and the lowest of that strategy."""
    third, strategy = max(cells, key=lambda one: np.nanmax(cells[one].to_numpy(float)))
    best, mine = cells[third, strategy], [m.to_numpy(float) for (_, name), m in cells.items() if name == strategy]
    (i, j), lowest = np.unravel_index(np.nanargmax(best.to_numpy(float)), best.shape), min(map(np.nanmin, mine))
    every = [m.to_numpy(float) for m in cells.values()]
    high, low = (_said(value, experiment, np.concatenate(every)) for value in (best.iloc[i, j], lowest))
    steps = zip(axes, (best.index[i], best.columns[j], third), strict=False)
    where = ", ".join(f"{words(axis.name)} {_step(step)}" for axis, step in steps)
    name = f"{begun(target.in_words())}, {_against(experiment, strategy)}"
    return f"{name}: highest with {high} {target.unit} at {where}; lowest {low}"


def _map(panel, cells, ends, diverging, name):
    """Purple above zero, orange below, the number in each cell, so that it reads without colour too."""
    (low, reach), shades = ends, "PuOr" if diverging else "Blues"
    panel.imshow(cells.to_numpy(float), cmap=shades, vmin=low, vmax=reach, aspect="auto", origin="lower")
    form = f",{_digits((low, reach))}"
    for (i, j), value in np.ndenumerate(cells.to_numpy(float)):
        dark = abs(value) > 0.6 * reach if diverging else value > low + 0.6 * (reach - low)
        panel.text(j, i, f"{value:{form}}", ha="center", va="center", fontsize=8.5, color="white" if dark else INK)
    panel.set_xticks(range(cells.shape[1]), [_step(c) for c in cells.columns], fontsize=9)
    panel.set_yticks(range(cells.shape[0]), [_step(c) for c in cells.index], fontsize=9)
    panel.set_title(name, fontsize=9.5, loc="left")
    panel.spines[:].set_visible(False)


def bars(study, table):
    """One at a time: how far each axis moves what is looked at first, from its lowest to its highest step."""
    experiment = study.experiment
    target, strategy, column = experiment.targets[0], _compared(experiment)[0], _middle(experiment)
    rows = _rows(table, target, strategy).set_index("point")
    moves = _moves(study, rows, column)[:MOST_POINTS]
    figure, panels = frame(1, 1, width=9.5, height=2.6 + 0.3 * len(moves), left=0.34)
    panel = panels[0, 0]
    for k, (_, low, high) in enumerate(reversed(moves)):
        panel.plot([low, high], [k, k], color=COLOURS[0], linewidth=5, alpha=0.45, solid_capstyle="butt")
        panel.plot([low], [k], "o", color=COLOURS[0], fillstyle="none")
        panel.plot([high], [k], "o", color=COLOURS[0])
    panel.set_yticks(range(len(moves)), [words(name) for name, *_ in reversed(moves)], fontsize=9)
    panel.axvline(rows[column].iloc[0], color=GREY, linewidth=1)
    of = "difference in " if column == "difference" else ""
    panel.set_xlabel(f"{of}{target.in_words()} ({target.unit}), {_against(experiment, strategy)}", fontsize=9)
    first = "Hollow: at the first step of each; filled: at the last; grey: as it is. "
    first += f"{len(moves)} of {len(experiment.axes)} shown."
    most, low, high = moves[0]
    low, high = (_said(value, experiment, [low, high]) for value in (low, high))
    title = f"{begun(target.in_words())}, {_against(experiment, strategy)}, moves most with {words(most)}: "
    title += f"{low} to {high} {target.unit}"
    return save(figure, study.folder / "one_at_a_time", title, caption(study, first, ""))


def _moves(study, rows, column):
    """(axis, at its first step, at its last), widest first."""
    found = {}
    for k, point in enumerate(study.plan.points):
        for name in point:
            found.setdefault(name, []).append(float(rows[column].loc[k]))
    moves = [(name, values[0], values[-1]) for name, values in found.items()]
    return sorted(moves, key=lambda move: -abs(move[2] - move[1]))


def points(study, table):
    """Points that a file lists: what is looked at first at each of them, highest first, named by what is set there."""
    experiment = study.experiment
    target, strategy, column = experiment.targets[0], _compared(experiment)[0], _middle(experiment)
    rows = _rows(table, target, strategy).set_index("point")
    values = rows[column]
    order = values.sort_values(ascending=False).index[:MOST_POINTS]
    figure, panels = frame(1, 1, width=9.5, height=2.6 + 0.34 * len(order), left=0.2)
    panel = panels[0, 0]
    at, shown = range(len(order)), rows.loc[order[::-1]]
    if column == "difference":
        panel.axvline(0, color=GREY, linewidth=1)
    panel.hlines(at, shown.spread_low, shown.spread_high, color=COLOURS[0], alpha=0.35, linewidth=6)
    panel.plot(shown[column], at, "o", color=COLOURS[0])
    panel.set_yticks(at, [_set_there(study.plan.points[k]) for k in reversed(order)], fontsize=9)
    of = "difference in " if column == "difference" else ""
    panel.set_xlabel(f"{of}{target.in_words()} ({target.unit}), {_against(experiment, strategy)}", fontsize=9)
    high, low = (
        f"{_said(values.loc[k], experiment, values)} {target.unit} at {_set_there(study.plan.points[k])}"
        for k in (values.idxmax(), values.idxmin())
    )
    title = f"{begun(target.in_words())}, {_against(experiment, strategy)}: highest {high}; lowest {low}"
    first = f"{len(order)} of {len(values)} points shown."
    return save(figure, study.folder / "points", title, caption(study, first, BAND + HELD))


def _set_there(point):
    """Messages per week 7, culture entrusting 0.7."""
    return ", ".join(f"{words(name)} {_step(value)}" for name, value in point.items()) or "as it is"

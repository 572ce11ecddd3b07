"""The map: preschools, organisations, families by how often they meet the preschool, ties, and who has none."""

from pathlib import Path
from textwrap import wrap

import numpy as np

import sim
from experiments.district_map.graph import layout, measures
from experiments.study.drawing import to_files

INK, ALONE, PARTNER = "#222222", "#D55E00", "#009E73"  # Okabe-Ito
BOX = {"boxstyle": "circle,pad=0.15", "facecolor": "white", "edgecolor": "none", "alpha": 0.8}
KINDS = ("training", "library", "enterprise", "service")


def draw(graph, world, scenario, seed, folder):
    """map.png, map.svg and map.csv (a row a family) in a folder; returns the path of the picture."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot as plt

    folder = Path(folder)
    _made(folder)
    at, spots = layout(graph, world)
    figure, axis = plt.subplots(figsize=(10, 8.6))
    figure.subplots_adjust(left=0.02, right=0.98, top=0.9, bottom=0.13)
    _ties(axis, graph, spots)
    shown = _families(axis, graph, spots)
    _preschools(axis, at)
    _organisations(axis, world, at)
    bar = figure.colorbar(shown, ax=axis, shrink=0.55, pad=0.01)
    bar.set_label("times it met the preschool this year", fontsize=8.5)
    axis.set_aspect("equal")
    axis.margins(0.05)
    axis.axis("off")
    title, caption = answer(graph), _caption(graph, scenario, seed)
    figure.suptitle("\n".join(wrap(title, 90)), x=0.02, ha="left", fontsize=12.5, fontweight="bold", color=INK)
    figure.text(0.02, 0.015, "\n".join(wrap(caption, 145)), fontsize=8, color="#444444", va="bottom")
    _table(graph, folder)
    return to_files(figure, folder / "map", title, caption, dpi=150)


def _made(folder):
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise sim.ScenarioError(
            f"A map cannot be written to '{folder}' ({error.strerror}). Name another folder with --out."
        ) from None


def _ties(axis, graph, spots):
    from matplotlib.collections import LineCollection

    lines = [(spots[a], spots[b]) for a, b in graph.edges]
    widths = [0.3 + 1.2 * close for _, _, close in graph.edges(data="weight")]
    axis.add_collection(LineCollection(lines, colors="#888888", linewidths=widths, alpha=0.35, zorder=1))


def _families(axis, graph, spots):
    """Round for a member of no committee, square for one; a ring for a family that knows nobody."""
    known = dict(graph.nodes(data=True))
    most = max(1.0, float(np.quantile([k["contacts"] for k in known.values()], 0.95)))
    shown = None
    for marker, members in (("o", False), ("s", True)):
        rows = [node for node, k in known.items() if k["on_committee"] == members]
        if rows:
            points, colours = np.array([spots[node] for node in rows]), [known[node]["contacts"] for node in rows]
            edge = [INK if members else "none"] * len(rows)
            shown = axis.scatter(
                *points.T, c=colours, s=26, marker=marker, cmap="cividis", vmin=0, vmax=most, edgecolors=edge, zorder=2
            )
    alone = np.array([spots[node] for node in graph if graph.degree(node) == 0]).reshape(-1, 2)
    axis.scatter(*alone.T, s=70, facecolors="none", edgecolors=ALONE, linewidths=1.4, zorder=3)
    return shown


def _preschools(axis, at):
    for number, (x, y) in enumerate(at, start=1):
        axis.plot([x], [y], "P", color=INK, markersize=11, markeredgecolor="white", zorder=4)
        axis.annotate(
            f"{number}", (x, y), xytext=(7, 7), textcoords="offset points", fontsize=9, color=INK, zorder=5, bbox=BOX
        )


def _organisations(axis, world, at):
    """Those that work with somebody this term, where they lie, a line to each partner."""
    links = world.tables.partnerships
    for row in np.unique(links.organisation[links.partner == 1]):
        one = world.tables.organisations[int(row)]
        spot = (float(one.east), float(one.north))
        axis.plot(*spot, "^", color=PARTNER, markersize=8, zorder=4)
        axis.annotate(
            KINDS[int(one.kind)], spot, xytext=(6, -3), textcoords="offset points", fontsize=7.5, color=PARTNER
        )
        for school in links.preschool[(links.organisation == row) & (links.partner == 1)]:
            axis.plot(
                [spot[0], at[school][0]], [spot[1], at[school][1]], color=PARTNER, linewidth=1, alpha=0.6, zorder=1
            )


def answer(graph):
    """What the picture says, in a sentence."""
    found = measures(graph)
    often = {fifth: [k["contacts"] for _, k in graph.nodes(data=True) if k["fifth"] == fifth] for fifth in (1, 5)}
    alone = found["isolated"]
    sentence = f"{alone or 'None'} of {found['families']} families {'has' if alone == 1 else 'have'} no tie"
    if all(often.values()):
        poor, rich = (float(np.mean(often[fifth])) for fifth in (1, 5))
        sentence += f"; the poorest fifth met the preschool {poor:.1f} times this year, the richest {rich:.1f}"
    return sentence


def _caption(graph, scenario, seed):
    found, strategy = measures(graph), scenario.strategy.strategy.name.replace("_", " ")
    return (
        f"{scenario.name}: one run (seed {seed}) of {scenario.place.name}, strategy {strategy}, week {scenario.measured_in}. "
        "Each dot is a family, near those it knows, around its preschool (+); squares sit on a parent committee; orange "
        "rings know nobody; green triangles are organisations that work with a preschool. Tied families are alike by fifth "
        f"of means {found['mixing by fifth of means']:.2f}, by language {found['mixing by language']:.2f} (0 as chance would "
        f"have it, 1 only alike). {scenario.place.stand_in}"
    )


def _table(graph, folder):
    import pandas as pd

    rows = [{"family": node} | known | {"ties": graph.degree(node)} for node, known in graph.nodes(data=True)]
    pd.DataFrame(rows).to_csv(folder / "map.csv", index=False)

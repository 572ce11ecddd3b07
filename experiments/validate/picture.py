"""The forest plot: published interval against simulated interval, misses first."""

from experiments.study.drawing import COLOURS, GREY, INK, frame, save
from experiments.validate.score import met_without, scored

MET, MISSED = COLOURS[0], COLOURS[1]


def forest(path, rows, members, foretold=None):
    """One line a row of the evidence that counts; `foretold`: {row: [middle, …]} by numbers fitted without it."""
    counted, foretold = scored(rows), foretold or {}
    rows = [row for row in counted if row["unit"] == "SD"]
    figure, ((axis,),) = frame(1, 1, width=8.5, height=2.2 + 0.36 * len(rows), left=0.40)
    for k, row in enumerate(rows):
        y, colour = len(rows) - k, MET if row["met"] else MISSED
        axis.hlines(y + 0.14, row["published_low"], row["published_high"], color=GREY, linewidth=7, alpha=0.45)
        axis.plot(row["published"], y + 0.14, "|", color=INK, markersize=9)
        axis.hlines(y - 0.16, row["low"], row["high"], color=colour, linewidth=2)
        axis.plot(row["simulated"], y - 0.16, "o" if row["met"] else "X", color=colour, markersize=6)
        if row["name"] in foretold:
            axis.plot(foretold[row["name"]][0], y - 0.16, "D", color=INK, markersize=5, markerfacecolor="white")
    axis.axvline(0, color=INK, linewidth=0.8)
    axis.set_yticks(range(len(rows), 0, -1), [_label(row) for row in rows], fontsize=9)
    axis.set_ylim(0.3, len(rows) + 0.8)
    axis.set_xlabel("difference in SD of the control arm")
    save(figure, path / "forest", _title(counted, foretold), _caption(counted, members, foretold))


def _title(rows, foretold):
    said = f"{sum(row['met'] for row in rows)} of {len(rows)} published effects are met"
    return f"{said}, {len(met_without(rows, foretold))} with the row left out" if foretold else said


def _caption(rows, members, foretold):
    other = sum(row["unit"] != "SD" for row in rows)
    return (
        "Grey: published, with its interval. Below it the model run as the trial was run: centre and 95 in 100 of "
        f"{members} sets of numbers; a cross where the centre lies outside the published interval. Misses first. Most "
        "rows were used to fit the numbers, so this shows how far one model can hold them all at once, not foresight."
        + (" Diamonds are foresight: the centre when the row was left out of the fit." if foretold else "")
        + (f" Effects in other units ({other}) stand in the table only." if other else "")
    )


def _label(row):
    return f"{row['name'].replace('_', ' ')} · {row['mechanism']}"

"""The mechanisms as a picture: a dot and its interval each, to the right where the paper is borne out."""

from textwrap import wrap

from experiments.mechanisms.shown import answer, caption, reasons
from experiments.study.drawing import to_files

COLOUR = {"as expected": "#0072B2", "the other way": "#D55E00", "cannot be told": "#777777"}  # Okabe-Ito
MARK = {"as expected": "o", "the other way": "X", "cannot be told": "s"}
INK = "#222222"
LINEAR = 0.01  # SD: below it the axis is linear, above it a decade is a step


def draw(path, rows, place, seeds):
    """mechanisms.png and mechanisms.svg in a folder."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot as plt

    figure, axis = plt.subplots(figsize=(9.5, 2.6 + 0.27 * len(rows)))
    figure.subplots_adjust(
        left=0.33, right=0.97, top=1 - 0.75 / figure.get_figheight(), bottom=1.55 / figure.get_figheight()
    )
    for y, row in enumerate(reversed(rows)):
        _dot(axis, y, row)
    axis.axvline(0, color=INK, linewidth=1)
    axis.set_xscale("symlog", linthresh=LINEAR)
    axis.set_xticks([-1, -0.1, -0.01, 0, 0.01, 0.1, 1], ["−1", "−0.1", "−0.01", "0", "0.01", "0.1", "1"])
    axis.set_yticks(range(len(rows)), [_label(row) for row in reversed(rows)], fontsize=8)
    axis.set_xlim(left=min(-LINEAR, 1.3 * _least(rows)))
    axis.set_ylim(-0.7, len(rows) - 0.3)
    axis.set_xlabel("← against the paper     what having the mechanism does, SD     as the paper says →", fontsize=9)
    axis.spines[["top", "right"]].set_visible(False)
    axis.grid(axis="x", color="#dddddd", linewidth=0.6)
    axis.set_axisbelow(True)
    figure.suptitle(answer(rows), x=0.02, ha="left", fontsize=12, fontweight="bold", color=INK)
    words = " ".join([caption(place, seeds), *reasons(rows)])
    figure.text(0.02, 0.02, "\n".join(wrap(words, 130)), fontsize=7.5, color="#444444", va="bottom")
    to_files(figure, path / "mechanisms", answer(rows), words, dpi=150)


def _least(rows):
    """Where the leftmost interval begins."""
    ends = [[row.low, row.high] if row.low is not None else [row.difference_sd] for row in rows]
    return min(end if row.expected == "+" else -end for row, both in zip(rows, ends, strict=True) for end in both)


def _dot(axis, y, row):
    """To the right is what the paper says; the arrow in the label says which way that is."""
    sign = 1 if row.expected == "+" else -1
    colour, mark = COLOUR[row.verdict], MARK[row.verdict]
    if row.low is not None:
        axis.plot([sign * row.low, sign * row.high], [y, y], color=colour, linewidth=3, alpha=0.45)
    axis.plot([sign * row.difference_sd], [y], mark, color=colour, markersize=5)


def _label(row):
    arrow = "↑" if row.expected == "+" else "↓"
    return f"§{row.section}  {row.mechanism.replace('_', ' ')}: {row.outcome.replace('_', ' ')} {arrow}"

"""How pictures of many runs look: one frame, one set of colours, text for those who cannot see them."""

from textwrap import wrap

import sim

GREY, INK = "#777777", "#222222"
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000")  # Okabe-Ito
MARKS = ("o", "s", "^", "D", "v", "P", "X")
HELD = "Unknown numbers held at their centre: this is not how sure the model is."


def frame(rows, columns, width=11.0, height=4.4, left=0.08, wspace=0.45):
    """A figure with panels, and room above for the answer and below for who, how many and what band."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(rows, columns, figsize=(width, height), squeeze=False)
    top, bottom = 1 - 0.95 / height, 1.25 / height
    figure.subplots_adjust(left=left, right=0.95, top=top, bottom=bottom, wspace=wspace, hspace=0.45)
    for axis in axes.flat:
        axis.spines[["top", "right"]].set_visible(False)
        axis.tick_params(labelsize=9)
    return figure, axes


def save(figure, path, title, caption):
    """PNG and SVG, with the answer above and in the file itself."""
    letters = int(figure.get_figwidth() * 8.2)
    lines = wrap(title, letters)[:2]
    figure.suptitle("\n".join(lines), x=0.02, y=0.985, ha="left", va="top", fontsize=12.5, fontweight="bold", color=INK)
    below = "\n".join(wrap(caption, int(figure.get_figwidth() * 14)))
    figure.text(0.02, 0.02, below, fontsize=8.5, color="#444444", va="bottom")
    return to_files(figure, path, title, caption)


def to_files(figure, path, title, caption, dpi=130):
    """PNG and SVG with what they say, for those who cannot see them; drawn again the files are the same to the last byte."""
    from matplotlib import pyplot as plt

    said = {"Title": title, "Description": f"{title}. {caption}"}
    with plt.rc_context({"svg.hashsalt": title}):
        figure.savefig(path.with_suffix(".png"), dpi=dpi, metadata=said)
        figure.savefig(path.with_suffix(".svg"), dpi=dpi, metadata=said | {"Date": None})
    plt.close(figure)
    return path.with_suffix(".png")


def words(name):
    """messages.per_week as messages per week."""
    return name.replace("_", " ").replace(".", " ")


def with_unit(axis):
    """An axis with its unit, as it is written under a picture."""
    return words(axis.name) + (f" ({axis.unit})" if axis.unit and axis.unit != "choice" else "")


def caption(study, first, band):
    """Who, how many runs, what the band is, what stands in."""
    one, subject = study.experiment, study.experiment.subject
    who = f"{subject.families} families of {subject.place}, {subject.weeks} weeks" if hasattr(subject, "place") else ""
    runs = f"{len(study.plan):,} runs: {len(study.plan.points):,} points, {one.replicates} seeds each."
    stand_in = sim.read_place(subject.place).stand_in if hasattr(subject, "place") else ""
    return " ".join(part for part in (first, f"{who}; {runs}" if who else runs, band, stand_in) if part)


def label_ends(panel, where, ends):
    """Names at the ends of lines, (value, name, colour), moved apart where they would lie on one another."""
    low, high = panel.get_ylim()
    apart, before = 0.06 * (high - low), float("-inf")
    for value, name, colour in sorted(ends):
        before = max(value, before + apart)
        panel.annotate(
            name,
            (where, before),
            (6, 0),
            textcoords="offset points",
            fontsize=8,
            color=colour,
            va="center",
            annotation_clip=False,
        )

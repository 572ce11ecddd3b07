"""How pictures of many runs look: one frame, one set of colours, text for those who cannot see them."""

from textwrap import wrap

import sim
from experiments.study.room import make_room

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


def in_two_columns(count, width=4.6, height=2.9):
    """A figure and its first `count` panels, two in a row: four in a row cannot be read on a narrow screen."""
    columns = min(count, 2)
    rows = -(-count // columns)
    figure, axes = frame(rows, columns, width=max(1.4 + width * columns, 7.5), height=1.6 + height * rows)
    for axis in axes.flat[count:]:
        axis.remove()
    return figure, axes.flat[:count]


def save(figure, path, title, caption):
    """PNG and SVG, with the answer above and in the file itself."""
    letters, size = int(figure.get_figwidth() * 8.2), 12.5
    if len(wrap(title, letters)) > 2:  # smaller letters rather than half a sentence
        letters, size = int(letters * 1.2), 10.5
    lines = "\n".join(_balanced(title, letters))
    above = figure.suptitle(lines, x=0.02, y=0.985, ha="left", va="top", fontsize=size, fontweight="bold", color=INK)
    below = "\n".join(wrap(caption, int(figure.get_figwidth() * 14)))
    below = figure.text(0.02, 0.02, below, fontsize=8.5, color="#444444", va="bottom")
    make_room(figure, above, below)
    return to_files(figure, path, title, caption)


def _balanced(text, letters):
    """Lines of about one length, so that no word stands alone."""
    lines = wrap(text, letters)
    narrower = next((k for k in range(1, letters) if len(wrap(text, letters - k)) > len(lines)), letters)
    return wrap(text, letters - narrower + 1)


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


def begun(text):
    """With a capital letter at its beginning; the rest stays as it is, unlike with capitalize()."""
    return text[:1].upper() + text[1:]


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

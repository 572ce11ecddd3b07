"""The picture of a discovery: points on the two axes that the first box limits most, what is of interest filled."""

import numpy as np
from matplotlib.patches import Rectangle

from experiments.study.discover import frame_of_points, holds, limits_in_words
from experiments.study.drawing import COLOURS, GREY, INK, begun, caption, frame, save, with_unit, words


def draw(study, discoveries):
    """One panel a strategy that has a box; None where there is none."""
    shown = [one for one in discoveries if one.boxes][:3]
    if not shown:
        return None
    x = frame_of_points(study)
    figure, panels = frame(1, len(shown), width=1.6 + 5.2 * len(shown), height=5.4)
    for panel, one in zip(panels[0], shown, strict=True):
        _panel(panel, study, one, x, one.interest)
    title = _title(shown[0], x)
    first = "A point of the design each; filled: of interest. The frame is the first box, as far as these two axes go."
    return save(figure, study.folder / "boxes", title, caption(study, first, ""))


def _title(one, x):
    """How often it is so inside the first box, and in all."""
    limits = one.boxes[0].limits
    inside = one.interest[holds(x, limits)].mean()
    where = limits_in_words({words(name): allowed for name, allowed in limits.items()})
    return f"{begun(one.words)}: {inside:.0%} of points with {where}, {one.share:.0%} of all"


def _panel(panel, study, one, x, interest):
    numeric = [name for name, allowed in one.boxes[0].limits.items() if not isinstance(allowed[0], str)]
    rest = [name for name in x.columns if name not in numeric and x[name].dtype.kind == "f"]
    across, down = (numeric + rest + numeric)[:2]
    panel.plot(x[across][~interest], x[down][~interest], "o", color=GREY, fillstyle="none", markersize=3.5, alpha=0.6)
    panel.plot(x[across][interest], x[down][interest], "o", color=COLOURS[1], markersize=4.5)
    ends = [_within(x[name], one.boxes[0].limits.get(name)) for name in (across, down)]
    (left, right), (low, high) = ends
    panel.add_patch(Rectangle((left, low), right - left, high - low, fill=False, edgecolor=INK, linewidth=1.6))
    axes = {axis.name: axis for axis in study.experiment.axes}
    panel.set(xlabel=with_unit(axes[across]), ylabel=with_unit(axes[down]))
    inside = holds(x, one.boxes[0].limits)
    panel.set_title(
        f"{words(one.strategy)}: {interest[inside].mean():.0%} inside, {one.share:.0%} overall",
        fontsize=9.5,
        loc="left",
    )


def _within(column, allowed):
    low, high = float(column.min()), float(column.max())
    if allowed is None:
        return low, high
    return (low if np.isinf(allowed[0]) else allowed[0]), (high if np.isinf(allowed[1]) else allowed[1])

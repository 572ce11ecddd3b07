"""Room in a picture: nothing is cut off at its edges, and no panel lies on another or on the text."""

GAP = 0.012  # of the width or height of the picture


def make_room(figure, above, below):
    """Move the panels inwards and apart until all that belongs to them is seen; what has room stays as it is."""
    for _ in range(3):  # moved panels have other ticks
        boxes = _boxes(figure)
        if not boxes:
            return
        left, right = GAP - min(b.x0 for b in boxes.values()), max(b.x1 for b in boxes.values()) - (1 - GAP)
        low = _end(figure, below).y1 + GAP - min(b.y0 for b in boxes.values())
        high = max(b.y1 for b in boxes.values()) + GAP - _end(figure, above).y0
        wide, tall = _overlap(boxes, across=True), _overlap(boxes, across=False)
        if max(left, right, low, high, wide, tall) <= 1e-4:
            return
        _move(figure, *(max(one, 0.0) for one in (left, right, low, high, wide, tall)))


def _move(figure, left, right, low, high, wide, tall):
    """The margins and the gaps between panels made larger by these shares of the picture."""
    now, panel = figure.subplotpars, figure.axes[0]
    rows, columns = panel.get_gridspec().get_geometry()
    size = panel.get_position()
    ends = {"left": now.left + left, "right": now.right - right, "bottom": now.bottom + low, "top": now.top - high}
    across = _gap(ends["right"] - ends["left"], columns, now.wspace * size.width + wide)
    down = _gap(ends["top"] - ends["bottom"], rows, now.hspace * size.height + tall)
    figure.subplots_adjust(**ends, wspace=across, hspace=down)


def _gap(room, panels, gap):
    """A gap as matplotlib counts it, in widths of a panel; half of the room at most."""
    gap = min(gap, 0.5 * room / max(panels - 1, 1))
    return gap * panels / (room - (panels - 1) * gap)


def _boxes(figure):
    """What each panel takes, ticks and names at the ends of lines included, in shares of the picture."""
    figure.canvas.draw()
    shares = figure.transFigure.inverted()
    found = {axis: axis.get_tightbbox() for axis in figure.axes}
    return {axis: box.transformed(shares) for axis, box in found.items() if box is not None}


def _end(figure, text):
    return text.get_window_extent().transformed(figure.transFigure.inverted())


def _overlap(boxes, across):
    """How far a panel reaches into the next one of its row or column, and the gap between them."""
    most = 0.0
    for one, box in boxes.items():
        for other, next_ in boxes.items():
            if across and _cell(other) == (_cell(one)[0], _cell(one)[1] + 1):
                most = max(most, box.x1 + GAP - next_.x0)
            if not across and _cell(other) == (_cell(one)[0] + 1, _cell(one)[1]):
                most = max(most, next_.y1 + GAP - box.y0)
    return most


def _cell(axis):
    """(row, column) of a panel."""
    where = axis.get_subplotspec()
    return where.rowspan.start, where.colspan.start

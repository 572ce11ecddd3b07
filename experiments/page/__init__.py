"""HTML pages that need no network: one look, names always as text, pictures inside."""

import base64
from pathlib import Path

import numpy as np

from experiments.study.drawing import words


def render(template, **said):
    """A page from a template of this folder; every value is escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

    loader = PackageLoader("experiments.page", "templates")
    room = Environment(loader=loader, autoescape=select_autoescape(default=True), undefined=StrictUndefined)
    room.filters |= {"words": words, "number": number}
    return room.get_template(template).render(**said)


def number(value, sign=False):
    """Two decimals, none for large sums and for nothing, a dash for what is not known."""
    if value is None or not np.isfinite(value):
        return "–"
    if value == 0:
        return "0"
    plus = "+" if sign else ""
    said = f"{value:{plus},.0f}" if abs(value) >= 100 else f"{value:{plus}.2f}"
    return "0.00" if said in ("-0.00", "+0.00") else said


def inside(picture):
    """A picture as part of the page: (name, data, what it shows in words)."""
    from PIL import Image

    with Image.open(picture) as opened:
        described = opened.info.get("Description", picture.stem)
    data = "data:image/png;base64," + base64.b64encode(Path(picture).read_bytes()).decode()
    return picture.stem, data, described

"""Pages: templates filled with the words of one file."""

import json
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from experiments.app.questions import QUESTIONS

HERE = Path(__file__).parent
PAGES = (("explore", "/"), ("compare", "/compare"), ("plan", "/plan"), ("matters", "/matters"), ("teacher", "/teacher"))


@cache
def words():
    """The words of the pages, and those that names of the model go by."""
    return json.loads((HERE / "words.json").read_text(encoding="utf-8"))


@cache
def _templates():
    loader = FileSystemLoader(HERE / "templates")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.policies["json.dumps_kwargs"] = {"sort_keys": False}  # lists of choices come in the order they are written
    return made


def page(name, **values):
    """One page as HTML."""
    from experiments.app.charts import COLOURS  # Altair takes a second, and other work needs only the words

    said = words()
    for_script = {key: value for key, value in said.items() if key != "page"} | {"colours": COLOURS}
    template = _templates().get_template(f"{name}.html")
    return template.render(w=said["page"], for_script=for_script, here=name, pages=PAGES, questions=QUESTIONS, **values)


def to_scan(address):
    """The address as a picture to scan (an SVG drawing), or nothing where only this machine can open it."""
    if not address or "127.0.0.1" in address:
        return ""
    import segno

    return segno.make(address).svg_inline(scale=6, border=2, omitsize=True)

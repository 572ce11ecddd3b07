"""What a key of a place means: of its culture, policy, budget, customs or staff; where it stands, and which files read it."""

import ast
from pathlib import Path

import sim
from experiments.labels import said_by_the_app

MODEL = Path(sim.__file__).parent


def lines_on(name):
    """All that is known of 'entrusting', 'culture.entrusting' or 'culture', in lines; nothing where there is no such key."""
    for part, key in keys_named(name):
        yield from _on(part, key)


def keys_named(name):
    """(part, key) of every key of a place that a name may mean."""
    part, _, key = str(name).partition(".")
    part = part.lower()
    if part in sim.PARTS and (not key or key in sim.PARTS[part].declared):
        return [(part, one) for one in sim.PARTS[part].declared if key in ("", one)]
    return [(part, name) for part, kind in sim.PARTS.items() if name in kind.declared]


def names():
    """Every key by its full name and alone."""
    full = [f"{part}.{key}" for part, kind in sim.PARTS.items() for key in kind.declared]
    return [*sim.PARTS, *full, *(one.partition(".")[2] for one in full)]


def _on(part, key):
    one = sim.PARTS[part].declared[key]
    yield f"{part}.{key}: {_meaning(part, key, one)}."
    possible = "" if one.choices else f"; possible is {one.floor:g} to {one.ceiling:g}"
    yield f"  unit {one.unit}; plausible {one.plausible()}{possible}"
    yield f"  source: {one.source}"
    yield f"  of the places: {_of_the_places(part, key, one)}"
    yield f"  read in {', '.join(_read_in(key)) or 'sim/place.py alone'}"
    yield f"  a scenario changes it by {_example(part, key)}"


def _meaning(part, key, one):
    """As the app says it; else what the source says of it behind 'assumed', and its name."""
    said = said_by_the_app("controls").get(f"{part}.{key}")
    if said:
        return f"{said['label'].rstrip('.')}. {said.get('help', '').rstrip('.')}".rstrip(". ")
    head, _, rest = one.source.partition(": ")
    return f"{key.replace('_', ' ')}, {rest}" if rest and head in ("assumed", "custom") else key.replace("_", " ")


def _example(part, key):
    if part == "customs":
        return "a place of its own (famschool new us_preschool): customs stand in no scenario"
    vary = ", an experiment varies it by place_varies" if part != "staff" else ""
    return f"{part}: {{{key}: …}}{vary}"


def _of_the_places(part, key, one):
    values = {}
    for name in sim.list_configs("places"):
        value = getattr(getattr(sim.read_place(name), part), key)
        values.setdefault(one.shown(value) if one.choices else f"{value:g}", []).append(name)
    return "; ".join(f"{value} in {', '.join(places)}" for value, places in values.items())


def _read_in(key):
    """Files of the model that read the key, of the place or where it was written down for each class."""
    files = (file for file in sorted(MODEL.rglob("*.py")) if key in file.read_text(encoding="utf-8"))
    found = (file for file in files if any(_reads(node, key) for node in ast.walk(ast.parse(file.read_bytes()))))
    return [f"sim/{file.relative_to(MODEL).as_posix()}" for file in found if file.name != "mesa_face.py"]


def _reads(node, key):
    return isinstance(node, ast.Attribute) and node.attr == key and isinstance(node.ctx, ast.Load)

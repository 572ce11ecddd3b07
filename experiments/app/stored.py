"""Stored results under the folder named at the start, and nothing else: a page asks for a number, never for a path."""

import csv
from itertools import islice
from pathlib import Path

import sim
from experiments.store import manifest_in

DEPTH, RESULTS, ROWS, BYTES = 4, 200, 400, 5_000_000
PICTURES = {".png": "image/png", ".svg": "image/svg+xml"}


def results(show):
    """Finished results by number: every folder with a manifest."""
    if show is None:
        return []
    root = Path(show).resolve()
    found = (f.parent for depth in range(DEPTH) for f in root.glob("*/" * depth + "manifest.json"))
    return list(islice((folder for folder in found if _within(root, folder) is not None), RESULTS))


def listing(show):
    """What there is, with its question."""
    folders = results(show)
    return [
        {"number": k, "name": _name(show, f), "question": manifest_in(f).get("question", "")}
        for k, f in enumerate(folders)
    ]


def one(show, number):
    """A result: its manifest's question, its tables and its pictures by name."""
    folder = _folder(show, number)
    manifest = manifest_in(folder)
    tables = {file.stem: _table(file) for file in _files(folder, (".csv",))}
    pictures = {file.stem: file.name for file in _files(folder, PICTURES)}  # one of each: a drawing before its pixels
    said = {key: manifest.get(key) for key in ("question", "stand_in", "written", "runs", "seeds", "version")}
    return said | {"name": _name(show, folder), "tables": tables, "pictures": list(pictures.values())}


def picture(show, number, name):
    """The bytes of a picture that a result lists, and their kind."""
    files = {file.name: file for file in _files(_folder(show, number), PICTURES)}
    if name not in files:
        raise sim.unknown("picture", name[:80], files, "This result")
    return files[name].read_bytes(), PICTURES[files[name].suffix]


def _folder(show, number):
    folders = results(show)
    if not 0 <= number < len(folders):
        raise sim.ScenarioError(f"There is no stored result {number}; there are {len(folders)}.")
    return folders[number]


def _name(show, folder):
    return folder.relative_to(Path(show).resolve()).as_posix()


def _within(root, path):
    """The path itself, unless it leads out of the folder that may be shown."""
    return path if path.resolve().is_relative_to(root) else None


def _files(folder, endings):
    mine = (f for f in sorted(folder.iterdir()) if f.suffix in endings and _within(folder.resolve(), f))
    return [file for file in mine if file.stat().st_size <= BYTES]


def _table(file):
    """The first rows, and how many there are of all; whoever wants all opens the file."""
    with file.open(encoding="utf-8", newline="") as text:
        lines = csv.reader(text)
        columns, rows = next(lines, []), list(islice(lines, ROWS))
        return {"columns": columns, "rows": rows, "of": len(rows) + sum(1 for _ in lines)}

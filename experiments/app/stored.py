"""Stored results under the folder named at the start, and nothing else: a page asks for a number, never for a path."""

import csv
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import sim
from experiments.store import manifest_in

DEPTH, RESULTS, ROWS, BYTES = 4, 200, 400, 5_000_000
TABLES = (".csv",)  # of a manifest: without one a table may be anybody's sheet
PICTURES = {".png": "image/png", ".svg": "image/svg+xml"}
WHOLE, NAMED = "manifest.json", ".manifest.json"
LOOKED_FOR = (
    f"a result is a folder with the {WHOLE} that famschool run, sweep, sensitivity, discover, compare and plan write, or "
    f"files beside a NAME{NAMED}, up to {DEPTH - 1} folders down"
)


class Result(NamedTuple):
    """Its folder and the manifest in it; no manifest: the pictures that no manifest of that folder names."""

    name: str
    folder: Path
    manifest: str | None

    @property
    def said(self):
        return manifest_in(self.folder, self.manifest) if self.manifest else {}


def results(show):
    """Finished results by number: folders with a manifest, and what lies beside manifests that have a name."""
    if show is None:
        return []
    root = Path(show).resolve()
    found = (file for depth in range(DEPTH) for file in sorted(root.glob("*/" * depth + "*" + WHOLE)))
    known = [file for file in found if (file.name == WHOLE or file.name.endswith(NAMED)) and _within(root, file)]
    whole = {file.parent for file in known if file.name == WHOLE}
    beside = dict.fromkeys(file.parent for file in known if file.parent not in whole)
    rest = (Result(f"{_name(root, folder)} (more pictures)", folder, None) for folder in beside)
    mine = [Result(_name(root, _what_of(file)), file.parent, file.name) for file in known if _counts(file, whole)]
    return list(islice((*mine, *(one for one in rest if _files_of(one, PICTURES))), RESULTS))


def _counts(file, whole):
    """A manifest with a name in a folder that has one for all of it is only a file there."""
    return file.name == WHOLE or file.parent not in whole


def _what_of(file):
    """What a manifest is of: its folder, or what is called as it is."""
    return file.parent if file.name == WHOLE else file.with_name(file.name.removesuffix(NAMED))


def listing(show):
    """What there is, with its question."""
    return [
        {"number": k, "name": one.name, "question": one.said.get("question", "")} for k, one in enumerate(results(show))
    ]


def one(show, number):
    """A result: its manifest's question, its tables and its pictures by name."""
    result = _result(show, number)
    tables = {file.stem: _table(file) for file in _files_of(result, TABLES if result.manifest else ())}
    drawn = _files_of(result, PICTURES)
    pictures = {file.stem: file.name for file in drawn}  # one of each: a drawing before its pixels
    manifest = result.said
    said = {key: manifest.get(key) for key in ("question", "stand_in", "written", "runs", "seeds", "version")}
    return said | {"name": result.name, "tables": tables, "pictures": list(pictures.values())}


def picture(show, number, name):
    """The bytes of a picture that a result lists, and their kind."""
    files = {file.name: file for file in _files_of(_result(show, number), PICTURES)}
    if name not in files:
        raise sim.unknown("picture", name[:80], files, "This result")
    return files[name].read_bytes(), PICTURES[files[name].suffix]


def _result(show, number):
    found = results(show)
    if not 0 <= number < len(found):
        raise sim.ScenarioError(f"There is no stored result {number}; there are {len(found)}.")
    return found[number]


def _name(root, path):
    return root.name if path == root else path.relative_to(root).as_posix()


def _files_of(result, endings):
    """All of a folder with one manifest; of several what each names or is called after, or what none does."""
    files = _files(result.folder, endings)
    if result.manifest == WHOLE:
        return files
    if result.manifest:
        return [file for file in files if _is_named(file, result.folder, result.manifest)]
    manifests = [file.name for file in result.folder.glob("*" + NAMED)]
    return [file for file in files if not any(_is_named(file, result.folder, name) for name in manifests)]


def _is_named(file, folder, manifest):
    files = manifest_in(folder, manifest).get("files")
    return file.stem == manifest.removesuffix(NAMED) or (isinstance(files, list) and file.name in files)


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

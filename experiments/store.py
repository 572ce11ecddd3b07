"""The results folder: written whole or not at all, known by its content, read instead of run when asked for twice."""

import hashlib
import json
import os
import platform
import shutil
import sys
import tempfile
import time
from importlib import metadata
from pathlib import Path

import sim
from experiments.posterior import fingerprint
from experiments.said_before import said_before
from experiments.sheets import write_book

WRITTEN = (".parquet", ".csv", ".xlsx", ".png", ".svg", ".json")
LIBRARIES = ("numpy", "numba", "pandas", "pyarrow", "matplotlib", "mesa")


def folder_of(scenario, seeds, out=None):
    """Where the results of a scenario belong: `out` itself, or results/<name>/<hash of content and model>."""
    if out:
        return Path(out)
    return Path("results") / scenario.name / content_id(scenario, seeds)


def content_id(scenario, seeds):
    """A hash of what is asked and of the model that answers."""
    events = tuple((week, content_of(one), content_of(other)) for week, one, other in scenario.events)
    said = repr(
        (
            scenario.families,
            scenario.weeks,
            scenario.measured_in,
            content_of(scenario.strategy),
            content_of(scenario.baseline),
            events,
            tuple(scenario.numbers),
            scenario.place,
            seeds,
            fingerprint() if scenario.unknown else "",
            sim.MODEL,
        )
    )
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def content_of(arm):
    """An arm in plain values, the same in every process."""
    doings = tuple(
        (one.name, tuple(one.dose), one.for_whom, one.from_week, one.until_week) for one in arm.strategy.doings
    )
    return doings, arm.strategy.funded, arm.culture, arm.policy, arm.budget


def is_there(folder, wanted):
    """Whether a folder holds the finished results of exactly this question."""
    return manifest_in(folder).get("id") == wanted


def earlier(folder, mark):
    """Names of the files that earlier results left in a folder: none, unless its manifest has the key `mark`."""
    manifest = manifest_in(folder)
    if mark not in manifest:
        return ()
    by_ending = (f.name for f in folder.iterdir() if f.is_file() and f.suffix in WRITTEN)  # before there was a list
    return manifest.get("files") or tuple(by_ending)


def only_ours(folder, ours=()):
    """Refuses to write into a folder where more lies than these names. Errors: ScenarioError."""
    try:
        there = sorted(file.name for file in folder.iterdir()) if folder.is_dir() else []
    except OSError as error:
        raise _cannot(folder, error.strerror) from None
    others = [name for name in there if name not in ours and not name.startswith(".")]
    if others:
        named = ", ".join(others[:3]) + (f" and {len(others) - 3} more" if len(others) > 3 else "")
        raise _cannot(folder, f"the folder holds other things: {named}")


def _cannot(folder, why):
    return sim.ScenarioError(f"Results cannot be written to '{folder}' ({why}). Name another folder with --out.")


def manifest_in(folder, name="manifest.json"):
    """What a folder's manifest says; nothing where there is none that can be read."""
    try:
        said = json.loads((folder / name).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


class Draft:
    """A folder beside the one wanted, renamed to it when everything is written; `mark`, a key that its manifest has.

    It takes the place of earlier results of its kind, of nothing else.
    """

    def __init__(self, folder, mark):
        self.folder = folder
        only_ours(folder, earlier(folder, mark))
        try:
            folder.parent.mkdir(parents=True, exist_ok=True)
            if folder.exists() and not folder.is_dir():
                raise NotADirectoryError(20, "it is a file")
            self.path = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        except OSError as error:
            raise _cannot(folder, error.strerror) from None

    def __enter__(self):
        return self.path

    def __exit__(self, kind, *_):
        if kind is not None:
            shutil.rmtree(self.path, ignore_errors=True)
            return
        manifest = manifest_in(self.path) | {"files": sorted(file.name for file in self.path.iterdir())}
        (self.path / "manifest.json").write_text(json.dumps(manifest, indent=1), encoding="utf-8")
        self.path.chmod(0o755)
        if self.folder.exists():
            shutil.rmtree(self.folder)
        os.replace(self.path, self.folder)


def write_tables(path, outcomes, table):
    """cases.parquet, outcomes.parquet, table.csv and tables.xlsx."""
    cases = outcomes[["case", "strategy", "seed"]].drop_duplicates().assign(design_id=0, status="done")
    cases["replicate"] = cases.seed
    cases[["case", "strategy", "design_id", "replicate", "seed", "status"]].to_parquet(
        path / "cases.parquet", index=False
    )
    outcomes[["case", "outcome", "observer", "group", "value"]].to_parquet(path / "outcomes.parquet", index=False)
    table.to_csv(path / "table.csv", index=False)
    write_book(path / "tables.xlsx", {"outcomes": table})


def write_manifest(path, scenario, seeds, seconds):
    """What was asked, with which model and versions, and when."""
    versions = {name: metadata.version(name) for name in LIBRARIES}
    manifest = {
        "id": content_id(scenario, seeds),
        "question": scenario.question,
        "scenario": scenario.said,
        "seeds": seeds,
        "notes": said_before(scenario),
        "model": sim.MODEL,
        "version": sim.__version__,
        "python": sys.version.split()[0],
        "machine": platform.machine(),
        "libraries": versions,
        "stand_in": scenario.place.stand_in,
        "seconds": round(seconds, 2),
        "written": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
    }
    (path / "manifest.json").write_text(json.dumps(manifest, indent=1, default=str), encoding="utf-8")

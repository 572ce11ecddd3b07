"""What lies beside the tables: what was asked of which model, and what each column means."""

import csv
import hashlib
import io
import json
import platform
import sys
import time
from importlib import metadata
from pathlib import Path

import sim
from experiments.study.no_study import without_manifest
from experiments.study.parts import write_whole

LIBRARIES = ("numpy", "numba", "scipy", "pandas", "pyarrow", "SALib", "matplotlib")
COLUMNS = {
    "case": "one run: a hash of its content and of the model",
    "strategy": "what is decided; the first of the experiment is the baseline",
    "design_id": "which point of the design",
    "replicate": "which seed of the point, from 1",
    "seed": "the luck; runs of one seed meet the same families",
    "status": "done or failed",
    "error": "what went wrong, where it failed",
}


def write_manifest(study, state, began):
    """What is asked, with which model and versions, and how far it is."""
    experiment = study.experiment
    manifest = {
        "id": experiment.id(),
        "name": experiment.name,
        "question": experiment.question,
        "experiment": in_full(experiment),
        "report": study.report,
        "state": state,
        "runs": len(study.plan),
        "points": len(study.plan.points),
        "replicates": experiment.replicates,
        "strategies": experiment.strategies,
        "failed": len(study.parts.failed),
        "damaged_parts": study.parts.damaged,
        "sources": {axis.name: f"{axis.range_in_words()} {axis.unit}; {axis.source}" for axis in experiment.axes},
    }
    write_sealed(study.folder, manifest | made_with(began))


def made_with(began):
    """Model, versions, machine and time: what every manifest of many runs ends with."""
    return {
        "model": sim.MODEL,
        "version": sim.__version__,
        "python": sys.version.split()[0],
        "machine": platform.machine(),
        "libraries": {name: metadata.version(name) for name in LIBRARIES},
        "seconds": round(time.time() - began, 1),
        "written": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
    }


def write_sealed(folder, manifest):
    """manifest.json with a checksum of itself, whole or not at all. Errors: DiskFailed."""
    manifest = json.loads(json.dumps(manifest, default=str))
    sealed = {"seal": _seal(manifest)} | manifest
    write_whole(folder / "manifest.json", json.dumps(sealed, indent=1).encode())


def _seal(manifest):
    """A checksum, so that a damaged manifest is not taken for what was asked."""
    return hashlib.sha256(json.dumps(manifest, sort_keys=True).encode()).hexdigest()[:24]


def in_full(experiment):
    """What an experiment says, its strategies written out: their files lie beside its own, and may change later."""
    said = dict(experiment.said)
    if "strategies" in said:
        said["strategies"] = [{name: does} for name, does in experiment.subject.strategies.items()]
    return said


def read_manifest(folder):
    """manifest.json of a folder. Errors: ScenarioError."""
    file = Path(folder) / "manifest.json"
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        if not isinstance(found, dict):
            raise ValueError("it is no manifest")
        seal = found.pop("seal", None)
        if seal is not None and seal != _seal(found):
            raise ValueError("it was damaged or changed by hand")
    except (FileNotFoundError, NotADirectoryError):
        raise sim.ScenarioError(without_manifest(folder)) from None
    except (OSError, ValueError) as error:
        raise sim.ScenarioError(
            f"'{file}' cannot be read ({error}). Delete it and give the command that made the folder: its runs are kept."
        ) from None
    return found


def write_dictionary(study):
    """What each column of the tables is: name, unit, meaning."""
    sink = io.StringIO()
    writer = csv.writer(sink, lineterminator="\n")
    writer.writerow(("table", "name", "unit", "meaning"))
    for column, meaning in COLUMNS.items():
        writer.writerow(("cases", column, "", meaning))
    for axis in study.experiment.axes:
        writer.writerow(("cases", axis.name, axis.unit, f"{axis.role}, {axis.range_in_words()}; {axis.source}"))
    for name in dict.fromkeys(column.partition("|")[0] for column in study.experiment.subject.columns()):
        writer.writerow(("outcomes", name, *study.experiment.subject.meaning(name)))
    write_whole(study.folder / "columns.csv", sink.getvalue().encode())


def refuse_another_model(folder, manifest, anew):
    """Errors: ScenarioError where results are another model's; `anew` says how to get them from this one."""
    if manifest["model"] != sim.MODEL:
        raise sim.ScenarioError(
            f"'{folder}' was made with model {manifest['model']}, this is {sim.MODEL}: their runs cannot be mixed. "
            f"{anew}, or go back to version {manifest['version']}."
        )

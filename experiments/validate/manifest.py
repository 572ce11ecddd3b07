"""manifest.json beside the page: what was held against which evidence, by which model and ensemble."""

import hashlib
import json
from pathlib import Path

import sim
from experiments.posterior import fingerprint
from experiments.store import manifest_in, only_ours
from experiments.study.manifest import made_with, write_sealed
from experiments.study.parts import make_folder
from experiments.validate.check import FAMILIES

KEY = "validation"  # what makes a manifest that of a validation


def page_folder(out):
    """The folder of the page: an empty one, or that of an earlier validation. Errors: ScenarioError for any other."""
    folder = Path(out)
    if KEY not in manifest_in(folder):
        only_ours(folder)
    make_folder(folder)
    return folder


def write_manifest(rows, folder, members, numbers, began):
    """Sealed, as those of studies and plans; `began` in seconds since the epoch. The same question has the same id."""
    ensemble = fingerprint() if numbers == "posterior" else ""
    asked = {
        "numbers": numbers,
        "members": members,
        "ensemble": ensemble,
        "families": FAMILIES,
        "trials": sorted({row["trial"] for row in rows}),
        "targets": sorted(row["name"] for row in rows),
    }
    manifest = {
        "id": hashlib.sha256(json.dumps([asked, sim.MODEL]).encode()).hexdigest()[:12],
        "question": "Which published effects does the model meet?",
        KEY: asked,
    }
    write_sealed(Path(folder), manifest | made_with(began))

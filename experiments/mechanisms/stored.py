"""Mechanisms run, stored, and read again where nothing has changed."""

import hashlib
import json
import time
from pathlib import Path

import sim
from experiments.mechanisms.lived import Row, everything, mechanisms
from experiments.mechanisms.shown import as_json
from experiments.store import Draft, is_there


def run_mechanisms(place, seeds, only=None, out=None, progress=lambda done: None):
    """Rows and the folder with table.csv, rows.json and the picture; what is there is read."""
    asked = repr((sim.read_place(place), seeds, sorted(only or ()), everything(), sim.MODEL))
    wanted = hashlib.sha256(asked.encode()).hexdigest()[:12]
    folder = Path(out) if out else Path("results") / "mechanisms" / wanted
    if is_there(folder, wanted):
        found = json.loads((folder / "rows.json").read_text(encoding="utf-8"))["rows"]
        return [Row(**row) for row in found], folder
    with Draft(folder, "mechanisms") as path:
        began = time.perf_counter()
        rows = mechanisms(place, seeds, only, progress)
        _write(path, rows, place, seeds)
        manifest = {
            "id": wanted,
            "mechanisms": sorted(only or ()) or "all",
            "question": "What does each mechanism of the paper do?",
            "place": place,
            "seeds": seeds,
            "model": sim.MODEL,
            "version": sim.__version__,
            "seconds": round(time.perf_counter() - began, 1),
            "written": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        }
        (path / "manifest.json").write_text(json.dumps(manifest, indent=1), encoding="utf-8")
    return rows, folder


def _write(path, rows, place, seeds):
    import pandas as pd

    from experiments.mechanisms.picture import draw  # half a second, so only when there is something to draw

    (path / "rows.json").write_text(json.dumps(as_json(rows), indent=1), encoding="utf-8")
    pd.DataFrame(as_json(rows)["rows"]).to_csv(path / "table.csv", index=False)
    draw(path, rows, place, seeds)

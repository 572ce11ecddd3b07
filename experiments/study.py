"""An experiment from file to tables: what is there is read, what is missing is run, and both are told."""

import contextlib
import json
import os
import platform
import sys
import time
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import sim
from experiments.cases import Plan
from experiments.experiment import read_experiment
from experiments.fold import fold
from experiments.parts import Parts, make_folder, write_whole
from experiments.runner import run_missing, runs_a_piece
from experiments.workers import Workers

LIBRARIES = ("numpy", "numba", "scipy", "pandas", "pyarrow", "SALib", "matplotlib")
OLD_DRAFT = 3600  # seconds after which a draft is what a killed run left


@dataclass(frozen=True)
class Estimate:
    """What an experiment asks for, said before it starts."""

    runs: int  # in all
    there: int  # already
    seconds: float
    bytes: int

    @property
    def missing(self):
        return self.runs - self.there


@dataclass
class Study:
    """An experiment and its folder."""

    experiment: object
    folder: Path
    part: tuple = (1, 1)

    def __post_init__(self):
        make_folder(self.folder / "parts")
        self.plan = Plan(self.experiment, self.part)
        self.parts = Parts(self.folder / "parts")

    def look(self):
        """What is there. Errors: ScenarioError where the folder holds something else."""
        _same_question(self.folder, self.experiment)
        self.parts.read()
        self.ids = self.plan.all_ids()
        there = self.parts.ids
        if self.experiment.on_error != "retry":
            there = sim_union(there, self.parts.failed)
        self.there = there
        return int(len(self.ids) - self.missing_runs())

    def missing_runs(self):
        import numpy as np

        return int((~np.isin(np.unique(self.ids), self.there)).sum())

    def estimate(self, workers):
        """Runs, time by a trial of one point, and disk."""
        there = self.look()
        missing = len(self.ids) - there
        seconds = seconds_a_run(self.experiment, self.plan) if missing else 0.0
        values = len(self.experiment.subject.columns())
        a_run = 60 + 8 * (len(self.experiment.axes) + values) + 10 * values
        self.seconds_a_run = seconds
        return Estimate(len(self.ids), there, missing * seconds / workers, len(self.ids) * a_run)

    def run(self, workers, done=lambda lived: None):
        """Live what is missing, store it, and when all is there fold it. Returns whether all is there."""
        began = time.time()
        with self._alone():
            self._clean()
            self.look()
            write_manifest(self, "running", began)
            tasks = self.plan.missing(self.there, self.ids)
            with workers:
                a_piece = runs_a_piece(self.seconds_a_run, self.missing_runs(), workers.count)
                run_missing(self.experiment, tasks, a_piece, workers, self.parts.write, done)
            return self.finish(began)

    def finish(self, began=None):
        """Fold, if the whole plan is there: other parts of a shared experiment may still be running."""
        self.plan = Plan(self.experiment)
        self.look()
        if self.missing_runs():
            return False
        fold(self.experiment, self.plan, self.parts, self.folder)
        write_dictionary(self)
        write_manifest(self, "finished", began or time.time())
        return True

    def _alone(self):
        """One process at a time in a folder; parts of a shared experiment need no lock, they only add files."""
        if self.part != (1, 1):
            return contextlib.nullcontext()
        from filelock import FileLock

        return FileLock(self.folder / ".lock")

    def _clean(self):
        for draft in (*self.folder.glob(".*.draft"), *self.parts.folder.glob(".*.draft")):
            with contextlib.suppress(OSError):
                if time.time() - draft.stat().st_mtime > OLD_DRAFT or self.part == (1, 1):
                    draft.unlink()


def sim_union(one, other):
    import numpy as np

    return np.union1d(one, other)


def study_of(experiment, out=None, part=(1, 1)):
    """A Study in `out`, or in results/<name>/<id>/."""
    experiment = read_experiment(experiment)
    folder = Path(out) if out else Path("results") / experiment.name / experiment.id()
    return Study(experiment, folder, part)


def study_in(folder, **changes):
    """The Study that a folder holds, as its manifest has it. Errors: ScenarioError where it is another model's."""
    manifest = read_manifest(folder)
    if "experiment" not in manifest:
        raise sim.ScenarioError(f"'{folder}' holds no experiment: its manifest.json has none.")
    experiment = read_experiment({"name": manifest["name"]} | manifest["experiment"]).but(**changes)
    if manifest["model"] != sim.MODEL:
        raise sim.ScenarioError(
            f"'{folder}' was made with model {manifest['model']}, this is {sim.MODEL}: their runs cannot be mixed. "
            f"Run the experiment anew, or go back to version {manifest['version']}."
        )
    return Study(experiment, Path(folder))


def read_manifest(folder):
    """manifest.json of a folder. Errors: ScenarioError."""
    file = Path(folder) / "manifest.json"
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise sim.ScenarioError(f"'{folder}' is no results folder: it has no manifest.json.") from None
    except (OSError, ValueError) as error:
        raise sim.ScenarioError(f"'{file}' cannot be read ({error}).") from None


def _same_question(folder, experiment):
    if not (folder / "manifest.json").exists():
        return
    there = read_manifest(folder)
    if there.get("id") != experiment.id():
        other = there.get("name", "another experiment")
        raise sim.ScenarioError(
            f"'{folder}' holds {other} ({there.get('id')}, model {there.get('model')}), not {experiment.name} "
            f"({experiment.id()}, model {sim.MODEL}). Name another folder with --out."
        )


def seconds_a_run(experiment, plan):
    """Seconds of one run: the first point is lived once to warm up, then again for the clock."""
    from experiments.axes import LUCK

    values = {axis: v for axis, v in plan.points[plan.design_ids()[0]].items() if axis != LUCK}
    best = float("inf")
    for seed in (1, 2, 3):
        began = time.perf_counter()
        try:
            for strategy in experiment.strategies:
                experiment.subject.live(values, strategy, seed)
        except Exception:  # a case that fails is told when it is run; the clock must not end the experiment
            pass
        best = min(best, time.perf_counter() - began)
    return best / len(experiment.strategies)


def write_manifest(study, state, began):
    """What is asked, with which model and versions, and how far it is."""
    experiment = study.experiment
    said = experiment.said
    if said and "strategies" in said:
        said = said | {"strategies": [{name: does} for name, does in experiment.subject.strategies.items()]}
    manifest = {
        "id": experiment.id(),
        "name": experiment.name,
        "question": experiment.question,
        "experiment": said,
        "state": state,
        "runs": len(study.plan),
        "replicates": experiment.replicates,
        "damaged_parts": study.parts.damaged,
        "failed": len(study.parts.failed),
        "model": sim.MODEL,
        "version": sim.__version__,
        "python": sys.version.split()[0],
        "machine": platform.machine(),
        "libraries": {name: metadata.version(name) for name in LIBRARIES},
        "seconds": round(time.time() - began, 1),
        "written": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
    }
    write_whole(study.folder / "manifest.json", json.dumps(manifest, indent=1, default=str).encode())


def write_dictionary(study):
    """What each column of the tables is: name, unit, meaning."""
    import csv
    import io

    sink = io.StringIO()
    writer = csv.writer(sink, lineterminator="\n")
    writer.writerow(("table", "column", "unit", "meaning"))
    for column, meaning in COLUMNS.items():
        writer.writerow(("cases", column, "", meaning))
    for axis in study.experiment.axes:
        writer.writerow(("cases", axis.name, axis.unit, f"{axis.role}, {axis.range_in_words()}; {axis.source}"))
    for name in dict.fromkeys(column.partition("|")[0] for column in study.experiment.subject.columns()):
        one = sim.OUTCOMES.get(name)
        writer.writerow(("outcomes", name, one.unit if one else "", one.meaning if one else ""))
    write_whole(study.folder / "columns.csv", sink.getvalue().encode())


COLUMNS = {
    "case": "one run: a hash of its content and of the model",
    "strategy": "what is decided; the first of the experiment is the baseline",
    "design_id": "which point of the design",
    "replicate": "which seed of the point, from 1",
    "seed": "the luck; runs of one seed meet the same families",
    "status": "done or failed",
    "error": "what went wrong, where it failed",
}


__all__ = ["Study", "Workers", "os", "study_in", "study_of"]

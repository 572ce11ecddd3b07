"""An experiment and its folder: what is there is read, what is missing is run, and when all is there it is folded."""

import contextlib
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

import sim
from experiments.store import only_ours
from experiments.study.axes import LUCK
from experiments.study.cases import WHOLE, Plan, are_among, once
from experiments.study.experiment import read_experiment
from experiments.study.fold import fold, wide
from experiments.study.manifest import read_manifest, refuse_another_model, write_dictionary, write_manifest
from experiments.study.no_study import of_another_kind
from experiments.study.parts import Parts, make_folder
from experiments.study.runner import run_missing, runs_a_piece

WAITS_UNTOLD = 1.0  # seconds


@dataclass(frozen=True)
class Estimate:
    """What an experiment asks for, said before it starts."""

    runs: int  # in all
    there: int  # already
    seconds: float  # for the rest
    seconds_a_run: float  # of one worker
    bytes: int


@dataclass
class Study:
    """An experiment in a folder; `part` (k, n) is the share of one machine out of n."""

    experiment: object
    folder: Path
    part: tuple = WHOLE
    report: dict = field(default_factory=dict)  # what the verb makes of it, and with which levels or whose costs
    ids: np.ndarray = field(default=None, repr=False)

    def __post_init__(self):
        same_question(self.folder, self.experiment.name, self.experiment.id())
        make_folder(self.folder / "parts")
        self.plan = Plan(self.experiment, self.part)
        self.parts = Parts(self.folder / "parts")

    def look(self):
        """Read what is there; how many runs are missing."""
        self.parts.read()
        self.ids = self.plan.all_ids()
        return int((~are_among(once(self.ids), self.answered())).sum())

    def answered(self):
        """Ids that need no run: done, or failed where failing is not tried again."""
        again = self.experiment.on_error == "retry"
        return self.parts.ids if again else once(np.concatenate((self.parts.ids, self.parts.failed)))

    def estimate(self, workers):
        """Runs, time by a trial of one point, and disk."""
        missing = self.look()
        seconds = seconds_a_run(self.experiment, self.plan) if missing else 0.0
        there = len(once(self.ids)) - missing
        runs = there + missing
        return Estimate(runs, there, missing * seconds / workers, seconds, runs * bytes_a_run(self.experiment))

    def run(self, workers, seconds_each, done=lambda lived: None):
        """Live what is missing and store it; True when nothing of the whole experiment is missing any more."""
        began = time.time()
        with alone(self.folder) if self.part == WHOLE else contextlib.nullcontext():
            missing = self.look()
            if missing:
                write_manifest(self, "running", began)
                with workers:
                    a_piece = runs_a_piece(seconds_each, missing, workers.count)
                    tasks = self.plan.missing(self.answered(), self.ids)
                    run_missing(self.experiment, tasks, a_piece, workers, self.parts.write, done)
            return self.finish(began)

    def finish(self, began):
        """Fold what is there, if it is all: other parts of a shared experiment may still be running."""
        self.plan = Plan(self.experiment)
        if self.look():
            return False
        fold(self.experiment, self.plan, self.parts, self.folder)
        write_dictionary(self)
        write_manifest(self, "finished", began)
        return True

    def blocks(self):
        """All runs in order as blocks of a wide table."""
        return wide(self.experiment, self.plan, self.parts)


@contextlib.contextmanager
def alone(folder):
    """One process at a time in a folder; parts of a shared experiment need no lock, they only add files.

    Who has to wait is told for what, on stderr, once.
    """
    from filelock import FileLock

    with _held(FileLock(folder / ".lock"), folder):
        for draft in (*folder.glob(".*.draft"), *(folder / "parts").glob(".*.draft")):  # of a run that was killed
            with contextlib.suppress(OSError):
                draft.unlink()
        yield


def _held(lock, folder):
    """The lock, acquired: a context that gives it back."""
    from filelock import Timeout

    try:
        return lock.acquire(timeout=WAITS_UNTOLD)
    except Timeout:
        print(
            f"Waiting: another famschool is at work in '{folder}'. Ctrl-C ends the wait.", file=sys.stderr, flush=True
        )
        return lock.acquire()


def study_of(experiment, out=None, part=WHOLE):
    """A Study in `out`, or in results/<name>/<id>/."""
    experiment = read_experiment(experiment)
    return Study(experiment, Path(out) if out else Path("results") / experiment.name / experiment.id(), part)


def study_in(folder, **changes):
    """The Study that a folder holds, as its manifest has it. Errors: ScenarioError where it is another model's."""
    manifest = read_manifest(folder)
    if "experiment" not in manifest:
        raise sim.ScenarioError(of_another_kind(folder, manifest))
    refuse_another_model(folder, manifest, "Run the experiment anew")
    experiment = read_experiment({"name": manifest["name"]} | manifest["experiment"])
    return Study(experiment.but(**changes), Path(folder), report=manifest.get("report", {}))


def same_question(folder, name, wanted):
    """Refuses a folder that holds other things, or the results of another question. Errors: ScenarioError."""
    if not (folder / "manifest.json").exists():
        if not (folder / "parts").is_dir():  # with parts it is ours, and its manifest was taken away: the runs are kept
            only_ours(folder)
        return
    there = read_manifest(folder)
    if there.get("id") != wanted:
        raise sim.ScenarioError(
            f"'{folder}' holds {there.get('name', 'something else')} ({there.get('id')}, model {there.get('model')}), "
            f"not {name} ({wanted}, model {sim.MODEL}). Name another folder with --out."
        )


def bytes_a_run(experiment):
    """Measured: a part, and its share of the tables."""
    return 80 + 8 * len(experiment.axes) + 18 * len(experiment.subject.columns())


def seconds_a_run(experiment, plan):
    """Seconds of one run: the first point is lived a few times, the best counts."""
    values = {axis: v for axis, v in plan.points[plan.design_ids()[0]].items() if axis != LUCK}
    best = float("inf")
    for seed in (1, 2, 3):
        began = time.perf_counter()
        for strategy in experiment.strategies:
            with contextlib.suppress(Exception):  # a case that fails is told when it is run
                experiment.subject.live(values, strategy, seed)
        best = min(best, time.perf_counter() - began)
    return best / len(experiment.strategies)

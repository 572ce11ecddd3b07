"""Runs at many points of what is plausible: every target, and who takes part, under each set of numbers. Kept as they come."""

import hashlib
import json
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path

import numpy as np

import sim
from experiments.calibrate.unknowns import numbers_at, unknowns
from experiments.targets import simulated, targets

FAMILIES = 80  # a trial; the emulator evens out what luck is left
FADED = "E28 language weeks after 30", "E28 language"  # what the same children kept, against what they had gained
SURVEYED = {"event": 83.4, "volunteer": 55.2, "meeting": 90.5, "conference": 90.3, "committee": 13.2}  # P, K-2 survey


def names_of_results():
    """What one run gives, in its order."""
    return [target.name for target in targets()] + ["E28 faded"] + [f"level {activity}" for activity in SURVEYED]


def run_point(place, point):
    """One set of numbers: every target with small trials, what fades, and levels of taking part in the place of the survey."""
    numbers = numbers_at(point)
    found = dict(zip((target.name for target in targets()), simulated(numbers, place + 1, FAMILIES), strict=True))
    later, end = (found[name] for name in FADED)
    return place, [*found.values(), later - end, *_levels(numbers, place + 1)]


def _levels(numbers, seed):
    """Shares of families that joined each activity of the survey in a year, in per cent."""
    scenario = {"place": "us_kindergarten", "strategy": {}, "families": 400, "weeks": 38, "numbers": numbers}
    world = sim.simulate(scenario, seed).measured
    return [100.0 * float(np.mean(sim.OUTCOMES[activity](world))) for activity in SURVEYED]


class Runs:
    """Points and results in a folder, a line a run; a run that was killed is missed, not broken."""

    def __init__(self, folder):
        self.file = Path(folder) / "runs.jsonl"
        self.asked = {"unknowns": list(unknowns()), "results": names_of_results(), "model": sim.MODEL}

    def read(self):
        """(points, results) of all runs of this question so far, in the order in which they were asked for."""
        found = self._found()
        points = np.array([found[place]["point"] for place in sorted(found)])
        results = np.array([found[place]["result"] for place in sorted(found)], float)
        return points.reshape(-1, len(self.asked["unknowns"])), results.reshape(-1, len(self.asked["results"]))

    def _found(self):
        return {line["place"]: line for line in self._lines() if line.get("asked") == _short(self.asked)}

    def _lines(self):
        if not self.file.exists():
            return
        for text in self.file.read_text(encoding="utf-8").splitlines():
            try:
                yield json.loads(text)
            except ValueError:
                continue  # the last line of a run that was killed

    def add(self, points, first, progress=lambda done: None, workers=2):
        """Run these points where that was not done before; `first` is the number of the first, and its seed."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        there = self._found()
        missing = [first + k for k in range(len(points)) if first + k not in there]
        pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
        with self.file.open("a", encoding="utf-8") as file:
            try:
                waiting = [pool.submit(run_point, place, points[place - first]) for place in missing]
                for done, future in enumerate(as_completed(waiting), start=1):
                    place, result = future.result()
                    point = [round(float(u), 6) for u in points[place - first]]
                    line = {"asked": _short(self.asked), "place": place, "point": point, "result": result}
                    file.write(json.dumps(line) + "\n")
                    file.flush()
                    progress(done)
            finally:
                pool.shutdown(wait=False, cancel_futures=True)


def _short(asked):
    return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()[:12]

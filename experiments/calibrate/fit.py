"""From runs to an ensemble: two waves of runs, sets of numbers that agree, each of them run and kept with what it gave."""

import csv
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import sim
from experiments.calibrate.agree import Observed, agreeing, shrinking
from experiments.calibrate.emulate import emulators
from experiments.calibrate.runs import SURVEYED, Runs, names_of_results
from experiments.calibrate.unknowns import numbers_at, unknowns
from experiments.posterior import RESULTS, TABLE
from experiments.targets import targets

# What no model of this kind can be expected to meet, beside each row's own error (assumed): a study's families, its
# instrument and its programme are never quite those of the trial file.
DISCREPANCY = {"SD": 0.05, "ratio": 0.20, "share": 0.04}
LEVEL_ERROR, LEVEL_DISCREPANCY = 1.5, 1.0  # per cent of families that take part
SPARE = 1.2  # times the members are drawn; those that agree least when they are run are left out


@dataclass(frozen=True)
class Asked:
    """How much is run."""

    points: int = 900
    again: int = 300
    members: int = 240
    workers: int = 2


def observed():
    """What every result should be, with its errors."""
    rows = [(t.value, (t.high - t.low) / 2 / 1.96, DISCREPANCY[t.unit]) for t in targets()]
    rows += [(level, LEVEL_ERROR, LEVEL_DISCREPANCY) for level in SURVEYED.values()]
    return Observed(*(np.array(column) for column in zip(*rows, strict=True)))


def calibrate(folder, asked=Asked(), progress=lambda said, done, of: None):
    """Runs (those that are there are read), then the ensemble: (points, results) of its members."""
    runs, seen, dimensions = Runs(folder), observed(), len(unknowns())
    _first_wave(runs, asked, progress)
    points, results = runs.read()
    if len(points) < asked.points + asked.again:
        near = agreeing(
            emulators(points[: asked.points], results[: asked.points]), seen, dimensions, seed=1, walkers=asked.again
        )
        _run(runs, near, asked.points, "second wave", asked, progress)
        points, results = runs.read()
    drawn = int(SPARE * asked.members)
    ready = asked.points + asked.again
    if len(points) < ready + drawn:
        close = _closest(points[:ready], results[:ready], seen, asked)
        members = agreeing(emulators(*close), seen, dimensions, seed=2, walkers=drawn)
        _run(runs, members, ready, "members", asked, progress)
        points, results = runs.read()
    return best(points[ready:], results[ready:], seen, asked.members)


def _first_wave(runs, asked, progress):
    from scipy.stats import qmc

    if len(runs.read()[0]) < asked.points:
        points = qmc.LatinHypercube(len(unknowns()), seed=1).random(asked.points)
        _run(runs, points, 0, "first wave", asked, progress)


def _run(runs, points, first, said, asked, progress):
    runs.add(points, first, lambda done: progress(said, done, len(points)), asked.workers)


def _closest(points, results, seen, asked):
    """The second wave and the better third of the first: a surface need only fit where the evidence points."""
    distance = np.where(np.isfinite(results).all(1), seen.distance(np.nan_to_num(results)), np.inf)
    first = np.argsort(distance[: asked.points])[: asked.points // 3]
    kept = np.concatenate([first, np.arange(asked.points, len(points))])
    return points[kept], results[kept]


def best(points, results, seen, members):
    """The members that agree best when they are run."""
    whole = np.isfinite(results).all(axis=1)
    points, results = points[whole], results[whole]
    kept = np.sort(np.argsort(seen.distance(results))[:members])
    return points[kept], results[kept]


def write(points, results, folder):
    """The ensemble as a small table, what each member gave, and how it was made."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    rows = [numbers_at(point) for point in points]
    _table(folder / TABLE, list(unknowns()), ([f"{value:.4g}" for value in row.values()] for row in rows))
    _table(folder / RESULTS, names_of_results(), ([f"{value:.4g}" for value in row] for row in results))
    narrow = shrinking(points)
    learned = {name: round(float(share), 2) for name, share in zip(unknowns(), narrow, strict=True)}
    made = {"members": len(points), "model": sim.MODEL, "discrepancy": DISCREPANCY, "narrower": learned}
    (folder / "posterior.json").write_text(json.dumps(made, indent=1), encoding="utf-8")


def _table(file, names, rows):
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(names)
        writer.writerows(rows)

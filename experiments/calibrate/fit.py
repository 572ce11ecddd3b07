"""From runs to an ensemble: two waves of runs, sets of numbers that agree, each of them run and kept with what it gave."""

import csv
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import sim
from experiments.calibrate.agree import SPARE, Observed, drawn_to_agree, shrinking
from experiments.calibrate.left_out import left_out
from experiments.calibrate.runs import FADED, SURVEYED, Runs, names_of_results
from experiments.calibrate.unknowns import numbers_at, unknowns
from experiments.posterior import RESULTS, TABLE
from experiments.targets import CAUSAL, targets

# What no model of this kind can be expected to meet, beside each row's own error (assumed): a study's families, its
# instrument and its programme are never quite those of the trial file.
DISCREPANCY = {"SD": 0.05, "ratio": 0.20, "share": 0.04}
LEVEL_ERROR, LEVEL_DISCREPANCY = 1.5, 1.0  # per cent of families that take part
FADED_ERROR, FADED_DISCREPANCY = 0.05, 0.03  # SD; the same children twice, so less than the error of either effect


@dataclass(frozen=True)
class Asked:
    """How much is run: points spread over what is plausible, waves drawn towards the evidence, members kept."""

    points: int = 2000
    waves: tuple = (600, 600, 600)
    members: int = 200
    workers: int = 2

    def drawn(self):
        """How many sets are drawn in each wave towards the evidence; of the last, the members are kept."""
        return (*self.waves, int(SPARE * self.members))


def observed():
    """What every result should be, with its errors."""
    same = Counter(
        _measure(t) for t in targets()
    )  # one outcome of one trial counts once, however many rows it is held against
    rows = [(t.value, np.sqrt(same[_measure(t)]) * (t.high - t.low) / 2 / 1.96, DISCREPANCY[t.unit]) for t in targets()]
    published = {t.name: t.value for t in targets()}
    rows += [(published[FADED[0]] - published[FADED[1]], FADED_ERROR, FADED_DISCREPANCY)]
    rows += [(level, LEVEL_ERROR, LEVEL_DISCREPANCY) for level in SURVEYED.values()]
    return Observed(*(np.array(column) for column in zip(*rows, strict=True)))


def _measure(target):
    return target.trial, target.name.split()[1]


def luck():
    """Variance of each result over runs of the same numbers: trials of so few families, and shares of 400 of them."""
    return np.array(
        [0.04**2 if t.unit != "ratio" else 0.1**2 for t in targets()] + [0.04**2] + [2.0**2] * len(SURVEYED)
    )


def calibrate(folder, asked=Asked(), progress=lambda said, done, of: None):
    """Runs (those that are there are read), then the ensemble: (points, results) of its members."""
    runs, seen, first = Runs(folder), observed(), asked.points
    _run(runs, _spread(asked.points), 0, "first wave", asked, progress)
    for k, size in enumerate(asked.drawn()):
        points, results = (values[:first] for values in runs.read())
        drawn = drawn_to_agree(points, results, seen, k + 1, size)
        _run(runs, drawn, first, f"wave {k + 2}", asked, progress)
        last, first = first, first + size
    points, results = (values[last:first] for values in runs.read())
    kept = seen.best(results, asked.members, luck())
    return points[kept], results[kept]


def _spread(points):
    from scipy.stats import qmc

    return qmc.LatinHypercube(len(unknowns()), seed=1).random(points)


def _run(runs, points, first, said, asked, progress):
    runs.add(points, first, lambda done: progress(said, done, len(points)), asked.workers)


def rows_left_out(folder, asked=Asked(), progress=lambda said, done, of: None):
    """{row: [middle, low, high]}, each row that counts foretold without its fold; the runs of the fit must be in the folder."""
    runs, first = Runs(folder), asked.points + sum(asked.drawn())
    scored = [t.name for t in targets() if t.role != "put in" and t.evidence[0] in CAUSAL]
    with_it = {FADED[0]: "E28 faded"}  # of the two rows it is made of, the one that is all but the same

    def lived(drawn, fold):
        begins = first + fold * len(drawn)
        _run(runs, drawn, begins, f"fold {fold + 1}", asked, progress)
        return runs.read()[1][begins : begins + len(drawn)]

    points, results = (values[:first] for values in runs.read())
    keep = max(1, asked.members // 2)
    return left_out(points, results, observed(), luck(), names_of_results(), scored, lived, keep, with_it)


def write(points, results, folder, without):
    """The ensemble as a small table, what each member gave, and how it was made."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    rows = [numbers_at(point) for point in points]
    _table(folder / TABLE, list(unknowns()), ([f"{value:.4g}" for value in row.values()] for row in rows))
    _table(folder / RESULTS, names_of_results(), ([f"{value:.4g}" for value in row] for row in results))
    narrow = shrinking(points)
    learned = {name: round(float(share), 2) for name, share in zip(unknowns(), narrow, strict=True)}
    made = {
        "members": len(points),
        "model": sim.MODEL,
        "discrepancy": DISCREPANCY,
        "narrower": learned,
        "left_out": without,
    }
    (folder / "posterior.json").write_text(json.dumps(made, indent=1), encoding="utf-8")


def _table(file, names, rows):
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(names)
        writer.writerows(rows)

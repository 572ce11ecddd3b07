"""Sets of numbers that agree with what was published: a walk through what is plausible, guided by the emulators."""

from dataclasses import dataclass

import numpy as np

from experiments.calibrate.emulate import emulators

SPARE = 6.0  # times the members are drawn and run; those that agree least are left out
LEARN_FROM = 1500  # runs nearest to the evidence: a surface need only fit there
WALKERS = 240
STEPS = 1500
TOGETHER = 6  # numbers changed in one step
STRIDE = 0.35


@dataclass(frozen=True)
class Observed:
    """What each result should be, and how far off it may lie: the row's own error and what no such model can meet."""

    values: np.ndarray
    errors: np.ndarray
    discrepancy: np.ndarray

    def distance(self, results, left=0.0):
        """Half the sum of squared misses, each in its own error; smaller agrees better."""
        return 0.5 * (((results - self.values) ** 2) / self.variance(left)).sum(axis=-1)

    def variance(self, left=0.0):
        return self.errors**2 + self.discrepancy**2 + left

    def units(self):
        """What is small for each result: its own error."""
        return np.maximum(self.errors, 1e-3)

    def best(self, results, most, left=0.0):
        """Which runs (rows of results) agree best, in their order; one without all its results agrees with nothing."""
        distance = np.where(np.isfinite(results).all(1), self.distance(np.nan_to_num(results), left), np.inf)
        return np.sort(np.argsort(distance)[: min(most, int(np.isfinite(distance).sum()))])

    def only(self, kept):
        """The same for some of the results."""
        return Observed(self.values[kept], self.errors[kept], self.discrepancy[kept])


def agreeing(emulated, observed, dimensions, seed=1, walkers=WALKERS, steps=STEPS, progress=lambda done: None):
    """So many points of the unit cube, drawn as often as they agree (Metropolis; what matters for nothing stays even)."""
    luck = np.random.default_rng(seed)

    def distance(points):
        results, left = (np.column_stack(both) for both in zip(*(one.at(points) for one in emulated), strict=True))
        return observed.distance(results, left) + 0.5 * np.log(observed.variance(left)).sum(axis=1)

    points = _near(distance, dimensions, walkers, luck)
    now = distance(points)
    matter = np.unique(np.concatenate([one.columns for one in emulated]))
    for step in range(steps):
        tried = points.copy()
        for k in range(min(TOGETHER, matter.size)):
            column = luck.choice(matter, walkers)
            rows = np.arange(walkers)
            tried[rows, column] += STRIDE * luck.choice([0.2, 1.0], walkers) * luck.standard_normal(walkers)
            if k and luck.random() < 0.5:
                break
        tried = np.abs(tried) % 2.0
        tried = np.where(tried > 1.0, 2.0 - tried, tried)  # reflected at the ends of the range
        then = distance(tried)
        taken = np.log(luck.random(walkers)) < now - then
        points[taken], now[taken] = tried[taken], then[taken]
        progress(step + 1)
    return points


def drawn_to_agree(points, results, seen, seed, walkers):
    """So many sets of numbers, drawn to agree with what was seen; surfaces are learnt from the runs nearest to it."""
    near = seen.best(results, LEARN_FROM)
    return agreeing(emulators(points[near], results[near], seen.units()), seen, points.shape[1], seed, walkers)


def _near(distance, dimensions, walkers, luck):
    """A start: the better ones of many points."""
    points = luck.random((20 * walkers, dimensions))
    return points[np.argsort(distance(points))[:walkers]]


def shrinking(points):
    """How much narrower each number became: SD against that of the plausible range, 1 for nothing learned."""
    return points.std(axis=0) / np.sqrt(1.0 / 12.0)

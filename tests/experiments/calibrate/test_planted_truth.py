"""What was planted is found again: nine of ten intervals of nine tenths hold it."""

import numpy as np

from experiments.calibrate.agree import Observed, agreeing, shrinking
from experiments.calibrate.emulate import emulators
from experiments.calibrate.left_out import left_out

UNITS = np.full(5, 0.5)


def results_of(points):
    """A small model: six numbers, of which one does nothing; five results, some of which share a cause."""
    a, b, c, d, e, _ = points.T
    return np.column_stack([a * b, a + 0.3 * c, np.exp(c) * d, d - e, 0.5 * b + e**2])


def test_planted_numbers_lie_in_their_intervals():
    luck = np.random.default_rng(4)
    points = luck.random((500, 6))
    noise = 0.05
    emulated = emulators(points, results_of(points) + 0.01 * luck.standard_normal((500, 5)), UNITS)
    covered = []
    for seed in range(20):
        truth = luck.random((1, 6))
        seen = results_of(truth)[0] + noise * luck.standard_normal(5)
        observed = Observed(seen, np.full(5, noise), np.zeros(5))
        found = agreeing(emulated, observed, 6, seed, walkers=100, steps=300)
        low, high = np.quantile(found, [0.05, 0.95], axis=0)
        covered += list((low <= truth[0]) & (truth[0] <= high))
    assert 0.80 <= np.mean(covered) <= 0.97


def test_what_matters_for_nothing_stays_as_it_was():
    luck = np.random.default_rng(5)
    points = luck.random((500, 6))
    emulated = emulators(points, results_of(points), UNITS)
    observed = Observed(results_of(np.full((1, 6), 0.5))[0], np.full(5, 0.02), np.zeros(5))
    narrower = shrinking(agreeing(emulated, observed, 6, walkers=100, steps=200))
    assert narrower[0] < 0.6  # a is seen in two results
    assert 0.85 < narrower[5] < 1.15


def test_a_row_left_out_is_foretold_by_the_others():
    def lived(drawn, fold):
        return np.column_stack([results_of(drawn), results_of(drawn)[:, 0]])

    luck = np.random.default_rng(6)
    points = luck.random((500, 6))
    truth = np.full((1, 6), 0.7)
    shown = np.column_stack([results_of(points), results_of(points)[:, 0]])  # two rows of the same thing
    seen = Observed(
        np.append(results_of(truth)[0], 9.0), np.full(6, 0.03), np.zeros(6)
    )  # one of them published wrongly
    found = left_out(points, shown, seen, np.zeros(6), list("uvwxyz"), ["z"], lived, keep=20)
    middle, low, high = found["z"]
    assert abs(middle - results_of(truth)[0, 0]) < 0.08
    assert low <= middle <= high

"""A quick stand-in for the model: a response surface a result, over the few numbers that matter for it."""

from dataclasses import dataclass

import numpy as np

MATTER = 20  # numbers a result hangs on, at most


@dataclass(frozen=True)
class Emulator:
    """One result: which numbers it hangs on, a surface of second order over them, and the spread that is left."""

    columns: np.ndarray
    weights: np.ndarray
    constant: float
    unit: float  # results are bent by asinh(result / unit): effects multiply, so their spread grows with their size
    left: float  # variance, bent, that the surface does not explain: other numbers, and luck
    explained: float  # share of the variance that it does, in runs it was not fitted to

    def at(self, points):
        """What the model would give, about, and the variance around it."""
        bent = self.constant + surface(points[:, self.columns]) @ self.weights
        result = self.unit * np.sinh(bent)
        return result, self.left * (self.unit**2 + result**2)


def surface(inputs):
    """Each number, its square, and each product of two, all around the middle of the range."""
    around = 2.0 * inputs - 1.0
    rows, columns = np.triu_indices(around.shape[1])
    return np.hstack([around, around[:, rows] * around[:, columns]])


def emulator(points, result, unit=0.1):
    """Fitted to runs by ridge regression; inputs lie in the unit cube, runs without a result are left out."""
    from sklearn.linear_model import RidgeCV

    there = np.isfinite(result)
    points, result = points[there], np.clip(result[there], *np.quantile(result[there], [0.005, 0.995]))
    columns, result = _that_matter(points, result), np.arcsinh(result / unit)
    fitted = RidgeCV(alphas=np.geomspace(0.1, 1000.0, 13)).fit(surface(points[:, columns]), result)
    left = -float(fitted.best_score_)  # mean squared error in runs left out one by one
    return Emulator(columns, fitted.coef_, float(fitted.intercept_), unit, left, 1.0 - left / max(result.var(), 1e-12))


def _that_matter(points, result):
    """The numbers whose ranks go most with those of the result, or with its square around the middle."""
    ranks = result.argsort().argsort().astype(float)
    straight = _correlation(points, ranks)
    bent = _correlation((points - 0.5) ** 2, ranks)
    worth = np.maximum(np.abs(straight), np.abs(bent))
    return np.sort(np.argsort(worth)[::-1][: min(MATTER, points.shape[1])])


def _correlation(columns, values):
    one = (columns - columns.mean(0)) / np.maximum(columns.std(0), 1e-12)
    return one.T @ ((values - values.mean()) / max(values.std(), 1e-12)) / values.size


def emulators(points, results, units):
    """One a result, each bent around its unit."""
    return [emulator(points, results[:, k], units[k]) for k in range(results.shape[1])]

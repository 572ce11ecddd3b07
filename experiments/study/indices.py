"""Sensitivity indices by SALib's estimators, with intervals that hold the noise of replicates as well as that of sampling.

Y is points × replicates. A draw of the bootstrap takes blocks again, and seeds again where all points share them.
"""

import warnings
from dataclasses import dataclass

import numpy as np

Z = 1.959964  # 95%
DRAWS = 100
DRAWS_OF_PAWN = 25
MOST_FOR_DELTA = 256  # points: its densities take minutes beyond
FEWEST_BY_DISTRIBUTION = 40  # points of which distributions are compared
DUMMY = "dummy"


@dataclass
class Index:
    """One measure of one method: a value and an interval for each parameter."""

    method: str
    measure: str
    names: list
    value: np.ndarray
    low: np.ndarray
    high: np.ndarray


@dataclass(frozen=True)
class Sample:
    """What was run: the problem as SALib has it, shares of the unit cube, the size of a block, and whether seeds are shared."""

    problem: dict
    shares: np.ndarray
    block: int
    kind: str
    second: bool = False
    same_luck: bool = True

    @property
    def names(self):
        return list(dict.fromkeys(self.problem.get("groups") or self.problem["names"]))

    def whole_blocks(self, y):
        """Blocks without a failed run, and how many were dropped."""
        blocks = y.reshape(-1, self.block, y.shape[1])
        sound = np.isfinite(blocks).all(axis=(1, 2))
        return blocks[sound], self.shares.reshape(-1, self.block, self.shares.shape[1])[sound], int((~sound).sum())


def indices(sample, blocks, shares, draws=DRAWS):
    """All indices that a design allows. `blocks`: blocks × points of a block × replicates, all finite."""
    luck = np.random.default_rng(1)
    if sample.kind == "sobol":
        yield from _sobol(sample, blocks, luck, draws)
        a_and_b = blocks[:, [0, -1]].reshape(-1, blocks.shape[2]), shares[:, [0, -1]].reshape(-1, shares.shape[2])
        yield from _by_distribution(sample, *a_and_b, luck)
    elif sample.kind == "morris":
        yield from _morris(sample, blocks, shares, luck, draws)
    else:
        yield from _by_distribution(sample, blocks[:, 0], shares[:, 0], luck)


def _again(blocks, same_luck, luck, draws):
    """Blocks as they are, then with blocks (and shared seeds) drawn again."""
    yield blocks
    for _ in range(draws):
        seeds = luck.integers(0, blocks.shape[2], blocks.shape[2]) if same_luck else slice(None)
        yield blocks[luck.integers(0, len(blocks), len(blocks))][:, :, seeds]


def _with_interval(method, measures, names, found):
    """Indices out of (1 + draws) × measures × parameters: the first is the estimate."""
    found = np.array(found)
    spread = Z * found[1:].std(axis=0, ddof=1)
    for k, measure in enumerate(measures):
        value = found[0, k]
        yield Index(method, measure, names[k], value, value - spread[k], value + spread[k])


def _sobol(sample, blocks, luck, draws):
    from SALib.analyze import sobol

    d, names = len(sample.names), sample.names
    pairs = [(j, k) for j in range(d) for k in range(j + 1, d)] if sample.second else []
    found, seconds = [], []
    for runs in _again(blocks, sample.same_luck, luck, draws):
        spread = runs[:, [0, -1]].mean(axis=2).std()
        if spread == 0.0:
            found.append(np.zeros((2, d)))
            continue
        runs = (runs - runs.mean()) / spread
        y = runs.mean(axis=2)
        a, b, ab = y[:, 0], y[:, -1], y[:, 1 : 1 + d]
        first = [sobol.first_order(a, ab[:, j], b) for j in range(d)]
        total = [sobol.total_order(a, ab[:, j], b) for j in range(d)]
        found.append(_without_noise(runs, np.array(first), np.array(total)))
        if pairs:
            ba = y[:, 1 + d : 1 + 2 * d]
            seconds.append([[sobol.second_order(a, ab[:, j], ab[:, k], ba[:, j], b) for j, k in pairs]])
    yield from _with_interval("sobol", ("S1", "ST"), (names, names), found)
    if seconds:
        yield from _with_interval("sobol", ("S2",), ([f"{names[j]} × {names[k]}" for j, k in pairs],), seconds)


def _without_noise(runs, first, total):
    """Take out what luck adds to variances and products of means over replicates; `runs` have variance one.

    The luck left in a mean of R replicates has the covariance of single runs over R. Without this, every parameter of a
    noisy model seems to have a total effect, and the variance to be shared out is too large.
    """
    replicates = runs.shape[2]
    if replicates < 2:
        return first, total
    own = runs - runs.mean(axis=2, keepdims=True)
    scale = len(runs) * (replicates - 1) * replicates
    a, b, ab = own[:, :1], own[:, -1:], own[:, 1 : 1 + len(first)]
    moved = ab - a
    variance = 1.0 - (own[:, [0, -1]] ** 2).sum() / scale / 2
    first = (first - (b * moved).sum(axis=(0, 2)) / scale) / variance
    return first, (total - 0.5 * (moved**2).sum(axis=(0, 2)) / scale) / variance


def elementary_effects(blocks, shares, groups):
    """Trajectories × parameters × replicates: the change of the outcome over the whole range, one step at a time."""
    step, change = np.diff(shares, axis=1), np.diff(blocks, axis=1)
    names = list(dict.fromkeys(groups))
    effects = np.empty((len(blocks), len(names), blocks.shape[2]))
    rows = np.arange(len(blocks))[:, None], np.arange(step.shape[1])[None, :]
    moved = np.abs(step).argmax(axis=2)  # of a group the first that moved
    signed = change / step[(*rows, moved)][:, :, None]
    which = np.array([names.index(group) for group in groups])[moved]
    effects[rows[0], which] = signed
    return effects


def _morris(sample, blocks, shares, luck, draws):
    groups = sample.problem.get("groups") or sample.problem["names"]
    effects = elementary_effects(blocks, shares, groups)
    found = []
    for runs in _again(effects, sample.same_luck, luck, draws):
        one = runs.mean(axis=2)
        found.append((one.mean(axis=0), np.abs(one).mean(axis=0), one.std(axis=0, ddof=1)))
    yield from _with_interval("morris", ("mu", "mu_star", "sigma"), [sample.names] * 3, found)


def _by_distribution(sample, y, shares, luck):
    """PAWN and delta: how far the distribution of the outcome moves; a dummy parameter shows what nothing looks like."""
    from SALib.analyze import pawn

    shares = np.column_stack([shares, luck.random(len(shares))])
    names = [*sample.problem["names"], DUMMY]
    problem = {"num_vars": len(names), "names": names, "bounds": [[0.0, 1.0]] * len(names)}
    if np.ptp(y.mean(axis=1)) == 0.0:  # the same at every point: no distribution moves
        nothing = np.zeros(len(names))
        yield Index("pawn", "median", names, nothing, nothing, nothing)
    elif len(y) >= FEWEST_BY_DISTRIBUTION:
        found = []
        for draw in range(1 + DRAWS_OF_PAWN):
            rows = luck.integers(0, len(y), len(y)) if draw else np.arange(len(y))
            seeds = luck.integers(0, y.shape[1], y.shape[1]) if draw and sample.same_luck else slice(None)
            found.append((pawn.analyze(problem, shares[rows], y[rows][:, seeds].mean(axis=1), seed=1)["median"],))
        yield from _with_interval("pawn", ("median",), (names,), found)
        yield from _delta(problem, names, shares, y.mean(axis=1))


def _delta(problem, names, shares, y):
    from SALib.analyze import delta

    few = slice(0, MOST_FOR_DELTA)
    with warnings.catch_warnings(record=True):  # it prints its own, whatever the filter
        try:
            found = delta.analyze(problem, shares[few], y[few], num_resamples=3, seed=1, method="delta")
        except ValueError:  # so little differs among these points that there is no density
            return
    key = "delta_balanced" if "delta_balanced" in found else "delta"  # SALib 1.6, and before
    value, half = np.array(found[key]), np.array(found[f"{key}_conf"])
    yield Index("delta", "delta", names, value, value - half, value + half)


def share_of_luck(blocks):
    """Share of the variance of single runs that is luck: within points over all."""
    if blocks.shape[2] < 2:
        return float("nan")
    y = blocks.reshape(-1, blocks.shape[2])
    within = y.var(axis=1, ddof=1).mean()
    between = max(0.0, y.mean(axis=1).var(ddof=1) - within / y.shape[1])
    return float(within / (within + between)) if within + between > 0 else 0.0

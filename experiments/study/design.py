"""Which points are run: a grid, one at a time, Latin hypercube, Sobol' blocks, Morris trajectories, or a list."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

import sim

MOST_CELLS = 10_000_000
SHARES = ("latin", "sobol", "morris")  # designs that sample the unit cube
POINTS = {"latin": 500, "sobol": 256, "morris": 20}
LEVELS = {"grid": 5, "one_at_a_time": 2, "morris": 4}


@dataclass
class Points(Sequence):
    """Points by number, worked out when asked for; `shares` has them in the unit cube, where the design samples it."""

    size: int
    values: Callable
    shares: np.ndarray | None = None
    block: int = 1  # points that are only worth something together

    def __len__(self):
        return self.size

    def __getitem__(self, k):
        if not 0 <= k < self.size:
            raise IndexError(k)
        return self.values(k)


def points_of(experiment):
    """The points of an experiment. Errors: ScenarioError for a design that cannot be."""
    kind = experiment.design["kind"]
    if kind != "list" and not experiment.axes and kind != "grid":
        raise sim.ScenarioError(
            f"design: {kind} – nothing varies; name uncertainties, levers or place_varies, or use `design: grid`."
        )
    _no_stray_settings(experiment.design)
    if experiment.luck_varies and kind in ("grid", "one_at_a_time"):
        raise sim.ScenarioError(
            f"luck: factor – a seed has no steps for `design: {kind}` to go through: leave it out, and `replicates` says how "
            "many seeds each point gets; or use latin, sobol or morris."
        )
    return {"grid": _grid, "one_at_a_time": _one_at_a_time, "list": _list}.get(kind, _sampled)(experiment)


def _no_stray_settings(design):
    kind = design["kind"]
    may = {"points": (*SHARES, "list"), "levels": LEVELS, "second": ("sobol",), "groups": ("sobol", "morris")}
    for setting, kinds in may.items():
        if setting in design and kind not in kinds:
            raise sim.ScenarioError(f"design: {kind} has no '{setting}'; it belongs to {', '.join(kinds)}.")
    if kind != "list" and isinstance(design.get("points"), list):
        raise sim.ScenarioError(f"design: {kind} – points is a number here; a list of points is `kind: list`.")


def _grid(experiment):
    levels = experiment.design.get("levels", LEVELS["grid"])
    steps = [axis.steps(levels) for axis in experiment.axes]
    names = [axis.name for axis in experiment.axes]
    shape = tuple(len(one) for one in steps)
    size = math.prod(shape)
    if size > MOST_CELLS:
        raise sim.ScenarioError(
            f"The grid has {' × '.join(map(str, shape[:8]))}{' × …' if len(shape) > 8 else ''} points, more than "
            f"{MOST_CELLS:,}; take fewer levels or axes, or a latin design."
        )

    def values(k):
        places = np.unravel_index(k, shape) if shape else ()
        return {name: one[i] for name, one, i in zip(names, steps, places, strict=True)}

    return Points(size, values)


def _one_at_a_time(experiment):
    """The centre, then each axis at each of its steps with all else as it is."""
    levels = experiment.design.get("levels", LEVELS["one_at_a_time"])
    moves = [(axis.name, value) for axis in experiment.axes for value in axis.steps(levels)]
    return Points(1 + len(moves), lambda k: dict([moves[k - 1]]) if k else {})


def _list(experiment):
    given = experiment.design.get("points")
    if not isinstance(given, list) or not given:
        raise sim.ScenarioError("design: list – points is missing: a list of {name: value}, one a point.")
    known = {axis.name: axis for axis in experiment.axes}
    for k, point in enumerate(given, start=1):
        for name, value in point.items():
            if name not in known:
                raise sim.unknown(f"axis in point {k} of the list", name, known, "The experiment")
            axis = known[name]
            inside = value in axis.values if axis.values else _within(axis, value)
            if not inside:
                raise sim.ScenarioError(
                    f"Point {k} of the list: {name} = {value!r} lies outside what varies here ({axis.range_in_words()})."
                )
    return Points(len(given), lambda k: dict(given[k]))


def _within(axis, value):
    return isinstance(value, (int, float)) and not isinstance(value, bool) and axis.low <= value <= axis.high


def problem_of(experiment):
    """The problem as SALib has it, in the unit cube; with `groups`, numbers of one group move as one."""
    names = [axis.name for axis in experiment.axes]
    problem = {"num_vars": len(names), "names": names, "bounds": [[0.0, 1.0]] * len(names)}
    if experiment.design.get("groups"):
        problem["groups"] = [axis.group if axis.role == "uncertainty" else axis.name for axis in experiment.axes]
    return problem


def units_of(experiment):
    """What indices are of: the axes, or their groups, in order."""
    problem = problem_of(experiment)
    return list(dict.fromkeys(problem.get("groups") or problem["names"]))


def _sampled(experiment):
    design = experiment.design
    kind = design["kind"]
    points = design.get("points", POINTS[kind])
    if points < 2:
        raise sim.ScenarioError(f"design: {kind} – points = {points}: at least 2 are asked for.")
    shares, block = {"latin": _latin, "sobol": _sobol, "morris": _morris}[kind](experiment, points)
    axes = experiment.axes

    def values(k):
        return {axis.name: axis.at(share) for axis, share in zip(axes, shares[k].tolist(), strict=True)}

    return Points(len(shares), values, shares, block)


def _latin(experiment, points):
    from scipy.stats import qmc

    return qmc.LatinHypercube(d=len(experiment.axes), rng=experiment.design["seed"]).random(points), 1


def _sobol(experiment, points):
    """SALib's blocks: a point, a second one, and the first with one coordinate of the second. More points extend it."""
    if points & (points - 1):
        near = 1 << (points.bit_length() - 1)
        raise sim.ScenarioError(
            f"design: sobol – points = {points:,} is not a power of two; {near:,} or {2 * near:,} is."
        )
    from SALib.sample import sobol

    second = bool(experiment.design.get("second"))
    found = sobol.sample(problem_of(experiment), points, calc_second_order=second, seed=experiment.design["seed"])
    return found, len(found) // points


def _morris(experiment, points):
    """Trajectories drawn one by one, so that more of them extend a design that is there."""
    from SALib.sample import morris

    levels = experiment.design.get("levels", LEVELS["morris"])
    if levels % 2:
        raise sim.ScenarioError(f"design: morris – levels = {levels}: an even number is asked for, as in 4.")
    problem, seed = problem_of(experiment), experiment.design["seed"]
    found = [morris.sample(problem, 1, num_levels=levels, seed=seed * 1_000_003 + k) for k in range(points)]
    return np.concatenate(found), len(found[0])

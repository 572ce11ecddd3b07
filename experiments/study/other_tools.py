"""For people of other tools: the model as SALib's problem and function, and as a model of the EMA Workbench."""

import numpy as np

import sim
from experiments.study.axes import LUCK
from experiments.study.experiment import read_experiment


def salib_problem(experiment):
    """What varies in an experiment as a problem of SALib: names, bounds in their own units, groups, outputs."""
    experiment = read_experiment(experiment)
    axes = _numeric(experiment, "SALib")
    return {
        "num_vars": len(axes),
        "names": [axis.name for axis in axes],
        "bounds": [[axis.low, axis.high] for axis in axes],
        "groups": None,
        "outputs": [target.column for target in experiment.targets],
    }


def evaluate(x, experiment, strategy=None):
    """Outcomes of rows of numbers, rows × things looked at: means over replicates of one strategy (the last, if not named)."""
    experiment = read_experiment(experiment)
    axes = _numeric(experiment, "SALib")
    x = np.atleast_2d(np.asarray(x, float))
    if x.shape[1] != len(axes):
        raise sim.ScenarioError(f"Rows of {x.shape[1]} numbers: {len(axes)} vary, {', '.join(a.name for a in axes)}.")
    strategy = _strategy(experiment, strategy)
    names = [axis.name for axis in axes]
    found = [lived(experiment, dict(zip(names, row, strict=True)), strategy) for row in x.tolist()]
    return np.array(found)


def lived(experiment, values, strategy):
    """Means over replicates of what is looked at, at one point."""
    columns = experiment.subject.columns()
    kept = [columns.index(target.column) for target in experiment.targets]
    seeds = range(1, experiment.replicates + 1)
    return np.mean([experiment.subject.live(values, strategy, seed)[kept] for seed in seeds], axis=0)


def _numeric(experiment, tool):
    words = [axis.name for axis in experiment.axes if axis.values or axis.whole]
    if words:
        raise sim.ScenarioError(
            f"{tool} takes ranges of real numbers here; {', '.join(words)} has values to choose from."
        )
    return experiment.axes


def _strategy(experiment, strategy):
    if strategy is None:
        return experiment.strategies[-1]
    if strategy not in experiment.strategies:
        raise sim.unknown("strategy", strategy, experiment.strategies, "The experiment")
    return strategy


class Lives:
    """One experiment as a function of named values; it travels to other processes."""

    def __init__(self, experiment, keys):
        self.experiment, self.keys = experiment, keys

    def __call__(self, strategy=None, **values):
        point = {self.keys[key]: value for key, value in values.items()}
        found = lived(self.experiment, point, strategy or self.experiment.strategies[0])
        return {_key(t.column): float(v) for t, v in zip(self.experiment.targets, found, strict=True)}


def to_ema(experiment):
    """A Model of the EMA Workbench: uncertainties (X and place), levers (doses, and the strategy), scalar outcomes."""
    from ema_workbench import CategoricalParameter, IntegerParameter, Model, RealParameter, ScalarOutcome

    experiment = read_experiment(experiment)
    keys = {_key(axis.name): axis.name for axis in experiment.axes if axis.name != LUCK}

    def parameter(axis):
        if axis.values:
            return CategoricalParameter(_key(axis.name), list(axis.values))
        kind = IntegerParameter if axis.whole else RealParameter
        return kind(_key(axis.name), axis.low, axis.high)

    model = Model("famschool", function=Lives(experiment, keys))
    model.uncertainties = [parameter(axis) for axis in experiment.axes if axis.role in ("uncertainty", "place")]
    doses = [parameter(axis) for axis in experiment.axes if axis.role == "lever"]
    model.levers = [CategoricalParameter("strategy", experiment.strategies), *doses]
    model.outcomes = [ScalarOutcome(_key(target.column)) for target in experiment.targets]
    return model


def _key(name):
    """A name that can be a Python argument: language|true|all as language, culture.entrusting as culture_entrusting."""
    return name.replace("|true", "").replace("|all", "").replace("|", "_").replace(".", "_")

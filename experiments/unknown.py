"""What we do not know, carried through a scenario: the same pair of runs under members of the fitted ensemble."""

from dataclasses import replace

import numpy as np

import sim
from experiments.posterior import members

MEMBERS, SEEDS = 40, (1, 2)  # two pairs a member, the same for all, so that luck is shared


def with_unknown(table, scenario):
    """The table of pairs with unknown_low and unknown_high: nine in ten members of the ensemble."""
    found = [_differences(scenario, member) for member in members()[:MEMBERS]]
    if not found:
        raise sim.ScenarioError(
            "numbers: posterior – there is no fitted ensemble yet; famschool calibrate makes one, or leave it out."
        )
    keys = list(zip(table.strategy, table.outcome, table.observer, table.group, strict=True))
    values = np.array([[one.get(key, np.nan) for key in keys] for one in found])
    low, high = np.nanquantile(values, [0.05, 0.95], axis=0)
    return table.assign(unknown_low=low, unknown_high=high)


def _differences(scenario, member):
    """For the baseline its level, for the strategy the difference from it, means over the seeds."""
    numbers = sim.numbers_with(member | _said_otherwise(scenario))
    pairs = [sim.simulate_pair(replace(scenario, numbers=numbers), seed) for seed in SEEDS]
    levels = [[_measured(run) for run in pair] for pair in pairs]
    baseline = {key: np.mean([base[key] for base, _ in levels]) for key in levels[0][0]}
    strategy = {key: np.mean([one[key] - base[key] for base, one in levels if key in base]) for key in levels[0][1]}
    return {("baseline", *key): value for key, value in baseline.items()} | {
        ("strategy", *key): value for key, value in strategy.items()
    }


def _measured(run):
    return {(name, observer, group): value for name, observer, group, value, _ in sim.measure(run.measured)}


def _said_otherwise(scenario):
    """Numbers that the scenario changes by hand or by what it is without; they hold for every member."""
    return {
        f"{group}.{name}": one.shown(getattr(getattr(scenario.numbers, group), name))
        for group, numbers in sim.NUMBERS.items()
        for name, one in numbers.declared.items()
        if getattr(getattr(scenario.numbers, group), name) != one.default
    }

"""Mixes lived on the district's own preschools: what each costs and changes against the routine, with the same luck."""

from functools import lru_cache

import numpy as np

import sim
from experiments.decide.perspective import COSTS, PERSPECTIVES

MONEY = PERSPECTIVES["payers"]  # all money, whoever pays it
PAID = (*COSTS, "hired_hours")
KEPT = 64  # years before week 1 that a worker keeps, with the routine after them


def lived(asked, pairs, numbers=None):
    """(cost of the district, objectives, more is better) of each (mix, seed), in order."""
    return [_one(asked, mix, seed, tuple(sorted((numbers or {}).items()))) for mix, seed in pairs]


def _one(asked, mix, seed, numbers):
    question = tuple(sorted(asked.scenario.items()))
    start, routine = _routine(question, asked.objectives, seed, numbers)
    scenario = _scenario(question, asked.strategy(mix), numbers)
    run = sim.live(scenario, seed, start.copied(), "strategy")
    found = _measured(run.measured, asked.objectives)
    cost = asked.children * (found["money"] - routine["money"]) + asked.starting(mix)
    if asked.hours is not None and found["hired_hours"] - routine["hired_hours"] > asked.hours * _weeks(run) / _a_class(
        run
    ):
        cost = float("inf")
    return cost, tuple(towards_more(name) * (found[name] - routine[name]) for name in asked.objectives)


def paid(asked, mix, seeds, numbers=None):
    """What a mix adds to each part of the costs, whole district and year, mean over seeds: {money_preschool: …, own_hours: …}."""
    rows = [
        [[sim.OUTCOMES[name](world, sim.OUTCOMES[name].observers[0]) for name in PAID] for world in pair]
        for pair in both_worlds(asked, mix, seeds, numbers)
    ]
    extra = np.array(rows, float)
    added = asked.children * (extra[:, 1] - extra[:, 0]).mean(axis=0)
    return dict(zip(PAID, map(float, added), strict=True))


def both_worlds(asked, mix, seeds, numbers=None):
    """(the routine's world, the mix's) as they are measured, seed by seed, with the same luck."""
    question, changed = tuple(sorted(asked.scenario.items())), tuple(sorted((numbers or {}).items()))
    for seed in seeds:
        start = sim.settle(_scenario(question, "routine", changed), seed)
        yield [
            sim.live(_scenario(question, one, changed), seed, start.copied(), "strategy").measured
            for one in ("routine", asked.strategy(mix))
        ]


def towards_more(name):
    """1 where more is better, -1 where less is."""
    return 1.0 if sim.OUTCOMES[name].better == "higher" else -1.0


def _weeks(run):
    return run.scenario.place.school_weeks().sum()


def _a_class(run):
    teachers = run.world.tables.teachers
    return teachers.children.sum() / teachers.size


def _measured(world, objectives):
    """Means over all families of the objectives, and money and hired hours a child."""
    found = {}
    for name in (*objectives, "money", "hired_hours"):
        outcome = sim.OUTCOMES[name]
        found[name] = float(np.mean(outcome(world, outcome.observers[0])))
    return found


@lru_cache(maxsize=KEPT)
def _routine(question, objectives, seed, numbers):
    """The district on the first day of week 1, and what the routine leads to."""
    scenario = _scenario(question, "routine", numbers)
    start = sim.settle(scenario, seed)
    run = sim.live(scenario, seed, start.copied(), "strategy")
    return start, _measured(run.measured, objectives)


def _scenario(question, strategy, numbers):
    return sim.read_scenario(dict(question) | {"strategy": strategy, "numbers": dict(numbers)})

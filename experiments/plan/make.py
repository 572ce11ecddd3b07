"""famschool plan, whole: search, choose, write down."""

from dataclasses import dataclass

import numpy as np

from experiments.plan.choose import choose, draws, short_list
from experiments.plan.kept import Kept
from experiments.plan.search import search

SEEDS_A_DRAW = 2  # with one, which mix was regretted least hung on a class's luck


@dataclass
class Plan:
    """What came out: the best mixes, those tried over the unknown numbers, and the three choices."""

    asked: object
    best: list
    listed: list
    over_draws: np.ndarray
    chosen: list
    runs: int
    alone: dict  # every option by itself, also those that cost too much: {mix: Tried}


def make_plan(asked, workers, said=lambda done: None, kept=None):
    """Search and choose. `workers` is open; `said` hears how many lives are done; what is `kept` is not lived again."""
    kept, done = kept or Kept(asked), [0]

    def hear(count):
        done[0] += count
        said(done[0])

    def evaluate(pairs):
        return kept.lives(workers, pairs)

    tried = {}
    best = search(evaluate, asked.levers, asked.budget, said=hear, tried=tried)
    listed, numbers = short_list(best), draws()
    mixes = [(one.mix, seed) for one in listed for seed in range(1, SEEDS_A_DRAW + 1)]
    over_draws = []
    for k, draw in enumerate(numbers, start=1):
        gains = np.array([values[0] for _, values in kept.lives(workers, mixes, k, draw)])
        over_draws.append(gains.reshape(len(listed), SEEDS_A_DRAW).mean(axis=1))
        hear(len(mixes))
    over_draws = np.array(over_draws)
    alone = {mix: tried[mix] for mix in asked.levers.singles()}
    return Plan(asked, best, listed, over_draws, choose(asked, listed, over_draws, numbers), done[0], alone)

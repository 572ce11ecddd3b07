"""famschool plan, whole: search, choose, write down."""

from dataclasses import dataclass

import numpy as np

from experiments.plan.choose import choose, draws, short_list
from experiments.plan.lives import lived
from experiments.plan.search import search

SEEDS_A_DRAW = 2  # with one, which mix was regretted least hung on a class's luck
A_PIECE = 8  # lives handed to a worker together


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


def make_plan(asked, workers, said=lambda done: None):
    """Search and choose. `workers` is open; `said` hears how many lives are done."""
    done = [0]

    def hear(count):
        done[0] += count
        said(done[0])

    def evaluate(pairs):
        return _spread(workers, asked, pairs, None)

    tried = {}
    best = search(evaluate, asked.levers, asked.budget, said=hear, tried=tried)
    listed, numbers = short_list(best), draws()
    mixes = [(one.mix, seed) for one in listed for seed in range(1, SEEDS_A_DRAW + 1)]
    over_draws = []
    for draw in numbers:
        gains = np.array([values[0] for _, values in _spread(workers, asked, mixes, draw)])
        over_draws.append(gains.reshape(len(listed), SEEDS_A_DRAW).mean(axis=1))
        hear(len(mixes))
    over_draws = np.array(over_draws)
    alone = {mix: tried[mix] for mix in asked.levers.singles()}
    return Plan(asked, best, listed, over_draws, choose(asked, listed, over_draws, numbers), done[0], alone)


def _spread(workers, asked, pairs, numbers):
    """The lives of all pairs, in order, a few at a time over the workers; those of one seed together."""
    order = sorted(range(len(pairs)), key=lambda k: pairs[k][1])
    pieces = [order[k : k + A_PIECE] for k in range(0, len(order), A_PIECE)]
    futures = [workers.submit(lived, asked, [pairs[k] for k in piece], numbers) for piece in pieces]
    found = [None] * len(pairs)
    for piece, future in zip(pieces, futures, strict=True):
        for k, one in zip(piece, future.result(), strict=True):
            found[k] = one
    return found

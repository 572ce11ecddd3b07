"""The search against brute force, and against a best mix that was planted."""

from itertools import combinations

import numpy as np
import pytest

from experiments.plan.search import MOST_LEVERS, WIDTH, Levers, Tried, best_of, search

LEVERS = Levers({"a": [1, 2], "b": [1], "c": [1, 2], "d": [1]})
COST = {("a", 0): 10, ("a", 1): 25, ("b", 0): 15, ("c", 0): 5, ("c", 1): 30, ("d", 0): 20}
GAIN = {("a", 0): 0.10, ("a", 1): 0.22, ("b", 0): 0.09, ("c", 0): 0.03, ("c", 1): 0.12, ("d", 0): 0.02}
FAIR = {("a", 0): -0.02, ("a", 1): -0.04, ("b", 0): 0.05, ("c", 0): 0.00, ("c", 1): 0.01, ("d", 0): 0.09}


def exact(mix, seed):
    """Gains add up, less for each lever beyond the first."""
    share = 1.0 / (1.0 + 0.15 * max(0, len(mix) - 1))
    return sum(COST[one] for one in mix), (share * sum(GAIN[one] for one in mix), share * sum(FAIR[one] for one in mix))


def of_each(one):
    """What the search asks for: a list of pairs at once."""
    return lambda asked: [one(mix, seed) for mix, seed in asked]


def all_mixes(most):
    singles = [one[0] for one in LEVERS.singles()]
    for size in range(most + 1):
        for mix in combinations(sorted(singles), size):
            if len({lever for lever, _ in mix}) == size:
                yield mix


@pytest.mark.parametrize("budget", [0, 20, 50, 100])
def test_the_best_mixes_are_those_of_brute_force(budget):
    brute = []
    for mix in all_mixes(MOST_LEVERS):
        cost, values = exact(mix, 1)
        brute.append(Tried(mix, [cost], [values]))
    found = search(of_each(exact), LEVERS, budget)
    assert [one.mix for one in found] == best_of(brute, budget)
    assert all(one.cost <= budget for one in found)


def test_a_planted_best_mix_is_found_in_nineteen_of_twenty_seeds():
    """One pair does far more than its parts; runs are noisy by half of the largest single gain."""
    planted, found = (("b", 0), ("d", 0)), 0
    for world in range(20):

        def noisy(mix, seed, world=world):
            cost, (gain, fair) = exact(mix, seed)
            luck = np.random.default_rng([world, seed, *(hash_of(one) for one in mix)]).normal(0.0, 0.1)
            return cost, (gain + luck + (0.5 if set(planted) <= set(mix) else 0.0), fair)

        best = max(search(of_each(noisy), LEVERS, 60), key=lambda one: one.means[0])
        found += set(planted) <= set(best.mix)
    assert found >= 19


def hash_of(one):
    return 10 * "abcd".index(one[0]) + one[1]


def test_a_promising_mix_gets_more_seeds_than_a_hopeless_one():
    asked = {}

    def counted(mix, seed):
        asked[mix] = max(asked.get(mix, 0), seed)
        cost, (gain, _) = exact(mix, seed)
        return cost, (gain - (1.0 if ("c", 0) in mix else 0.0),)

    search(of_each(counted), LEVERS, 100, most_levers=1)
    assert asked[(("a", 1),)] == 16 and asked[(("c", 0),)] == 2


def test_a_long_front_keeps_its_dear_end():
    """Each of sixty options does a little more for a little more money: none is beaten, and the dearest one is not lost."""
    many = Levers({f"lever_{k:02}": [1] for k in range(60)})

    def dearer_is_better(mix, seed):
        worth = sum(1 + int(lever[-2:]) for lever, _ in mix)
        return worth, (float(worth),)

    found = search(of_each(dearer_is_better), many, 1000, most_levers=1)
    assert len(found) <= WIDTH and found[0].mix == () and found[-1].mix == (("lever_59", 0),)

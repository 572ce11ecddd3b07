"""The search: mixes grown one lever at a time, all with the same luck; a promising mix gets more seeds.

A lattice of some dozens of options is small enough to be walked, so that nothing is left to a sampler's settings: singles
first, then the best with one lever more, and so on. The best are those that no other beats on every objective at once.
"""

from dataclasses import dataclass, field

import numpy as np

ROUNDS = (2, 4, 8, 16)  # seeds a mix has had after each round
WIDTH = 40  # mixes that go into the next round or are grown further
MOST_LEVERS = 4  # interventions of a mix; a preschool that begins five at once is not what was studied
CLEAR = 2.0  # standard errors of a paired difference that are no luck


@dataclass(frozen=True)
class Levers:
    """Options by lever: a mix is a sorted tuple of (lever, option), at most one option of each."""

    options: dict

    def singles(self):
        """Every option by itself."""
        return [((lever, k),) for lever, options in self.options.items() for k in range(len(options))]

    def grown(self, mix):
        """The mix with one lever more."""
        taken = {lever for lever, _ in mix}
        return [tuple(sorted((*mix, one[0]))) for one in self.singles() if one[0][0] not in taken]


@dataclass
class Tried:
    """What is known of a mix: cost (money of the district and year) and objectives (more is better), seed by seed."""

    mix: tuple
    costs: list = field(default_factory=list)
    values: list = field(default_factory=list)  # one row of objectives a seed

    @property
    def cost(self):
        return float(np.mean(self.costs))

    @property
    def means(self):
        return np.mean(self.values, axis=0)


def search(evaluate, levers, budget, most_levers=MOST_LEVERS, said=lambda done: None, tried=None):
    """The best mixes within a budget, most seeds first tried last (list of Tried, nothing among them).

    `evaluate` takes (mix, seed) pairs and gives (cost, objectives) of each, in order; the empty mix is the routine and
    always allowed. `tried`, a dict, is filled with all that was tried, good or not.
    """
    tried = {} if tried is None else tried
    tried[()] = Tried(())
    beam = [()]
    for size in range(1, most_levers + 1):
        fresh = levers.singles() if size == 1 else [mix for one in beam for mix in levers.grown(one)]
        fresh = [mix for mix in dict.fromkeys(fresh) if mix not in tried]
        tried.update({mix: Tried(mix) for mix in fresh})
        beam = _raced(evaluate, tried, [*beam, *fresh], budget, said)
    return [tried[mix] for mix in best_of([tried[mix] for mix in beam], budget)]


def _raced(evaluate, tried, mixes, budget, said):
    """Mixes that are left after rounds of more and more seeds."""
    for seeds in ROUNDS:
        asked = [(mix, seed) for mix in mixes for seed in range(len(tried[mix].costs) + 1, seeds + 1)]
        for (mix, _), (cost, values) in zip(asked, evaluate(asked), strict=True):
            tried[mix].costs.append(cost)
            tried[mix].values.append(values)
            said(1)
        mixes = _promising([tried[mix] for mix in mixes], budget)
    return mixes


def _promising(tried, budget):
    """Affordable mixes that none beats clearly on everything; where they are too many, as _thinned says."""
    affordable = [one for one in tried if one.cost <= budget or not one.mix]
    left = [one for one in affordable if not any(_clearly_beats(other, one) for other in affordable)]
    ahead = {one.mix: sum(_beats(other, one) for other in left) for one in left}
    return [one.mix for one in _thinned(sorted(left, key=lambda one: (ahead[one.mix], one.cost, one.mix)), ahead)]


def _thinned(left, ahead):
    """The routine, half the places to those with most of the main objective, the rest spread over what the front costs.

    With several objectives hardly any mix is beaten; taking the cheapest of them left half of a budget unspent.
    """
    if len(left) <= WIDTH:
        return left
    most = sorted(left, key=lambda one: (-one.means[0], one.cost, one.mix))[: WIDTH // 2]
    others = [one for one in left if one not in most and one.mix]
    front = [one for one in others if ahead[one.mix] == 0]
    pool = front if len(front) >= WIDTH // 2 else others[: WIDTH // 2]
    places = np.unique(np.linspace(0, len(pool) - 1, WIDTH // 2 - 1).astype(int)) if pool else ()
    routine = [one for one in left if not one.mix and one not in most]
    return [*routine, *(pool[k] for k in places), *most]


def _clearly_beats(one, other):
    """Cheaper or as cheap, and better on every objective by more than luck, seed by seed."""
    seeds = min(len(one.values), len(other.values))
    if one.cost > other.cost or seeds < 2:
        return False
    ahead = np.array(one.values[:seeds]) - np.array(other.values[:seeds])
    error = ahead.std(axis=0, ddof=1) / np.sqrt(seeds)
    return bool((ahead.mean(axis=0) > CLEAR * error).all())


def _beats(one, other):
    """Cheaper or as cheap, as good on every objective, and better somewhere."""
    better = one.means - other.means
    return one.cost <= other.cost and bool((better >= 0).all()) and (one.cost < other.cost or bool((better > 0).any()))


def best_of(tried, budget):
    """The Pareto set by means: mixes that no other beats, cheapest first."""
    affordable = [one for one in tried if one.cost <= budget or not one.mix]
    left = [one for one in affordable if not any(_beats(other, one) for other in affordable)]
    return [one.mix for one in sorted(left, key=lambda one: (one.cost, one.mix))]

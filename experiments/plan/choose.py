"""Three choices out of the best mixes – robust, cheap, fair – each with a sentence why and what would change it."""

from dataclasses import dataclass

import numpy as np
from scipy.stats import qmc, t

import sim
from experiments.compare.words import ALIKE
from experiments.plan.search import CLEAR
from experiments.show import SAID_IN_MONTHS

DRAWS = 48  # of all uncertain numbers together
CHEAP = 0.6  # of the best gain is good enough for the cheap choice
NEAR = 0.03  # of what is at stake between the best and the worst choice: no more is no reason to pay more
LEAST_SAID = 0.1  # months
MOST = 12  # mixes that are tried over the draws
SIMPLER = 3  # beside them, without a part of one of them: nobody should pay for a part that adds next to nothing


@dataclass(frozen=True)
class Chosen:
    """One choice: which mix, why, and what would change it."""

    kind: str
    mix: tuple
    why: str
    unless: str


def draws(count=DRAWS):
    """Sets of all uncertain numbers, spread evenly over their plausible ranges (Latin hypercube, fixed seed)."""
    varied = [
        (f"{group}.{name}", one)
        for group, kind in sim.NUMBERS.items()
        for name, one in kind.declared.items()
        if not one.choices and one.low < one.high
    ]
    shares = qmc.LatinHypercube(len(varied), seed=1).random(count)
    return [
        {name: one.low + share * (one.high - one.low) for (name, one), share in zip(varied, row, strict=True)}
        for row in shares
    ]


def short_list(best):
    """The mixes tried over the draws, by cost: the cheap choice, the most of each objective in turn, the rest spread; and
    what these are without the part that adds least."""
    if len(best) <= MOST:
        return best
    by_objective = [sorted(best, key=lambda one: -one.means[k]) for k in range(len(best[0].means))]
    in_turn = dict.fromkeys(one.mix for rank in zip(*by_objective, strict=True) for one in rank)
    kept = {best[_cheap_enough(best)].mix, *list(in_turn)[: MOST // 2]}
    others = [one.mix for one in best if one.mix not in kept]
    kept |= {others[k] for k in np.linspace(0, len(others) - 1, MOST - len(kept)).astype(int)}
    kept |= set(_one_part_less(best, kept)[:SIMPLER])
    return [one for one in best if one.mix in kept]


def _one_part_less(best, kept):
    """What is kept without one of its parts, where that is among the best too; first what loses least by it."""
    gain = {one.mix: one.means[0] for one in best}
    loss = {}
    for mix in kept:
        for part in mix:
            less = tuple(other for other in mix if other != part)
            if less in gain and less not in kept:
                loss[less] = min(gain[mix] - gain[less], loss.get(less, np.inf))
    return sorted(loss, key=lambda mix: (loss[mix], mix))


def choose(asked, best, over_draws, numbers):
    """The three choices. `over_draws` is draws × mixes of the first objective, `numbers` the draws."""
    gains = np.array([one.means[0] for one in best])
    return [_robust(asked, best, over_draws, numbers), _cheap(asked, best, gains), _fair(asked, best)]


def _cheap_enough(best):
    """Which is the cheapest of those that have a good enough share of the largest gain."""
    largest = max(one.means[0] for one in best)
    enough = min(CHEAP * largest, largest)
    return min((k for k, one in enumerate(best) if one.means[0] >= enough), key=lambda k: best[k].cost)


def _robust(asked, best, over_draws, numbers):
    """The cheapest of those that hardly any other comes nearer to the best of every draw; `best` goes from cheap to dear."""
    regret = (over_draws.max(axis=1, keepdims=True) - over_draws).max(axis=0)
    k = int(np.flatnonzero(regret <= regret.min() + NEAR * np.ptp(regret))[0])
    wins = int((over_draws.argmax(axis=1) == k).sum())
    why = (
        f"In no draw does it fall short of the best mix by {_shortfall(asked, regret[k])}, "
        "and none that is cheaper, of those lived under the draws, comes as near"
    )
    why += f"; it is the best itself in {wins} of {len(over_draws)} draws." if wins else "."
    return Chosen("robust", best[k].mix, why, _turned_by(over_draws, k, numbers))


def _shortfall(asked, regret):
    """How much less of the main objective, in months where it is said in months."""
    name = asked.objectives[0]
    if name in SAID_IN_MONTHS:
        months = sim.months_of_development(regret, sim.numbers_with({}).Development)
        return f"more than {months:.1f} months of {name}" if months >= LEAST_SAID else f"a tenth of a month of {name}"
    return f"more than {regret:.2g} {sim.OUTCOMES[name].unit} of {name.replace('_', ' ')}"


def _turned_by(over_draws, k, numbers):
    """The unknown that goes most with the chosen mix losing to its strongest rival."""
    if over_draws.shape[1] < 2:
        return "Nothing else is affordable."
    others = np.delete(over_draws, k, axis=1).max(axis=1)
    lead = over_draws[:, k] - others
    if np.ptp(lead) == 0.0:
        return "No unknown number would change it."
    names = list(numbers[0])
    strength = [abs(np.corrcoef([draw[name] for draw in numbers], lead)[0, 1]) for name in names]
    name, most = names[int(np.argmax(strength))], max(strength)
    if most < _by_chance(len(numbers), len(names)):
        return f"No single unknown number stands out over {len(numbers)} draws."
    group, _, key = name.partition(".")
    return f"Its lead hangs most on {name} ({sim.NUMBERS[group].declared[key].source})."


def _by_chance(count, names):
    """The correlation that the strongest of so many idle numbers exceeds in one of twenty cases (Bonferroni)."""
    at = t.isf(0.025 / names, count - 2)
    return at / np.sqrt(count - 2 + at * at)


def _cheap(asked, best, gains):
    k = _cheap_enough(best)
    share = 100 * gains[k] / gains.max() if gains.max() > 0 else 100
    objective = asked.objectives[0].replace("_", " ")
    why = f"It has {share:.0f}% of the largest gain in {objective} for {best[k].cost:,.0f} of {asked.budget:,.0f} "
    why += f"{asked.place.currency}."
    unless = f"If less than {CHEAP:.0%} of the largest gain were enough, a cheaper one would do."
    return Chosen("cheap", best[k].mix, why, unless)


def _is_luck(one, objective):
    """Whether the seeds' mean is within two standard errors of nothing."""
    values = np.array(one.values)[:, objective]
    return len(values) < 2 or values.mean() <= CLEAR * values.std(ddof=1) / np.sqrt(len(values))


def _fair(asked, best):
    gap = asked.objectives.index("language_gap") if "language_gap" in asked.objectives else 0
    k = int(np.argmax([one.means[gap] for one in best]))
    said = f"by {best[k].means[gap]:.3f} SD"
    if best[k].means[gap] <= 0:
        why = "No affordable mix narrows the gap between the richest and the poorest fifth; this one widens it least."
    elif _is_luck(best[k], gap) or best[k].means[gap] < ALIKE:
        why = f"It narrows the gap between the richest and the poorest fifth most, but only {said}: no difference to speak of."
    else:
        why = f"It narrows the gap between the richest and the poorest fifth most, {said}."
    return Chosen("fair", best[k].mix, why, "If all were to gain rather than the gap to close, the robust choice.")

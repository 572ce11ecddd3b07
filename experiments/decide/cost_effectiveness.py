"""Cost-effectiveness of strategies against one another: dominance, ICER, net benefit, acceptability.

Effects and costs are means a child; a strategy is a name. The terms are those of Drummond et al., Methods for the Economic
Evaluation of Health Care Programmes (4th ed., 2015), chapter 5.
"""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Standing:
    """Where a strategy stands among the others: its ICER against the next cheaper one on the frontier, or why it has none."""

    name: str
    cost: float
    effect: float
    status: str  # "frontier", "dominated", "extendedly dominated"
    icer: float | None  # currency for a unit of effect; None off the frontier, for the cheapest, and where unclear
    against: str | None


def stand(costs, effects):
    """Standings of strategies, cheapest first; `costs` and `effects` are {name: mean a child}."""
    names = sorted(costs, key=lambda name: (costs[name], -effects[name], name))
    frontier = _convex(_undominated(names, costs, effects), costs, effects)
    return [_standing(name, names, frontier, costs, effects) for name in names]


def _standing(name, names, frontier, costs, effects):
    place = (name, costs[name], effects[name])
    if name not in frontier:
        dominated = name not in _undominated(names, costs, effects)
        return Standing(*place, "dominated" if dominated else "extendedly dominated", None, None)
    before = frontier[frontier.index(name) - 1] if frontier.index(name) else None
    ratio = None if before is None else _ratio(before, name, costs, effects)
    return Standing(*place, "frontier", ratio, before)


def _undominated(names, costs, effects):
    """Strategies that no other matches at the same cost or less; `names` go from cheap to dear, good first among equals."""
    kept, best = [], -np.inf
    for name in names:
        if effects[name] > best:
            kept.append(name)
            best = effects[name]
    return kept


def _convex(names, costs, effects):
    """Strategies that no mixture of two others beats: ICERs rise along the frontier."""
    kept = []
    for name in names:
        while len(kept) > 1 and _ratio(kept[-2], kept[-1], costs, effects) >= _ratio(kept[-1], name, costs, effects):
            kept.pop()
        kept.append(name)
    return kept


def _ratio(one, other, costs, effects):
    return (costs[other] - costs[one]) / (effects[other] - effects[one])


def clear_icer(extra_costs, extra_effects, level=0.95):
    """Mean extra cost over mean extra effect, where the extra effect is clearly not zero; else None.

    Both are paired draws; clear means that the interval of draws between the tails at `level` does not hold zero.
    """
    low, high = np.quantile(extra_effects, [(1.0 - level) / 2.0, (1.0 + level) / 2.0])
    return None if low <= 0.0 <= high else float(np.mean(extra_costs) / np.mean(extra_effects))


def net_benefit(costs, effects, worth):
    """What a child's effect is worth less what it costs, at so much currency for a unit of effect."""
    return worth * effects - costs


def acceptability(costs, effects, worths):
    """Worths × strategies: the share of draws in which each strategy has the highest net benefit.

    `costs` and `effects` are draws × strategies; a tie is shared.
    """
    benefits = net_benefit(costs[None], effects[None], np.asarray(worths, float)[:, None, None])
    best = benefits == benefits.max(axis=2, keepdims=True)
    return (best / best.sum(axis=2, keepdims=True)).mean(axis=1)


def best_within(budget, costs, effects):
    """The share of draws in which each strategy has the highest effect among those a budget a child can pay for."""
    affordable = np.where(costs <= budget, effects, -np.inf)
    best = (affordable == affordable.max(axis=1, keepdims=True)) & np.isfinite(affordable)
    return (best / np.maximum(1, best.sum(axis=1, keepdims=True))).mean(axis=0)

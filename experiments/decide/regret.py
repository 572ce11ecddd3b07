"""Choosing under what is not known: regret and satisficing, over draws of the uncertain numbers."""

import numpy as np


def regret(values):
    """Draws × strategies: what is lost against the best strategy of each draw. More of `values` is better."""
    return values.max(axis=1, keepdims=True) - values


def largest_regret(values, share=1.0):
    """One number a strategy: its largest regret, or the quantile `share` of it."""
    return np.quantile(regret(values), share, axis=0)


def least_regretted(values):
    """The place of the strategy whose largest regret is smallest (minimax regret, Savage 1951)."""
    return int(np.argmin(largest_regret(values)))


def satisficing(values, good_enough):
    """One share a strategy: of draws in which it reaches what is good enough (Lempert's domain criterion)."""
    return (values >= good_enough).mean(axis=0)

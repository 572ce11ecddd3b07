"""What a committee spends its fund on: what its members and their friends miss (§4.3)."""

import math

from sim.core.compiled import rule


@rule
def misses_books(ses, materials):
    """Books are missed where means are small and few are at hand."""
    return (1.0 - materials) / (1.0 + math.exp(ses))


@rule
def misses_company(friends, slots):
    """An evening with other families is missed by those who know few."""
    return 1.0 - friends / slots


@rule
def misses_insight(information):
    """An open half-day is missed by those who know little of their child's life at school."""
    return 1.0 - information


@rule
def misses_language(distance, help):
    """An interpreter is missed where another language is not bridged."""
    return distance * (1.0 - help)


def times_affordable(cents, price, classes):
    """How often every class can have it."""
    return int(cents // (price * classes)) if price > 0 and classes > 0 else 0

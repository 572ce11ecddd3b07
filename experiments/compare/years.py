"""Beyond one year: when costs arise, and what they and the effect are worth today at 0 and 3%."""

import numpy as np

import sim
from experiments.compare.beside import Beside
from experiments.decide.discount import RATES, present_effect, present_value
from experiments.decide.perspective import PERSPECTIVES, in_money

SEEDS = 2  # costs follow the timetable, and hardly differ from seed to seed


def years_of(study):
    """How many school years the comparison spans."""
    return -(-study.experiment.subject.weeks // 52)


def discounted(study, choice):
    """One row a strategy and rate (a pandas frame), empty for a single year; what a strategy starts with is of the first year."""
    import pandas as pd

    years, rows = years_of(study), []
    if years > 1:
        running = (choice.costs - choice.starting).mean(axis=0)
        shares = _shares(study, choice, years)
        for k, name in enumerate(choice.strategies):
            by_year = running[k] * shares[k]
            by_year[0] += choice.starting[k]
            for rate in RATES:
                months = float(present_effect(choice.effects[:, k].mean(), years, rate))
                cost = float(present_value(by_year, rate))
                a_month = cost / months if choice.ratio(k) is not None else None
                rows.append((name, rate, cost, months, a_month))
    return pd.DataFrame(rows, columns=["strategy", "rate", "cost_a_child", "months_of_language", "cost_a_month"])


def _shares(study, choice, years):
    """Strategies × years: which part of a strategy's extra cost arises in which year, in a few lives beside."""
    beside = Beside(study, choice, PERSPECTIVES[choice.perspective])
    spent = np.array(
        [[_by_year(beside, name, seed, years) for seed in range(1, SEEDS + 1)] for name in choice.strategies]
    )
    extra = (spent - spent[:1]).mean(axis=1)
    total = extra.sum(axis=1, keepdims=True)
    clear = np.abs(total) > 1e-9
    return np.where(clear, extra / np.where(clear, total, 1.0), 1.0 / years)


def _by_year(beside, strategy, seed, years):
    """What one life costs a child in each year."""
    scenario = beside.scenario(strategy)
    life = sim.Life(scenario, seed, sim.settle(scenario, seed))
    so_far = [0.0]
    for year in range(1, years + 1):
        life.live_to(min(52 * year, scenario.weeks))
        parts = {name: sim.OUTCOMES[name](life.world, sim.OUTCOMES[name].observers[0]) for name in beside.subject.kept}
        so_far.append(sum(in_money(name, float(amount), scenario.numbers.Wage) for name, amount in parts.items()))
    return np.diff(so_far)

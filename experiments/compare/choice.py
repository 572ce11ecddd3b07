"""The choice: effect in months of language, money by perspective, and what follows from both over the draws."""

from dataclasses import dataclass

import numpy as np

import sim
from experiments.decide import start_up
from experiments.decide.cost_effectiveness import acceptability, best_within, clear_icer, net_benefit, stand
from experiments.decide.perspective import PERSPECTIVES, WAGE_OF, check_perspective, in_money, pays_start_up
from experiments.decide.regret import largest_regret
from experiments.decide.value_of_information import evpi, evppi
from experiments.study.families_lived import Target
from experiments.study.results import all_values

WORTHS = (0, 25, 50, 100, 200, 400, 800, 1600)  # currency a month of language: a range is shown, none is assumed
BY_CHANCE = 20  # idle numbers drawn for each unknown one


@dataclass
class Choice:
    """Draws × strategies of extra cost (currency a child) and extra effect (months of language) against the baseline."""

    strategies: list
    costs: np.ndarray
    effects: np.ndarray
    unknowns: dict  # name of each uncertain number: its value in each draw
    perspective: str
    prices: object  # the list that held: currency, year, ingredients
    starting: np.ndarray  # what each strategy costs to begin with, a child; part of `costs`

    @property
    def currency(self):
        return self.prices.currency

    @property
    def leading(self):
        """The place of the strategy that does most for language on average, the baseline aside."""
        return 1 + int(np.argmax(self.effects[:, 1:].mean(axis=0)))

    @property
    def centre(self):
        """The middle of each uncertain number's draws: where all others stand when one is looked at alone."""
        return {name: float(np.median(values)) for name, values in self.unknowns.items()}

    def budgets(self):
        """Nothing, and round sums a child (1, 2, 5, 10 …) from what the cheapest strategy costs to what the dearest does."""
        means = self.costs.mean(axis=0)
        dear, cheap = max(1.0, means.max()), max(1.0, min((cost for cost in means[1:] if cost > 0.0), default=1.0))
        sums = [k * 10.0**power for power in range(12) for k in (1, 2, 5)]
        first, last = sum(one <= cheap for one in sums) - 1, sum(one < dear for one in sums)
        return np.array([0.0, *sums[first : last + 1]])

    @property
    def standings(self):
        """Where each stands by its means: frontier, dominated, extendedly dominated."""
        means = [dict(zip(self.strategies, part.mean(axis=0), strict=True)) for part in (self.costs, self.effects)]
        return stand(*means)

    def ratio(self, k):
        """Currency for a month of language against the baseline, where the effect is clearly not zero; else None."""
        return clear_icer(self.costs[:, k], self.effects[:, k])

    def acceptable(self):
        """Worths × strategies: how often each is the best choice."""
        return acceptability(self.costs, self.effects, WORTHS)

    def best_by_budget(self, budgets):
        """Budgets × strategies: how often each has the highest effect a budget a child can pay for."""
        return np.array([best_within(budget, self.costs, self.effects) for budget in budgets])

    def regrets(self, worth):
        """One number a strategy: the most net benefit that could be lost by choosing it, over the draws."""
        return largest_regret(net_benefit(self.costs, self.effects, worth))

    def finding_out(self, worth):
        """Worth a child of knowing everything, and of knowing alone each uncertain number that stands out, largest first.

        Over few draws a number that decides nothing seems worth something, and of hundreds one seems worth much: told are
        those above the best of twenty times as many numbers drawn by chance, so that chance names one in a comparison of
        twenty, less what such a number seems worth on average.
        """
        benefits = net_benefit(self.costs, self.effects, worth)
        idle = np.random.default_rng(1).normal(size=(BY_CHANCE * max(1, len(self.unknowns)), len(benefits)))
        by_chance = [evppi(benefits, values) for values in idle]
        alone = {name: evppi(benefits, values) for name, values in self.unknowns.items()}
        told = {name: value - float(np.mean(by_chance)) for name, value in alone.items() if value > max(by_chance)}
        return evpi(benefits), dict(sorted(told.items(), key=lambda item: -item[1]))


def choice_of(study, perspective="payers"):
    """The Choice that a finished comparison leaves. Errors: ScenarioError for an unknown perspective."""
    check_perspective(perspective)
    experiment = study.experiment
    scenario = experiment.subject.scenario({}, experiment.strategies[0])
    names = ("language", *PERSPECTIVES[perspective])
    extra = dict(zip(names, map(_extra, all_values(study, [Target(name) for name in names])), strict=True))
    starting = _starting(experiment, scenario, perspective)
    costs = starting + sum(_in_money(study, scenario, name, extra[name]) for name in PERSPECTIVES[perspective])
    effects = sim.months_of_development(extra["language"], scenario.numbers.Development)
    prices = scenario.place.prices
    return Choice(experiment.strategies, costs, effects, _unknowns(study), perspective, prices, starting)


def _in_money(study, scenario, name, amounts):
    """Draws × strategies of one part of the costs in currency; an hour at what it is worth in that draw."""
    if name not in WAGE_OF:
        return amounts
    usual = scenario.numbers.Wage
    wage = f"Wage.{WAGE_OF[name]}"
    at = np.array([point.get(wage, in_money(name, 1.0, usual)) for point in study.plan.points], float)
    return amounts * at[:, None]


def _starting(experiment, scenario, perspective):
    """What each strategy costs to begin with, a child, as far as these payers pay it; none where the baseline has it too."""
    strategies, counts = experiment.subject.strategies, start_up.counted(sim.settle(scenario, 1))
    doings = {name: set(strategies[name]) for name in experiment.strategies}
    once = start_up.beyond_the_first(scenario.place.prices, doings, counts, scenario.families)
    paid = [pays_start_up(perspective, strategies[name].get("funded", True)) for name in once]
    return np.array([money if pays else 0.0 for money, pays in zip(once.values(), paid, strict=True)])


def _extra(values):
    """Draws × strategies: mean difference from the baseline over seeds."""
    return np.nanmean(values - values[:, :, :1], axis=1)


def _unknowns(study):
    points = study.plan.points
    axes = [axis for axis in study.experiment.axes if not any(isinstance(value, str) for value in axis.values)]
    return {a.name: np.array([points[k].get(a.name, a.base) for k in range(len(points))], float) for a in axes}

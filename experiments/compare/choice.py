"""The choice: effect in months of language, money by perspective, and what follows from both over the draws."""

from dataclasses import dataclass

import numpy as np

import sim
from experiments.decide.cost_effectiveness import acceptability, best_within, clear_icer, net_benefit, stand
from experiments.decide.regret import largest_regret
from experiments.decide.value_of_information import evpi, evppi
from experiments.study.families_lived import Target
from experiments.study.results import all_values

PERSPECTIVES = {
    "preschool": ("money_preschool",),
    "payers": ("money_preschool", "money_programme"),
    "society": ("money_preschool", "money_programme", "family_hours"),
}
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
    currency: str

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


def check_perspective(perspective):
    """Errors: ScenarioError for a perspective that is not known."""
    if perspective not in PERSPECTIVES:
        raise sim.unknown("perspective", perspective, PERSPECTIVES, "--perspective")


def choice_of(study, perspective="payers"):
    """The Choice that a finished comparison leaves. Errors: ScenarioError for an unknown perspective."""
    check_perspective(perspective)
    experiment = study.experiment
    names = ("language", *PERSPECTIVES[perspective])
    values = all_values(study, [Target(name) for name in names])
    extra = {name: _extra(one) for name, one in zip(names, values, strict=True)}
    numbers, place = sim.numbers_with({}), sim.read_place(experiment.subject.place)
    if "family_hours" in extra:
        extra["family_hours"] = extra["family_hours"] * numbers.Wage.family_hour
    costs = sum(extra[name] for name in PERSPECTIVES[perspective])
    effects = sim.months_of_development(extra["language"], numbers.Development)
    return Choice(experiment.strategies, costs, effects, _unknowns(study), perspective, place.currency)


def _extra(values):
    """Draws × strategies: mean difference from the baseline over seeds."""
    return np.nanmean(values - values[:, :, :1], axis=1)


def _unknowns(study):
    points = study.plan.points
    axes = [axis for axis in study.experiment.axes if not any(isinstance(value, str) for value in axis.values)]
    return {a.name: np.array([points[k].get(a.name, a.base) for k in range(len(points))], float) for a in axes}

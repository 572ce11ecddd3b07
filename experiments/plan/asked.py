"""What a planner asks: which preschools, how much money, how many hours, which levers, which objectives."""

import hashlib
import math
from dataclasses import dataclass, field
from functools import cached_property

import sim
from experiments.decide.perspective import check_perspective
from experiments.decide.start_up import a_child
from experiments.doses import in_words
from experiments.labels import within_a_sentence
from experiments.listed import listed
from experiments.plan.search import Levers
from experiments.study.cases import after
from experiments.study.families_lived import FamiliesLived

OBJECTIVES = ("language", "wellbeing", "language_gap", "teacher_hours")  # what a strategy is judged by, unless said


@dataclass(frozen=True)
class Asked:
    """A question of planning; `scenario` is its routine, on the district's own preschools."""

    name: str
    scenario: dict
    children: int
    budget: float  # of the whole district and a year, in the place's currency
    hours: float | None  # hired hours a class and week at most; None: no limit but money
    levers: Levers
    objectives: tuple
    left_empty: dict = field(default_factory=dict)  # columns of the sheet filled from the place
    perspective: str = "payers"  # whose costs are told beside the budget, which always counts all money

    @cached_property
    def place(self):
        """The place with its own preschools, under the prices that hold."""
        return sim.read_scenario(self.scenario).place

    @cached_property
    def counts(self):
        """How many classes and preschools what a mix starts with has to be paid for."""
        own = self.place.district.preschools
        return {"class": sum(one.classes for one in own), "preschool": len(own), "district": 1}

    def starting(self, mix):
        """What a mix costs once, to begin with, in the whole district."""
        doings = {lever for lever, _ in mix}
        return self.children * a_child(self.place.prices, doings, self.counts, self.children)

    def given(self):
        """The arguments of asked_of that ask this question again, levers written out: their file may change."""
        return {
            "district": self.scenario["district"],
            "budget": self.budget,
            "place": self.scenario["place"],
            "hours": self.hours,
            "levers": self.levers.options,
            "objectives": list(self.objectives),
            "prices": self.scenario.get("prices"),
            "perspective": self.perspective,
        }

    def said(self):
        """What all lives of the question have in common, in plain values; whatever the budget, they are the same."""
        subject = FamiliesLived(
            place=self.scenario["place"],
            families=self.children,
            weeks=self.scenario["weeks"],
            at="last_school_week",
            conditions={},
            strategies={},
            kept=self.objectives,
            district=self.scenario["district"],
            prices=self.scenario.get("prices"),
        )
        return subject.said() | {"objectives": self.objectives, "hours": self.hours}

    def id(self):
        """A hash of all that decides the plan and its report, model included."""
        rest = [self.budget, self.perspective, list(self.levers.options.items())]
        return after(after(hashlib.sha256(), self.said()), rest).hexdigest()[:12]

    def strategy(self, mix):
        """A mix written out as a strategy, that brings the money and hours it costs."""
        return {lever: dict(self.levers.options[lever][k]) for lever, k in mix} | {"funded": True}

    def doings(self, mix):
        """The interventions of a mix, each with its dose."""
        return [sim.INTERVENTIONS[lever](**self.levers.options[lever][k]) for lever, k in mix]

    def words(self, mix):
        """Home visits (12 a year, for the poorest fifth) and talks with each family (4 a year), as the app calls them."""
        said = [
            in_words(lever, self.levers.options[lever][k], within_a_sentence("interventions", lever))
            for lever, k in mix
        ]
        return listed(said) or "the routine as it is"


def asked_of(
    district,
    budget,
    place="us_preschool",
    hours=None,
    levers="levers",
    objectives=OBJECTIVES,
    prices=None,
    perspective="payers",
):
    """The question of a district's sheet; `levers` a file of configs/planning, or what such a file says.

    Errors: ScenarioError that names cell, line or nearest name.
    """
    if not 0 < budget < math.inf:
        raise sim.ScenarioError(f"--budget {budget:g}: money for the whole district and a year, more than nothing.")
    if hours is not None and not hours >= 0:
        raise sim.ScenarioError(f"--hours {hours:g}: hired hours a class and week, 0 or more.")
    file = sim.find_config("districts", district)
    read = sim.read_district(file)
    for name in objectives:
        if name not in sim.OUTCOMES:
            raise sim.unknown("outcome", name, sim.OUTCOMES, "famschool list outcomes")
    check_perspective(perspective)
    scenario = {"name": read.name, "place": place, "district": str(file), "strategy": "routine", "weeks": 52}
    scenario |= {"prices": str(sim.find_config("prices", prices))} if prices else {}
    sim.read_scenario(scenario)  # so that what the sheet and the prices disagree on is said before anything is lived
    return Asked(
        read.name,
        scenario,
        read.children,
        float(budget),
        hours,
        read_levers(levers, scenario),
        tuple(objectives),
        read.left_empty(),
        perspective,
    )


def read_levers(name, scenario):
    """Levers from a file of configs/planning: interventions, each with a list of doses; a dict was read before."""
    if isinstance(name, dict):
        return Levers(name)
    path = sim.find_config("planning", name)
    data, lines, _ = sim.read_yaml(path)
    for lever, options in data.items():
        with sim.located(str(path), lines, (lever,)):
            if not isinstance(options, list) or not options:
                raise sim.ScenarioError(f"{lever}: a list of doses is asked for, as in - {{per_year: 12}}.")
        for k, dose in enumerate(options):
            with sim.located(str(path), lines, (lever, k)):
                sim.read_scenario(scenario | {"strategy": {lever: dose}})
    return Levers(data)

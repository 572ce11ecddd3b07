"""A scenario and a seed become a run. The only way to run."""

from dataclasses import dataclass

import numpy as np

from sim.core.errors import ScenarioError
from sim.core.kinds import WAYS
from sim.numbers import for_the_week
from sim.outcomes import OUTCOMES
from sim.population.habits import goals_of, settle_habits
from sim.rules.fitting import custom_of_the_school
from sim.scenario import Scenario, read_scenario
from sim.term import BEFORE, plan_term
from sim.week.order import live_weeks
from sim.world import RECORDED, World, new_tables

LARGEST_SEED = 2**63 - 1


@dataclass(repr=False)
class Run:
    """One life of one place under one arm of a scenario, to its end and as it was when measured."""

    scenario: Scenario
    arm: str
    seed: int
    world: World  # at the end
    measured: World  # in the week of measurement
    weekly_sums: np.ndarray

    def __repr__(self):
        """What it is of, in a line: a notebook that ends in a run shows this."""
        name, families = self.scenario.name, self.world.tables.families.size
        return f"<Run of {name}, {self.arm}, seed {self.seed}: {families} families, {self.world.week} weeks>"

    @property
    def outcomes(self):
        """One row an observation: outcome, observer, group, value, unit (a pandas frame)."""
        from sim.report import outcomes_frame

        return outcomes_frame(self.measured)

    @property
    def weekly(self):
        """One row a week, outcome and group (a pandas frame)."""
        from sim.report import weekly_frame

        return weekly_frame(self.weekly_sums)

    @property
    def families(self):
        """One row a family: what it is and where it stands when measured (a pandas frame)."""
        from sim.report import families_frame

        return families_frame(self.measured)


def simulate(scenario, seed=1, arm="strategy"):
    """Run one arm of a scenario (a name, file, dict or Scenario): "strategy", or "baseline".

    Errors: ScenarioError for whatever the scenario asks for that cannot be run.
    """
    scenario = read_scenario(scenario)
    return live(scenario, seed, settle(scenario, seed), arm)


def simulate_pair(scenario, seed=1):
    """The baseline and the strategy, with the same families, the same year before, and the same luck."""
    scenario = read_scenario(scenario)
    start = settle(scenario, seed)
    return live(scenario, seed, start.copied(), "baseline"), live(scenario, seed, start, "strategy")


def settle(scenario, seed):
    """Families as they are on the first day of week 1, after a year of routine under the baseline's conditions."""
    return settle_place(scenario.place, scenario.baseline, scenario.families, scenario.numbers, a_seed(seed))


def a_seed(seed):
    """The seed, where it is one. Errors: ScenarioError."""
    if isinstance(seed, bool) or not isinstance(seed, (int, np.integer)) or not 0 <= seed <= LARGEST_SEED:
        raise ScenarioError(f"seed = {seed!r} is no seed: a whole number from 0 to {LARGEST_SEED:,} is asked for.")
    return int(seed)


def settle_place(place, base, families, numbers, seed):
    """The same for so many families of a place under the conditions of one arm."""
    return year_before(place, base, place.drawn(base.culture, families, seed, numbers), numbers, seed)


def year_before(place, base, drawn, numbers, seed):
    """A population just drawn, after a year of routine."""
    week_numbers = for_the_week(numbers)
    world = World(new_tables(*drawn, place.school_weeks()), numbers, seed, BEFORE)
    settle_habits(world.tables, base.culture, seed, week_numbers)
    world.tables.preschools.goals_at_start[:] = goals_of(base.policy)
    _begin(world)
    routine = base.with_routine_only()
    for first, last in stretches(place, BEFORE, 0, ()):
        plan_term(world, routine, place, first, last)
        live_weeks(world.tables, week_numbers, seed, first, last, False)
    _open_week_one(world)
    return world


def _begin(world):
    """Where what changes starts from, a year before week 1."""
    t, p = world.tables, world.numbers
    f, a = t.families, t.attention
    f.information[:] = f.information_habit
    a.knowledge[:] = p.Information.teacher_habit
    f.felt_quality[:] = p.Observers.typical_trust
    f.trust[:] = np.clip(f.felt_quality + f.trust_habit, 0.0, 1.0)
    a.trust[:] = p.Observers.typical_trust
    f.role[:] = f.role_at_start
    a.responsibility[:] = a.responsibility_at_start
    t.teachers.approach[:] = [custom_of_the_school(way % WAYS, p.Approach) for way in range(2 * WAYS)]
    f.belief[:], a.belief[:] = f.expected, a.expected
    f.values[:] = f.values_at_start
    f.quality[:] = f.quality_at_start
    t.preschools.goals[:] = t.preschools.goals_at_start
    f.agreement[:] = 1.0 - 0.5 * np.abs(f.values - t.preschools.goals[f.preschool]).sum(axis=1)
    t.week.joint[:] = f.agreement  # efforts and what each knows of the other being ordinary
    t.children.skills[:] = t.children.skills_at_start


def _open_week_one(world):
    """Trust, too slow for a year, starts at what contacts feel like, give or take the person; accounts start empty."""
    t = world.tables
    f = t.families
    f.trust[:] = np.clip(f.felt_quality + f.trust_habit, 0.0, 1.0)
    f.joined[:] = 0
    f.programme_offered[:] = 0
    f.programme_joined[:] = 0
    f.worked_together[:] = 0
    t.teachers.minutes_left[:] = 0
    t.teachers.cents_left[:] = 0
    t.ledger[:] = 0
    world.week = 0


def live(scenario, seed, world, arm="strategy"):
    """Go on from the first day of week 1 to the end, under one arm."""
    life = Life(scenario, seed, world, arm)
    life.live_to(scenario.measured_in)
    measured = world if scenario.measured_in == scenario.weeks else world.copied()
    life.live_to(scenario.weeks)
    return Run(scenario, arm, seed, world, measured, world.tables.weekly)


class Life:
    """One arm of a scenario under way from the first day of week 1, as many weeks at a time as asked for."""

    def __init__(self, scenario, seed, world, arm="strategy"):
        self.scenario, self.seed, self.world, self.arm = scenario, seed, world, arm
        self._arms = scenario.arms_over_time(arm)
        conditions = {week for now in self._arms.values() for week in now.strategy.conditions_change()}
        planned = {*self._arms, *conditions}
        self._ends = dict(stretches(scenario.place, 1, scenario.weeks, planned))
        self._now, self._end, self._numbers = scenario.baseline, 0, for_the_week(scenario.numbers)
        world.tables = world.tables._replace(weekly=np.zeros((scenario.weeks, 5, len(RECORDED))))

    def live_to(self, week):
        """Live up to the end of a week of the scenario; what starts in a week is planned when it is reached."""
        world = self.world
        while world.week < week:
            first = world.week + 1
            if first in self._ends:
                self._open(first)
            last = min(week, self._end)
            live_weeks(world.tables, self._numbers, self.seed, first, last, True)
            world.week = last

    def _open(self, first):
        """Conditions and timetable of the stretch of weeks that starts now."""
        if first in self._arms:
            change_conditions(self.world, self.scenario.place, self._now, self._arms[first])
            self._now = self._arms[first]
        self._end = self._ends[first]
        plan_term(self.world, self._now, self.scenario.place, first, self._end)


def change_conditions(world, place, before, now):
    """Another culture changes what people hold and speak; who they are and their luck stay."""
    if now.culture != before.culture:
        _change_languages(world, place, now.culture)
        settle_habits(world.tables, now.culture, world.seed, for_the_week(world.numbers))


def _change_languages(world, place, culture):
    """The same families drawn under the other culture, in the seats they have."""
    families = world.tables.families
    other = place.brought_up(culture, families, world.seed, world.numbers)
    families.language[:] = other.language
    families.distance[:] = other.distance


def stretches(place, first, last, changes):
    """The weeks from first to last, cut where a term starts or something changes."""
    starts = {first, *changes}
    for year in range((first + 51) // 52, (last + 51) // 52 + 1):
        starts |= {(year - 1) * 52 + start for start, _ in place.terms}
    cuts = sorted(s for s in starts if first <= s <= last)
    return list(zip(cuts, [*(c - 1 for c in cuts[1:]), last], strict=True))


__all__ = [
    "OUTCOMES",
    "Life",
    "Run",
    "change_conditions",
    "live",
    "settle",
    "settle_place",
    "simulate",
    "simulate_pair",
    "stretches",
]

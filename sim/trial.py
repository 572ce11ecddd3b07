"""A trial: families sign up, are drawn into arms, and live under them side by side or each arm in a world of its own."""

from dataclasses import replace

import numpy as np

from sim.core.chance import Ask
from sim.numbers import for_the_week
from sim.population.lots import lots
from sim.run import change_conditions, stretches
from sim.strategy import ROUTINE
from sim.term import plan_term
from sim.week.order import live_weeks
from sim.week.sign_up import would_sign_up
from sim.world import RECORDED


def who_signs_up(world):
    """Which families of a settled world would sign up for a programme, each by its own readiness."""
    answers = np.zeros(world.tables.families.size, np.uint8)
    would_sign_up(world.tables, for_the_week(world.numbers), world.seed, answers)
    return answers == 1


def taken_by_lot(world, among, most):
    """At most so many families of those in question, by lot."""
    if among.sum() <= most:
        return among.copy()
    lot = np.where(among, lots(world.tables.families.who, world.seed, int(Ask.ASSIGNED), 0), 2.0)
    taken = np.zeros(among.size, bool)
    taken[np.argsort(lot, kind="stable")[:most]] = True
    return taken


def assign(world, among, by, weights):
    """The arm of every family (its place in the list, -1 for nobody's): families, classes or preschools dealt out by lot.

    `weights`: how many of them each arm gets in turn, (1, 2) for twice as many in the second.
    """
    families = world.tables.families
    unit = {"family": families.who, "class": families.room, "preschool": families.preschool}[by]
    units = np.unique(unit[among])
    order = np.argsort(lots(units.astype(np.int64), world.seed, int(Ask.ASSIGNED), 1), kind="stable")
    arm_of = np.empty(units.size, np.int64)
    in_turn = np.repeat(np.arange(len(weights)), weights)
    arm_of[order] = np.resize(in_turn, units.size)
    dealt = np.full(families.size, -1)
    dealt[among] = arm_of[np.searchsorted(units, unit[among])]
    return dealt


class TrialLife:
    """A settled world lived under a trial's arms: `shares` says which families get which arm's strategy.

    Conditions (culture, policy, budget) are those of one arm for all. After the last week of the programme everybody
    has the routine under the place's own policy and budget, and every child comes.
    """

    def __init__(self, world, place, base, conditions, shares, programme_weeks, last_week):
        self.world, self.place, self.shares = world, place, shares
        self.during = replace(conditions, strategy=ROUTINE)
        self.after = replace(base, strategy=ROUTINE, culture=conditions.culture)
        self.programme_weeks = programme_weeks
        changes = {week for strategy, _ in shares for week in strategy.conditions_change() if week <= programme_weeks}
        self._stretches = stretches(place, 1, last_week, {programme_weeks + 1, *changes})
        self._numbers = for_the_week(world.numbers)
        world.tables = world.tables._replace(weekly=np.zeros((last_week, 5, len(RECORDED))))
        change_conditions(world, place, base, conditions)

    def come_or_stay(self, share_of_arm):
        """Who comes to preschool while the programme lasts: a share of each arm's children, drawn by lot."""
        t = self.world.tables
        lot = lots(t.families.who, self.world.seed, int(Ask.COMES_AT_ALL), 0)
        for (_, among), share in zip(self.shares, share_of_arm, strict=True):
            t.children.attends[among] = lot[among] < share

    def live_to(self, week):
        """Live up to the end of a week; what starts in a week is planned when it is reached."""
        world = self.world
        while world.week < week:
            first, last = next(s for s in self._stretches if s[0] <= world.week + 1 <= s[1])
            if first == world.week + 1:
                self._open(first, last)
            upto = min(week, last)
            live_weeks(world.tables, self._numbers, world.seed, world.week + 1, upto, True)
            world.week = upto

    def _open(self, first, last):
        if first <= self.programme_weeks:
            plan_term(self.world, self.during, self.place, first, last, self.shares)
            return
        if first == self.programme_weeks + 1:
            change_conditions(self.world, self.place, self.during, self.after)
            self.world.tables.children.attends[:] = 1
        plan_term(self.world, self.after, self.place, first, last)

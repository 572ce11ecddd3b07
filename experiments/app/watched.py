"""A life watched week by week: what the browser plays."""

import base64
from threading import Condition

import numpy as np
from cachetools import LRUCache, cached

import sim
from experiments.labels import told_in

GROUPS = ("all", *sim.FIFTHS)
# From light to dark on the map, with the middle where it means something: the same for every run, so that runs can be compared.
ENDS = {"share": (0.0, None, 1.0), "SD": (-2.0, 0.0, 2.0)}
BESIDE = 1 / 510  # of the way from light to dark: less than the next colour
RATIO_STEP = 0.25  # the colours of a ratio reach this many times so far from 1: a small change leaves them as they are
# Those of contacts end at one of these, or at tens or hundreds of them, for the same reason; of what is off, at tenths.
ROUND = (1.0, 2.0, 3.0, 5.0, 10.0)
MOST_OFF = 0.95  # the share of family-weeks that is off by no more than the darkest colour
NOT_MET = ("message", "library")  # channels in which nobody is met


def watch(scenario, seed, arm, see=lambda week, world: None):
    """Live one arm, looking in after every week; returns the world in the week of measurement and the weekly means."""
    life = sim.Life(scenario, seed, settled(scenario, seed).copied(), arm)
    measured = None
    for week in range(1, scenario.weeks + 1):
        life.live_to(week)
        see(week, life.world)
        if week == scenario.measured_in:
            measured = life.world.copied()
    return measured, _weekly_means(life.world.tables.weekly)


def _weekly_means(sums):
    """Weeks × groups × outcomes; a group without families has no mean."""
    families = np.concatenate([sums.sum(axis=1, keepdims=True), sums], axis=1)[:, :, :1]
    return np.where(families > 0, sim.weekly_means(sums), np.nan)


def _same_first_day(scenario, seed):
    base = scenario.baseline
    return repr((scenario.place, scenario.families, scenario.numbers, base.culture, base.policy, base.budget, seed))


@cached(LRUCache(24), key=_same_first_day, condition=Condition())
def settled(scenario, seed):
    """Families on the first day: a page that changes what comes after it asks for the same one again and again."""
    return sim.settle(scenario, seed)


class Reach:
    """Which share of each group a channel reached this year, week by week; who was in contact, who serves on a committee."""

    def __init__(self, scenario):
        self.scenario = scenario
        self._joined = np.zeros((scenario.weeks, scenario.families, len(sim.CHANNELS)), bool)
        self._came = np.zeros((scenario.weeks, scenario.families), np.int64)
        self._offered = None

    def __call__(self, week, world):
        if self._offered is None:  # columns stay where they are; asking a table for one takes longer than reading it
            families = world.tables.families
            self._now, self._came_now, self._fifth = families.joined, world.tables.week.came_now, families.fifth
            self._offered = families.offered
        np.greater(self._now, 0, out=self._joined[week - 1])
        self._came[week - 1] = self._came_now

    @property
    def marks(self):
        """A byte a week and family: 1 in contact, 1 more where somebody was met, 4 more for who serves on a committee."""
        met = sum(1 << k for k, name in enumerate(sim.CHANNELS) if name not in NOT_MET)
        serves = self._joined[:, :, sim.Channel.COMMITTEE].astype(np.uint8)
        return 4 * serves + (self._came != 0) + ((self._came & met) != 0)

    def by_channel(self):
        """Per cent by channel and group, of the channels that were used."""
        used = np.flatnonzero(self._offered.any(axis=0))
        shares = means(self._fifth) @ self._joined[:, :, used].astype(np.float32)  # weeks × groups × channels
        per_cent = np.round(100.0 * shares)
        return {
            sim.CHANNELS[k]: {group: per_cent[:, j, place].tolist() for j, group in enumerate(GROUPS)}
            for place, k in enumerate(used)
        }


def means(fifth):
    """Groups × families: each row averages over one group (no number for an empty one)."""
    rows = np.array([np.ones(fifth.size, bool), *(fifth == k for k in range(5))], np.float32)
    families = rows.sum(axis=1, keepdims=True)
    return rows / np.where(families > 0, families, np.nan)


class States:
    """One byte a family and week of some outcomes, for the map, and what they are in the mean of each group."""

    def __init__(self, scenario, names):
        self.seen = {name: np.zeros((scenario.weeks, scenario.families)) for name in names}

    def __call__(self, week, world):
        self._fifth = world.tables.families.fifth
        for name, values in self.seen.items():
            one = sim.OUTCOMES[name]
            values[week - 1] = one(world, one.observers[0])

    def as_bytes(self):
        """{name: ends of the colours and their middle, whether some lie beyond, unit, means, weeks × families bytes in base64}.

        `means` is {group: a value a week}, of the values and not of their colours, which end before them.
        """
        return {
            name: _scaled(told_in(sim.OUTCOMES[name]), values) | {"means": self._means(values)}
            for name, values in self.seen.items()
        }

    def _means(self, values):
        by_group = np.round(means(self._fifth) @ values.T, 4)
        return {group: by_group[j].tolist() for j, group in enumerate(GROUPS)}


def _scaled(unit, values):
    low, middle, high = ENDS.get(unit) or _ends(unit, values)
    part = (values - low) / (high - low)
    beyond = {"below": bool(part.min() < -BESIDE), "above": bool(part.max() > 1 + BESIDE)}
    shown = np.round(255 * np.clip(part, 0, 1)).astype(np.uint8)
    return {"low": low, "middle": middle, "high": high, "unit": unit, "bytes": in_base64(shown)} | beyond


def _ends(unit, values):
    """Low, middle and high from all weeks together, so that a colour means the same in each; a ratio as far down as up."""
    if unit == "contacts a year":
        return 0.0, None, _round_above(values.max(), 1.0)
    if unit == "usual effort":  # a few are off by far more than all others, and would leave these pale
        return 0.0, None, _round_above(np.quantile(values, MOST_OFF), 0.1)
    usual_between = np.quantile(values, 0.05) < 1.0 < np.quantile(values, 0.95)
    if unit != "times ordinary" or not usual_between:
        return 0.0, None, max(1.0, float(np.ceil(values.max())))
    steps = np.ceil(np.abs(values - 1.0).max() / RATIO_STEP)
    wide = min(1.0, RATIO_STEP * float(steps))  # nothing is less than 0 times the usual
    return 1.0 - wide, 1.0, 1.0 + wide


def _round_above(most, least):
    """The next round number from so many on, at least so many."""
    tens = 10.0 ** np.floor(np.log10(max(most, least)))
    return round(float(next(tens * step for step in ROUND if tens * step >= most)), 9)


def in_base64(array):
    return base64.b64encode(np.ascontiguousarray(array).tobytes()).decode()

"""A life watched week by week: what the browser plays."""

import base64
from threading import Condition

import numpy as np
from cachetools import LRUCache, cached

import sim

GROUPS = ("all", *sim.FIFTHS)
# From light to dark on the map: the same ends for every run, so that colours can be compared. Otherwise 0 to the most seen.
ENDS = {"share": (0.0, 1.0), "SD": (-2.0, 2.0), "times ordinary": (0.0, 3.0), "contacts a year": (0.0, 20.0)}
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
    return measured, sim.weekly_means(life.world.tables.weekly)


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
        self.share = np.zeros((scenario.weeks, len(GROUPS), len(sim.CHANNELS)), np.float32)
        self.offered = np.zeros(len(sim.CHANNELS), bool)
        self.marks = np.zeros((scenario.weeks, scenario.families), np.uint8)
        self._met = sum(1 << k for k, name in enumerate(sim.CHANNELS) if name not in NOT_MET)
        self._mean_of = None

    def __call__(self, week, world):
        families, came = world.tables.families, world.tables.week.came_now
        if self._mean_of is None:  # who belongs to which fifth does not change
            self._mean_of = _means(families.fifth)
        joined = families.joined > 0
        self.share[week - 1] = self._mean_of @ joined
        self.offered |= families.offered.any(axis=0)
        serves = 4 * joined[:, sim.Channel.COMMITTEE].astype(np.uint8)
        self.marks[week - 1] = serves + (came != 0) + ((came & self._met) != 0)

    def by_channel(self):
        """Per cent by channel and group, of the channels that were used."""
        per_cent = np.round(100 * self.share).astype(int)
        return {
            name: {group: per_cent[:, j, k].tolist() for j, group in enumerate(GROUPS)}
            for k, name in enumerate(sim.CHANNELS)
            if self.offered[k]
        }


def _means(fifth):
    """Groups × families: each row averages over one group (zeros for an empty one)."""
    rows = np.array([np.ones(fifth.size, bool), *(fifth == k for k in range(5))], np.float32)
    return rows / np.maximum(1.0, rows.sum(axis=1, keepdims=True))


class States:
    """One byte a family and week of some outcomes, for the map."""

    def __init__(self, scenario, names):
        self.seen = {name: np.zeros((scenario.weeks, scenario.families)) for name in names}

    def __call__(self, week, world):
        for name, values in self.seen.items():
            one = sim.OUTCOMES[name]
            values[week - 1] = one(world, one.observers[0])

    def as_bytes(self):
        """{name: low end, high end, unit, weeks × families bytes in base64}."""
        return {name: _scaled(sim.OUTCOMES[name].unit, values) for name, values in self.seen.items()}


def _scaled(unit, values):
    low, high = ENDS.get(unit, (0.0, max(1.0, float(np.ceil(values.max())))))
    shown = np.round(255 * np.clip((values - low) / (high - low), 0, 1)).astype(np.uint8)
    return {"low": low, "high": high, "unit": unit, "bytes": in_base64(shown)}


def in_base64(array):
    return base64.b64encode(np.ascontiguousarray(array).tobytes()).decode()

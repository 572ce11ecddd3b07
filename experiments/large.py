"""A place too large to be lived in one piece: a shard of its preschools after the other, outcomes added up as they come.

Memory is that of one shard; families, classes, fifths and luck are those of the whole, and so is what is reported.
"""

import numpy as np

import sim
from experiments.counted import counted

LARGEST = 5_000  # families of one shard: few enough for a processor's cache


def shards_of(scenario):
    """How many shards; a district's own preschools, known row by row, stay together."""
    return 1 if scenario.place.district else -(-scenario.families // LARGEST)


def who(scenario):
    """Families and place, as captions say it."""
    return f"{counted(scenario.families, 'family', 'families')} of {scenario.place.name}"


def notes(scenario):
    """What a place lived in shards leaves to each, in sentences."""
    shards = shards_of(scenario)
    return [f"lived in {shards:,} parts: {what}" for what in sim.decided_by_shards(scenario)] if shards > 1 else []


def pair(scenario, seed, progress=lambda share: None):
    """Both arms of one seed: [(arm, outcome rows, weekly sums)]. A place of one shard is `sim.simulate_pair`, to the last bit."""
    shards = shards_of(scenario)
    if shards == 1:
        runs = sim.simulate_pair(scenario, seed)
        progress(1.0)
        return [(run.arm, [row[:4] for row in sim.measure(run.measured)], run.weekly_sums) for run in runs]
    added = {"baseline": Added(), "strategy": Added()}
    for k, runs in enumerate(sim.simulate_pair_in_shards(scenario, shards, seed), start=1):
        for run in runs:
            added[run.arm].add(run)
        progress(k / shards)
    return [(arm, one.rows(), one.weekly) for arm, one in added.items()]


class Added:
    """Outcomes of shards as they come: sums from which the whole's are had."""

    def __init__(self):
        self.weekly, self._sums = 0.0, {}

    def add(self, run):
        families = sim.group_sizes(run.measured)
        for name, observer, group, value, _ in sim.measure(run.measured):
            of_place = sim.OUTCOMES[name].of == "place"
            size = families[group]
            sums = sim.OUTCOMES[name].sums.of(run.measured, value) if of_place else np.array([value * size, size])
            key = (name, observer, group)
            self._sums[key] = self._sums.get(key, 0.0) + sums
        self.weekly = self.weekly + np.asarray(run.weekly_sums)

    def rows(self):
        """(outcome, observer, group, value)."""
        for (name, observer, group), sums in self._sums.items():
            one = sim.OUTCOMES[name]
            yield name, observer, group, one.sums.value(sums) if one.of == "place" else float(sums[0] / sums[1])

"""A district too large to be lived in one piece: parts of it side by side, added up one after the other.

Each part is a place of its own, with its own fifths, organisations and share of the authority's money, and with luck of its own;
memory is that of one part, and what is reported is the mean over all families of all parts.
"""

from dataclasses import replace

import numpy as np

import sim

LARGEST = 5_000  # families of one part: enough for its fifths, and few enough for a processor's cache
APART = 1_000_000  # between the seeds of two parts; more than there are replicates


def parts(scenario):
    """Families of each part; a district's own preschools are not torn apart."""
    if scenario.place.district:
        return [scenario.families]
    count = -(-scenario.families // LARGEST)
    return [scenario.families // count + (k < scenario.families % count) for k in range(count)]


def who(scenario):
    """Families, place and, where there are several, parts, as captions say it."""
    count = len(parts(scenario))
    in_parts = f" in {count:,} parts side by side" if count > 1 else ""
    return f"{scenario.families:,} families of {scenario.place.name}{in_parts}"


def pair(scenario, seed, progress=lambda share: None):
    """Both arms of one seed: [(arm, outcome rows, weekly sums)]. A place of one part is `sim.simulate_pair`, to the last bit."""
    sizes = parts(scenario)
    added = {"baseline": Added(), "strategy": Added()}
    for k, families in enumerate(sizes):
        for run in sim.simulate_pair(replace(scenario, families=families), seed + APART * k):
            added[run.arm].add(run)
        progress((k + 1) / len(sizes))
    return [(arm, one.rows(), one.weekly) for arm, one in added.items()]


class Added:
    """Outcomes of parts as they come: means over families, sums of the weeks."""

    def __init__(self):
        self.weekly, self._means, self._families = 0.0, {}, {}

    def add(self, run):
        sizes = sim.group_sizes(run.measured)
        for name, observer, group, value, _ in sim.measure(run.measured):
            if value != value:
                continue  # nothing to be seen in this part
            key = (name, observer, group)
            self._families[key] = self._families.get(key, 0.0) + sizes[group]
            before = self._means.get(key, 0.0)
            self._means[key] = before + (value - before) * (sizes[group] / self._families[key])
        self.weekly = self.weekly + np.asarray(run.weekly_sums)

    def rows(self):
        """(outcome, observer, group, value)."""
        return [(*key, value) for key, value in self._means.items()]

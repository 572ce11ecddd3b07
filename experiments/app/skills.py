"""What a skill's standard deviations come to, for those who do not think in them: months, or children past the benchmark."""

import numpy as np

import sim
from experiments.app.watched import GROUPS, means
from experiments.compare.what_is_compared import OTHERS
from experiments.show import SAID_IN_MONTHS

DECIMALS = 4  # of a share: a child in ten thousand


class Behind:
    """Which share of each group is below the benchmark, week by week, in those of some skills that are not said in months."""

    def __init__(self, scenario, names=OTHERS):
        self.names = [name for name in OTHERS if name in names]
        self._shares = np.zeros((len(self.names), scenario.weeks, len(GROUPS)))
        self._means = None

    def __call__(self, week, world):
        if self._means is None:
            self._means = means(world.tables.families.fifth)
        for place, name in enumerate(self.names):
            self._shares[place, week - 1] = self._means @ sim.OUTCOMES[f"{name}_behind"](world, "true")

    def by_skill(self):
        """{skill: {group: a share a week}}"""
        shares = np.round(self._shares, DECIMALS)
        return {
            name: {group: shares[place, :, j].tolist() for j, group in enumerate(GROUPS)}
            for place, name in enumerate(self.names)
        }


def months_an_sd(scenario):
    """{skill: months of an ordinary child's development that one SD is} where that is known."""
    months = float(sim.months_of_development(1.0, scenario.numbers.Development))
    return dict.fromkeys(SAID_IN_MONTHS, months)

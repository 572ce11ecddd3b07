"""A few lives beside a comparison, with fewer families: what one price, one unknown or an empty purse changes."""

from dataclasses import replace
from functools import cached_property

import numpy as np

import sim

FAMILIES = 600  # enough for a difference with the same luck; a district is always lived whole
SEEDS = 4


class Beside:
    """Lives of a comparison's own strategies, at the centre of what is not known but for what is asked."""

    def __init__(self, study, choice, look_at, strategies=None, families=FAMILIES):
        self.centre = choice.centre
        subject = study.experiment.subject
        families = subject.families if subject.district else min(families, subject.families)
        fresh = {"_scenarios": {}, "_settled": (None, None), "_lived": {}}  # its memory is of other lives
        asked = subject.strategies if strategies is None else strategies
        self.subject = replace(subject, families=families, kept=tuple(look_at), strategies=asked, **fresh)
        self.columns = [f"{name}|{sim.OUTCOMES[name].observers[0]}|all" for name in look_at]
        self.places = [self.subject.columns().index(column) for column in self.columns]

    @cached_property
    def development(self):
        """How children develop in a year at the centre: what turns SD into months."""
        return self.scenario(next(iter(self.subject.strategies))).numbers.Development

    def scenario(self, strategy, values=None):
        """The scenario of a strategy at the centre, but for what is asked."""
        return self.subject.scenario(self.centre | (values or {}), strategy)

    def means(self, strategy, values=None, seeds=SEEDS):
        """Means over seeds of what is looked at, in its order."""
        at = self.centre | (values or {})
        lived = [self.subject.live(at, strategy, seed)[self.places] for seed in range(1, seeds + 1)]
        return np.mean(lived, axis=0)

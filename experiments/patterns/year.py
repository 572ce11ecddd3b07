"""A simulated year of routine, and what a survey would compute from it."""

from dataclasses import dataclass

import numpy as np

import sim


@dataclass(frozen=True)
class Year:
    """Families of a place at week 1 and in the last school week, nothing done but the routine."""

    start: object
    end: object

    def skill(self, domain, observer="tester", at="end"):
        return sim.OUTCOMES[domain](getattr(self, at), observer)

    def outcome(self, name, observer="true"):
        one = sim.OUTCOMES[name]
        return one(self.end, observer if observer in one.observers else one.observers[0])

    def change(self, name, observer):
        """Since week 1, as the observer sees it at both times."""
        return sim.OUTCOMES[name](self.end, observer) - sim.OUTCOMES[name](self.start, observer)


def correlation(one, other):
    return float(np.corrcoef(one, other)[0, 1]) if np.std(one) > 0 and np.std(other) > 0 else 0.0


def gap(year, domain, observer):
    """Richest less poorest fifth of SES at entry, in SD of all children."""
    values, fifth = year.skill(domain, observer, "start"), year.start.tables.families.fifth
    return float((values[fifth == 4].mean() - values[fifth == 0].mean()) / values.std())


def gap_within(year):
    """Preschool means taken out, as fixed effects do."""
    values, fifth = year.skill("language", "tester", "start"), year.start.tables.families.fifth
    inside = np.column_stack([(fifth == k).astype(float) for k in range(1, 5)])
    school = year.start.tables.families.preschool
    weights = np.linalg.lstsq(centred(inside, school), centred(values, school), rcond=None)[0]
    return float(weights[3, 0] / values.std())


def centred(values, school):
    values = values.reshape(len(values), -1)
    sums = np.array([np.bincount(school, column) for column in values.T])
    return values - (sums / np.bincount(school)).T[school]


def share_between(values, school):
    """Intraclass correlation by analysis of variance."""
    sizes = np.bincount(school)
    means = np.bincount(school, values) / sizes
    within = ((values - means[school]) ** 2).sum() / (values.size - sizes.size)
    n = (values.size - (sizes**2).sum() / values.size) / (sizes.size - 1)
    between = (sizes * (means - values.mean()) ** 2).sum() / (sizes.size - 1)
    return float((between - within) / (between + (n - 1.0) * within))


def share_of_gap_explained(year):
    """1 less the gap at the same measured factors, against the gap."""
    families, values = year.end.tables.families, year.skill("language")
    factors = np.column_stack(
        [
            sim.OUTCOMES["practice_time"](year.end, "parent"),
            sim.OUTCOMES["practice_quality"](year.end, "parent"),
            sim.OUTCOMES["school_participation"](year.end),
            sim.OUTCOMES["information"](year.end),
            sim.OUTCOMES["trust"](year.end, "parent"),
        ]
    )
    fifths = np.column_stack([(families.fifth == k).astype(float) for k in range(1, 5)])
    ones = np.ones((values.size, 1))
    raw = np.linalg.lstsq(np.hstack([ones, fifths]), values, rcond=None)[0][4]
    held = np.linalg.lstsq(np.hstack([ones, fifths, factors]), values, rcond=None)[0][4]
    return float(1.0 - held / raw)


def likeness_of_ties(year):
    other, ses = year.end.tables.ties.other, year.end.tables.families.ses
    rows, slots = np.nonzero(other >= 0)
    return correlation(ses[rows], ses[other[rows, slots]])


def quality_less_count(year):
    trust = sim.OUTCOMES["trust"](year.end, "parent")
    quality, count = sim.OUTCOMES["contact_quality"](year.end), sim.OUTCOMES["contacts"](year.end)
    return correlation(trust, quality) - correlation(trust, count)

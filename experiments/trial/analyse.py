"""What a trial found: each measure of each arm against its control, over replicates."""

import math

import numpy as np

import sim
from experiments.evidence import published_interval
from experiments.trial.read import DIVIDED, OWN, at_the_end, never_seen_by_teachers, of_the_place

NOTHING = 1e-9  # what differs by less does not differ: rounding
MOST_SD = 20.0  # a larger difference is none in SD: among those compared with, families hardly differ


def asked_of(trial):
    """Every comparison: (number of the measure, measure, arm, arm it is compared with)."""
    names = [arm.name for arm in trial.arms]
    for k, measure in enumerate(trial.measures):
        other = names.index(measure.against)
        for a, name in enumerate(names):
            if measure.arm == name or (measure.arm is None and a != other):
                yield k, measure, a, other


def effect(found, trial, k, measure, a, other):
    """One number of one replicate: a difference in SD of the control arm, a level, a ratio, or the share lost."""
    if measure.outcome in OWN:
        return found[k, a, "taken"][0 if measure.outcome == "taking_part" else 1]
    if measure.compare == "level":
        return found[k, a][0]
    if measure.compare in DIVIDED:
        return _divided(measure, *_parts(found, trial, k, measure, a, other))
    return _difference(found, trial, k, a, other)


def _parts(found, trial, k, measure, a, other):
    """The two differences of which a ratio, or the share lost, is made."""
    if measure.compare == "ratio":
        return _difference(found, trial, k, a, trial.control), _difference(found, trial, k, other, trial.control)
    return _difference(found, trial, k, a, other), _difference(
        found, trial, at_the_end(trial.measures, measure), a, other
    )


def _divided(measure, one, other):
    if not abs(other) > NOTHING:
        return math.nan
    return one / other if measure.compare == "ratio" else 1.0 - one / other


def _difference(found, trial, k, a, other):
    """In SD of the other arm; in the outcome's own unit where it is one value for the place."""
    (mean, _, _), (base, spread, _) = found[k, a], found[k, other]
    if of_the_place(trial.measures[k]):
        return mean - base
    return (mean - base) / spread if abs(mean - base) <= MOST_SD * spread and spread > NOTHING else math.nan


def unit_of(measure, currency):
    """SD of the control arm, or the unit of what has no SD between families; money in the currency of the place."""
    if measure.outcome in OWN:
        return OWN[measure.outcome]
    if measure.compare in DIVIDED:
        return "ratio" if measure.compare == "ratio" else "share"
    outcome = sim.OUTCOMES[measure.outcome]
    shown = outcome.unit if outcome.of == "place" or measure.compare == "level" else "SD"
    return shown.replace("currency", currency)


def summary(trial, lives, members=None):
    """A row for each comparison; `lives` are replicates, `members` the same with all families in each arm.

    What is found is the mean over members where there are any: it estimates what the mean over replicates does, without the
    luck of who was drawn into which arm, so that thirty replicates say as much as a thousand. That luck is the interval's:
    how far single replicates lie from their mean.
    """
    rows = []
    for k, measure, a, other in asked_of(trial):
        values = np.array([effect(found, trial, k, measure, a, other) for found in lives])
        apart = np.array([effect(found, trial, k, measure, a, other) for found in members or ()])
        best = (apart, members) if members and measure.outcome not in OWN else (values, lives)
        centre = _centre(*best, trial, k, measure, a, other)
        rows.append(
            {
                "outcome": measure.outcome,
                "observer": measure.observer,
                "when": measure.when,
                "among": measure.among,
                "arm": trial.arms[a].name,
                "against": trial.arms[other].name,
                "compare": measure.compare,
                "unit": unit_of(measure, trial.place.currency),
                "difference_sd": centre,
                "why_none": _why_none(trial, measure, lives, k, (a, other)) if centre is None else None,
                **dict(zip(("low", "high"), _middle(_around(centre, values)), strict=True)),
                **dict(zip(("ensemble_low", "ensemble_high"), _middle(apart), strict=True)),
                "taking_part": _known([found[k, a, "taken"][0] for found in lives]),
                "sessions_taken": _known([found[k, a, "taken"][1] for found in lives]),
                "families": _families(lives, k, a, measure),
                **published_interval(measure),
            }
        )
    return rows


def _centre(values, lives, trial, k, measure, a, other):
    """The mean over lives; what is divided is a ratio of means, where what it is divided by can be told from zero."""
    if measure.compare not in DIVIDED or measure.outcome in OWN:
        known = values[np.isfinite(values)]
        return float(np.mean(known)) if known.size else None
    parts = np.array([_parts(found, trial, k, measure, a, other) for found in lives])
    parts = parts[np.isfinite(parts).all(axis=1)]
    if not len(parts):
        return None
    one, below = parts.mean(axis=0)
    error = parts[:, 1].std(ddof=1) / math.sqrt(len(parts)) if len(parts) > 1 else 0.0
    return None if abs(below) <= 2.0 * error else _known_or_none(_divided(measure, one, below))


def _around(centre, values):
    """The same spread of single replicates around what was found."""
    known = values[np.isfinite(values)]
    return known if centre is None or not known.size else known - known.mean() + centre


def _known_or_none(value):
    return float(value) if math.isfinite(value) else None


def _why_none(trial, measure, found_in, k, arms):
    """Why nothing can be said of a comparison, in a sentence."""
    if measure.outcome in OWN:
        return "Nobody took part in anything beyond the routine."
    if unseen := [trial.arms[a].name for a in arms if never_seen_by_teachers(trial, measure, trial.arms[a])]:
        return f"Teachers cannot rate children who never come to preschool: those of arm '{unseen[0]}'."
    if any(found[k, a][2] == 0 for found in found_in for a in arms):
        return f"There is nobody of the group '{measure.among}' in one of the arms."
    if measure.compare in DIVIDED:
        return "What it is divided by cannot be told from zero."
    return "In the arm compared with, families hardly differ in it: there is no SD."


def _middle(values):
    """Ninety-five in a hundred lie between these two."""
    known = values[np.isfinite(values)]
    return tuple(float(q) for q in np.quantile(known, [0.025, 0.975])) if known.size > 1 else (None, None)


def _families(lives, k, a, measure):
    """How many were measured in the arm, on average; of what is one value for the place, none."""
    return None if measure.outcome in OWN or of_the_place(measure) else _known([found[k, a][2] for found in lives])


def _known(values):
    known = [value for value in values if not math.isnan(value)]
    return float(np.mean(known)) if known else None

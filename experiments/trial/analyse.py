"""What a trial found: each measure of each arm against its control, over replicates."""

import math

import numpy as np

import sim
from experiments.evidence import published_interval
from experiments.trial.read import OWN, of_the_place

NOTHING = 1e-9  # what differs by less does not differ: rounding


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
    if measure.compare == "ratio":
        return _over(_difference(found, trial, k, a, trial.control), _difference(found, trial, k, other, trial.control))
    if measure.compare == "lost":
        before = _at_the_end(trial, measure)
        return 1.0 - _over(_difference(found, trial, k, a, other), _difference(found, trial, before, a, other))
    return _difference(found, trial, k, a, other)


def _difference(found, trial, k, a, other):
    """In SD of the other arm; in the outcome's own unit where it is one value for the place."""
    (mean, _, _), (base, spread, _) = found[k, a], found[k, other]
    return mean - base if of_the_place(trial.measures[k]) else _over(mean - base, spread)


def _over(one, other):
    return one / other if abs(other) > NOTHING else math.nan


def _at_the_end(trial, measure):
    """The same measure at the end of the programme."""
    for k, other in enumerate(trial.measures):
        same = (other.outcome, other.observer, other.among) == (measure.outcome, measure.observer, measure.among)
        if same and other.when == "end" and other.compare == "difference":
            return k
    raise sim.ScenarioError(
        f"What is lost of {measure.outcome} by {measure.when} is asked for, but {measure.outcome} is not measured at "
        f"the end among {measure.among}: add that measure."
    )


def unit_of(measure):
    """SD of the control arm, or the unit of what has no SD between families."""
    if measure.outcome in OWN:
        return OWN[measure.outcome]
    if measure.compare in ("ratio", "lost"):
        return "ratio" if measure.compare == "ratio" else "share"
    outcome = sim.OUTCOMES[measure.outcome]
    return outcome.unit if outcome.of == "place" or measure.compare == "level" else "SD"


def summary(trial, lives, members=None):
    """A row for each comparison; `lives` are replicates, `members` the same with all families in each arm."""
    rows = []
    for k, measure, a, other in asked_of(trial):
        values = np.array([effect(found, trial, k, measure, a, other) for found in lives])
        apart = np.array([effect(found, trial, k, measure, a, other) for found in members or ()])
        rows.append(
            {
                "outcome": measure.outcome,
                "observer": measure.observer,
                "when": measure.when,
                "among": measure.among,
                "arm": trial.arms[a].name,
                "against": trial.arms[other].name,
                "compare": measure.compare,
                "unit": unit_of(measure),
                "difference_sd": _mean(values, measure),
                "why_none": None
                if np.isfinite(values).any()
                else _why_none(measure, found_in=lives, k=k, arms=(a, other)),
                **dict(zip(("low", "high"), _middle(values), strict=True)),
                **dict(zip(("ensemble_low", "ensemble_high"), _middle(apart), strict=True)),
                "taking_part": _known([found[k, a, "taken"][0] for found in lives]),
                "sessions_taken": _known([found[k, a, "taken"][1] for found in lives]),
                "families": _known([found[k, a][2] for found in lives]) if measure.outcome not in OWN else None,
                **published_interval(measure),
            }
        )
    return rows


def _why_none(measure, found_in, k, arms):
    """Why nothing can be said of a comparison, in a sentence."""
    if measure.outcome in OWN:
        return "Nobody took part in anything beyond the routine."
    if any(found[k, a][2] == 0 for found in found_in for a in arms):
        return f"There is nobody of the group '{measure.among}' in one of the arms."
    if measure.compare in ("ratio", "lost"):
        return "What it is divided by is zero."
    return "In the arm compared with, families do not differ in it: there is no SD."


def _mean(values, measure):
    """The mean over replicates; of a ratio, whose tails are wild, the median."""
    known = values[np.isfinite(values)]
    if not known.size:
        return None
    return float(np.median(known) if measure.compare in ("ratio", "lost") else np.mean(known))


def _middle(values):
    """Ninety-five in a hundred lie between these two."""
    known = values[np.isfinite(values)]
    return tuple(float(q) for q in np.quantile(known, [0.025, 0.975])) if known.size > 1 else (None, None)


def _known(values):
    known = [value for value in values if not math.isnan(value)]
    return float(np.mean(known)) if known else None

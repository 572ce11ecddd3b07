"""Whether every arm of a trial gets families: found by drawing and dealing them, before anybody is lived."""

import math
from types import SimpleNamespace

import numpy as np

import sim

USUALLY_SIGN_UP = 0.42  # of all families, by P29; where too few do, more families are asked
FULL_ENOUGH = 0.75  # of an ordinary class, else the rest of the class is families outside the trial


def refuse_too_few(trial, seed, numbers):
    """Errors: ScenarioError where an arm stays empty in one replicate.

    Where volunteers are recruited, who they are is known only after a year of routine: there the replicate itself says it.
    """
    if trial.assign == "family" or trial.recruit != "all":
        return
    families = trial.place.drawn(trial.base.culture, families_asked(trial), seed, numbers)[0]
    world = SimpleNamespace(tables=SimpleNamespace(families=families), seed=seed)
    among = sim.taken_by_lot(world, among_the_poorest(families, trial), trial.families)
    enough(trial, sim.assign(world, among, trial.assign, [arm.weight for arm in trial.arms]))


def families_asked(trial):
    """As many as it takes to find the trial's families, and to fill the classes of its preschools."""
    needed = trial.families / trial.poorest
    needed = needed if trial.recruit == "all" else needed / USUALLY_SIGN_UP
    filled = FULL_ENOUGH * trial.place.staff.class_size * (trial.place.preschools or 0)
    return math.ceil(max(needed, min(filled, 4 * trial.families)))


def among_the_poorest(families, trial):
    """Which families are poor enough for the trial: a share of all who live there, the poorest by SES."""
    return families.ses <= np.quantile(families.ses, trial.poorest)


def enough(trial, dealt):
    """Errors: ScenarioError where an arm has fewer than two families; `dealt` holds the arm of each family."""
    for a, arm in enumerate(trial.arms):
        if (dealt == a).sum() < 2:
            raise sim.ScenarioError(
                f"Arm '{arm.name}' has fewer than two families: {trial.families} families by {trial.assign} are too "
                f"few for {len(trial.arms)} arms. Name more families or preschools under `who`."
            )

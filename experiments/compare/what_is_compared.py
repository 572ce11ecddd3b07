"""What a comparison looks at, whatever its experiment asks for besides: children, families, hours, money."""

from pathlib import Path

import sim
from experiments.study.experiment import read_experiment

IN_MONTHS = ("language", "numeracy")  # only for these does T07 know how far a year takes a child
OTHERS = tuple(domain for domain in sim.DOMAINS if domain not in IN_MONTHS)
CHILDREN = (*sim.DOMAINS, "language_behind", *(f"{domain}_behind" for domain in OTHERS), "language_gap")
FAMILIES = (
    "practice_time",
    "practice_quality",
    "information",
    "trust",
    "agreement",
    "school_participation",
    "contacts",
)
HOURS = ("teacher_hours", "hired_hours", "family_hours", "strain", "promises_cancelled")
MONEY = ("money_preschool", "money_programme", "money")
COMPARED = (*CHILDREN, *FAMILIES, "gap_in_reach", *HOURS, *MONEY)
MOST = 20  # strategies


def read_comparison(experiment, replicates=None):
    """An Experiment that keeps all that is compared. Errors: ScenarioError with file and line."""
    asked = read_experiment(experiment)
    if not 2 <= len(asked.strategies) <= MOST:
        raise sim.ScenarioError(
            f"{asked.name} has {len(asked.strategies)} strategies; compare asks for 2 to {MOST}, the baseline first."
        )
    if any(axis.role != "uncertainty" for axis in asked.axes):
        names = ", ".join(axis.name for axis in asked.axes if axis.role != "uncertainty")
        raise sim.ScenarioError(f"In a comparison only uncertain numbers vary; {names} is for famschool sweep.")
    said = dict(asked.said)
    there = [one if isinstance(one, str) else one["outcome"] for one in said.get("look_at", ())]
    said["look_at"] = [*said.get("look_at", ()), *(name for name in COMPARED if name not in there)]
    return read_experiment({"name": asked.name} | said).but(replicates=replicates)


def is_comparison(experiment):
    """Whether a finished experiment holds all that a comparison needs."""
    return len(experiment.strategies) > 1 and set(COMPARED) <= set(experiment.subject.kept)


__all__ = ["COMPARED", "IN_MONTHS", "OTHERS", "Path", "is_comparison", "read_comparison"]

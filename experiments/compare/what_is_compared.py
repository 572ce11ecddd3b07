"""What a comparison looks at, whatever its experiment asks for besides: children, families, hours, money."""

import sim
from experiments.counted import counted
from experiments.posterior import members
from experiments.show import SAID_IN_MONTHS
from experiments.study.experiment import read_experiment
from experiments.study.manifest import in_full

OTHERS = tuple(domain for domain in sim.DOMAINS if domain not in SAID_IN_MONTHS)
CHILDREN = (*sim.DOMAINS, "language_behind", *(f"{domain}_behind" for domain in OTHERS), "language_gap")
FAMILIES = (
    "practice_time",
    "practice_quality",
    "information",
    "trust",
    "agreement",
    "school_participation",
    "contacts",
    "programme_reach",
)
HOURS = (
    "teacher_hours",
    "hired_hours",
    "own_hours",
    "family_hours",
    "unpaid_family_hours",
    "strain",
    "promises_cancelled",
)
MONEY = ("money_preschool", "money_programme", "money_authority", "money")
COMPARED = (*CHILDREN, *FAMILIES, "gap_in_reach", *HOURS, *MONEY)
MOST = 20  # strategies
DRAWS = 64  # members of the fitted ensemble, where a file does not say how many


def read_comparison(experiment, replicates=None, district=None, prices=None):
    """An Experiment that keeps all that is compared, on one's own preschools and at one's own prices where they are named.

    Errors: ScenarioError with file and line.
    """
    asked = read_experiment(experiment)
    refuse_what_cannot_be_compared(asked)
    said = _of_the_ensemble(in_full(asked))
    there = [one if isinstance(one, str) else one["outcome"] for one in said.get("look_at", ())]
    said["look_at"] = [*said.get("look_at", ()), *(name for name in COMPARED if name not in there)]
    own = {"district": district or asked.subject.district, "prices": prices or asked.subject.prices}
    own = {key: file for key, file in own.items() if file}
    return read_experiment({"name": asked.name} | said | own).but(replicates=replicates)


def refuse_what_cannot_be_compared(asked):
    """Errors: ScenarioError for too few or too many strategies, and where more than uncertain numbers varies."""
    if not 2 <= len(asked.strategies) <= MOST:
        raise sim.ScenarioError(
            f"{asked.name} has {counted(len(asked.strategies), 'strategy', 'strategies')}; "
            f"compare asks for 2 to {MOST}, the baseline first."
        )
    if any(axis.role != "uncertainty" for axis in asked.axes):
        names = ", ".join(axis.name for axis in asked.axes if axis.role != "uncertainty")
        raise sim.ScenarioError(
            f"In a comparison only uncertain numbers vary, not {names} (a grid is for famschool sweep)."
        )


def _of_the_ensemble(said):
    """`uncertainties: posterior` draws whole members of the fitted ensemble, so that numbers fit together as they were fitted.

    As many as the design has points, whatever its kind; points that are written out stay as they are.
    """
    design = said.get("design")
    wanted = design.get("points", DRAWS) if isinstance(design, dict) else DRAWS
    if said.get("uncertainties") != "posterior" or isinstance(wanted, list):
        return said
    there = members()
    chosen = [there[k * len(there) // wanted] for k in range(wanted)] if wanted < len(there) else list(there)
    ends = {name: [min(one[name] for one in chosen), max(one[name] for one in chosen)] for name in chosen[0]}
    points = [{name: value for name, value in one.items() if ends[name][0] < ends[name][1]} for one in chosen]
    varied = {name: ends[name] for name in points[0]}
    return said | {"uncertainties": varied, "design": {"kind": "list", "points": points}}


def is_comparison(experiment):
    """Whether a finished experiment holds all that a comparison needs."""
    return len(experiment.strategies) > 1 and set(COMPARED) <= set(experiment.subject.kept)


__all__ = ["COMPARED", "OTHERS", "is_comparison", "read_comparison", "refuse_what_cannot_be_compared"]

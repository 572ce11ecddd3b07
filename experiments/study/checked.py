"""What an experiment file would run, without running it."""

from collections import Counter
from pathlib import Path

import sim
from experiments.counted import counted
from experiments.listed import listed
from experiments.study.cases import Plan
from experiments.study.experiment import read_experiment
from experiments.study.folder import bytes_a_run
from experiments.study.verbs import compared, refuse_what_nobody_runs
from experiments.study.workers import cores

MOST_LISTED = 40  # numbers; more stand in two screens
OWN_KEYS = {"design", "strategies", "look_at", "levers", "uncertainties", "place_varies"}
SECONDS_A_FAMILY_AND_WEEK = 3e-7  # measured with every intervention on; check does not compile the model to say a size


def _what_varies(axes):
    """Each with its range and source; where nobody would read them all, the groups of the numbers of the model."""
    numbers = [axis for axis in axes if axis.role == "uncertainty"]
    groups = Counter(axis.name.partition(".")[0] for axis in numbers) if len(numbers) > MOST_LISTED else {}
    for axis in axes:
        if axis.role != "uncertainty" or not groups:
            yield f"  {axis.name}: {axis.range_in_words()} {axis.unit} ({axis.role}); {axis.source}"
    if groups:
        named = ", ".join(f"{group} {many}" for group, many in groups.items())
        yield f"  {len(numbers)} numbers of {len(groups)} groups: {named}. `famschool describe GROUP` tells of them."


def is_experiment(name):
    """Whether a name or file is of an experiment rather than of a scenario."""
    if str(name) in sim.list_configs("scenarios"):
        return False
    if str(name) in sim.list_configs("experiments"):
        return True
    return Path(name).suffix == ".yaml" and Path(name).exists() and bool(OWN_KEYS & set(sim.read_yaml(name).data))


def lines(name):
    """Runs, time, disk, strategies, and everything that varies with its range and source."""
    experiment = read_experiment(name)
    file = sim.find_config("experiments", name)
    with sim.located(str(file), sim.read_yaml(file).lines, ("design",)):
        refused = refuse_what_nobody_runs(experiment)
        comparison = None if refused["compare"] else compared(experiment)
        if [verb for verb, why in refused.items() if not why] == ["compare"]:
            experiment = comparison  # its points may be members of the ensemble, that the file does not list
        plan = Plan(experiment)
    subject = experiment.subject
    runs = len(plan)
    seconds = runs * subject.families * (subject.weeks + 26) * SECONDS_A_FAMILY_AND_WEEK / cores()
    yield f"{experiment.name}: {experiment.question}".removesuffix(": ")
    yield (
        f"{counted(runs, 'run')} ({counted(len(plan.points), 'point')}, {counted(experiment.replicates, 'seed')}, "
        f"{counted(len(experiment.strategies), 'strategy', 'strategies')}) "
        f"of {counted(subject.families, 'family', 'families')} and {counted(subject.weeks, 'week')}: "
        f"about {max(1, round(seconds)):,} s on {counted(cores(), 'core')}, "
        f"{max(1, round(runs * bytes_a_run(experiment) / 1e6)):,} MB."
    )
    yield f"baseline {experiment.strategies[0]}; against it {', '.join(experiment.strategies[1:]) or 'nothing'}"
    yield from _what_varies(experiment.axes)
    yield f"famschool {listed([verb for verb, why in refused.items() if not why])} can run it."
    yield from (f"  not {verb}: {why}" for verb, why in refused.items() if why)
    if comparison:
        yield from _of_a_comparison(len(plan.points), comparison)


def _of_a_comparison(points, comparison):
    """How many runs compare makes, where it has other points than the rest."""
    plan = Plan(comparison)
    if len(plan.points) != points:
        members = counted(len(plan.points), "member")
        yield f"  compare: {counted(len(plan), 'run')}, at {members} of the fitted ensemble in place of {points:,} points."

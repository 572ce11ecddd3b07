"""Everything published that a trial here can be held against: one target a row of the evidence and measure."""

from dataclasses import dataclass
from functools import cache

import sim
from experiments.evidence import evidence, published_interval
from experiments.trial.analyse import asked_of, effect
from experiments.trial.live import live_once
from experiments.trial.read import read_trial, small

CAUSAL = "ECN"  # first letters of rows that hold effects which were caused


@dataclass(frozen=True)
class Target:
    """What one measure of one trial was published to be."""

    name: str  # E07 practice_time, unique among the targets
    evidence: str
    trial: str
    row: int  # its place among the comparisons of the trial
    unit: str
    value: float
    low: float
    high: float
    rule: str
    role: str  # put in, fitted, checked
    note: str


@cache
def trials():
    """All trial files there are, by name."""
    return {name: read_trial(str(file)) for name, file in sim.list_configs("trials").items()}


@cache
def targets():
    """All targets, in the order of the evidence."""
    found = {}
    for name, trial in trials().items():
        for row, (_, measure, _, _) in enumerate(asked_of(trial)):
            said = published_interval(measure)
            if said["published_low"] is None:
                continue
            title = _title(measure, found)
            value = (
                said["published"]
                if said["published"] is not None
                else (said["published_low"] + said["published_high"]) / 2
            )
            bounds = (value, said["published_low"], said["published_high"], said["published_rule"])
            role = evidence()[measure.evidence]["role"]
            found[title] = Target(title, measure.evidence, name, row, _unit(measure), *bounds, role, measure.note)
    return tuple(found[title] for title in sorted(found))


def _title(measure, taken):
    """Id and outcome; the week and the observer where that is not enough."""
    said = f"{measure.evidence} {measure.outcome}"
    for more in ("", f" {measure.when.replace('_', ' ')}", f" {measure.note}"):
        if said + more not in taken:
            return said + more
    raise sim.ScenarioError(f"Two measures of the trials are the same: {said}.")


def _unit(measure):
    return {"ratio": "ratio", "lost": "share", "level": "share"}.get(measure.compare, "SD")


def simulated(numbers, seed, families):
    """The value of every target under one set of numbers: the same families, with the same luck, in each arm."""
    found = {}
    for name in dict.fromkeys(target.trial for target in targets()):
        trial = small(trials()[name], families)
        lived = live_once(trial, seed, sim.numbers_with(numbers | trial.numbers), paired=True)
        comparisons = list(asked_of(trial))
        for target in targets():
            if target.trial == name:
                found[target.name] = effect(lived, trial, *comparisons[target.row])
    return [found[target.name] for target in targets()]

"""Which interventions no trial of the package has tried: what they add rests on assumed numbers alone."""

from functools import cache

import sim
from experiments.doses import in_words
from experiments.labels import within_a_sentence
from experiments.listed import listed
from experiments.trial.read import read_trial


def not_tried(doings):
    """A sentence on those of some interventions that were never in a trial as they are here; None where all were."""
    names = list(dict.fromkeys(_named(doing) for doing in doings if _as_it_is_done(doing) not in tried()))
    if not names:
        return None
    said = f"No trial that the model is held against has tried {listed(names)}"
    return f"{said}: what comes of it rests on assumed numbers alone."


@cache
def tried():
    """What was done in some arm of a trial that comes with the package."""
    package = sim.PACKAGED.resolve()  # a trial of one's own that cannot be read must not stop a plan
    files = [file for file in sim.list_configs("trials").values() if package in file.resolve().parents]
    strategies = [arm.strategy for file in files for arm in read_trial(str(file)).arms]
    return frozenset(_as_it_is_done(doing) for strategy in strategies for doing in strategy.doings)


def _as_it_is_done(doing):
    """An intervention, and what of it is a choice of words: who visits, what a course is about."""
    return doing.name, *_choices(doing).values()


def _choices(doing):
    return {name: doing.word(name) for name, dose in doing.Dose.declared.items() if dose.choices}


def _named(doing):
    """As the app calls it; where it was tried in another way, with the way it is done here."""
    otherwise = any(name == doing.name for name, *_ in tried())
    return in_words(doing.name, _choices(doing) if otherwise else {}, within_a_sentence("interventions", doing.name))

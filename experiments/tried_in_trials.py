"""Which interventions no trial of the package has tried, or with an eye to parents only: what rests on assumed numbers."""

from functools import cache

import sim
from experiments.doses import in_words
from experiments.labels import within_a_sentence
from experiments.listed import listed
from experiments.trial.read import read_trial


def not_tried(doings):
    """What of some interventions, as they are here, no trial was of, and what none saw children gain; None where nothing."""
    never, unseen = {}, {}  # names, each once and in order
    for doing in doings:
        seen = tried().get(_as_it_is_done(doing))
        if not seen:
            (never if seen is None else unseen)[_named(doing)] = doing
    return " ".join([*_never_tried(list(never)), *_tried_with_parents(list(unseen))]) or None


def _never_tried(names):
    if names:
        said = f"No trial that the model is held against has tried {listed(names)}"
        yield f"{said}: what comes of it rests on assumed numbers alone."


def _tried_with_parents(names):
    if names:
        yield f"Trials of {listed(names)} looked at parents only: what children gain is inferred, not seen."


@cache
def tried():
    """{what was done in an arm of a trial that comes with the package: whether one of them looked at the arm's children}."""
    package = sim.PACKAGED.resolve()  # a trial of one's own that cannot be read must not stop a plan
    files = [file for file in sim.list_configs("trials").values() if package in file.resolve().parents]
    found = {}
    for trial in (read_trial(str(file)) for file in files):
        for arm in trial.arms:
            seen = _looked_at_children(trial, arm.name)
            for doing in arm.strategy.doings:
                found[_as_it_is_done(doing)] = found.get(_as_it_is_done(doing), False) or seen
    return found


def _looked_at_children(trial, arm):
    """Whether a trial measures in an arm what children can, or something made of it (language, language_behind)."""
    of_children = [one for one in trial.measures if one.outcome.startswith(tuple(sim.DOMAINS))]
    return any(one.arm is None or arm in (one.arm, one.against) for one in of_children)


def _as_it_is_done(doing):
    """An intervention, and what of it is a choice of words: who visits, what a course is about."""
    return doing.name, *_choices(doing).values()


def _choices(doing):
    return {name: doing.word(name) for name, dose in doing.Dose.declared.items() if dose.choices}


def _named(doing):
    """As the app calls it; where it was tried in another way, with the way it is done here."""
    otherwise = any(one[0] == doing.name and one != _as_it_is_done(doing) for one in tried())
    return in_words(doing.name, _choices(doing) if otherwise else {}, within_a_sentence("interventions", doing.name))

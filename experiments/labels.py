"""What the app calls things, for reports too: one set of words, that of experiments/app/words.json."""

import json
from functools import cache
from pathlib import Path

WORDS = Path(__file__).parent / "app" / "words.json"
# A distance, of which 0 is right; the unit of the model has 1 for the usual.
TOLD_IN = {"misperception": "usual effort"}


@cache
def said_by_the_app(kind):
    """{name: label} of interventions, channels, outcomes …"""
    return json.loads(WORDS.read_text(encoding="utf-8"))[kind]


def told_in(outcome):
    """The unit in which the app tells an outcome of the model."""
    return TOLD_IN.get(outcome.name, outcome.unit)


def within_a_sentence(kind, name):
    """The label as it stands inside a sentence; a name without one in plain words."""
    label = said_by_the_app(kind).get(name) or name.replace("_", " ")
    return label[:1].lower() + label[1:]


def of_outcome(name):
    """The label of an outcome, as a head or title; what is made of another, or counted by channel, is called after that."""
    known, script = said_by_the_app("outcomes"), said_by_the_app("script")["of_an_outcome"]
    of, _, what = name.rpartition("_")
    if name not in known and of in known and what in script:
        return script[what].format(of=known[of])
    channel = name.removeprefix("contacts_")
    if channel != name and channel in said_by_the_app("channels"):
        return script["contacts"].format(of=within_a_sentence("channels", channel))
    return known.get(name) or name.replace("_", " ").capitalize()

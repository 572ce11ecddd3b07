"""What the app calls things, for reports too: one set of words, that of experiments/app/words.json."""

import json
from functools import cache
from pathlib import Path

WORDS = Path(__file__).parent / "app" / "words.json"


@cache
def said_by_the_app(kind):
    """{name: label} of interventions, channels, outcomes …"""
    return json.loads(WORDS.read_text(encoding="utf-8"))[kind]


def within_a_sentence(kind, name):
    """The label as it stands inside a sentence; a name without one in plain words."""
    label = said_by_the_app(kind).get(name) or name.replace("_", " ")
    return label[:1].lower() + label[1:]

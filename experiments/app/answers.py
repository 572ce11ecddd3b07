"""Answers ready to be sent, from the text of a request: the same in the server's process and beside it."""

import json

import orjson

from experiments.app import runs
from experiments.app.asked import BandAsked, RunAsked, Shelf


def run(for_a_class, text):
    """Both arms of a scenario, week by week."""
    asked = RunAsked.model_validate_json(text)
    scenario = Shelf(for_a_class).scenario(asked.start, asked.events)
    return orjson.dumps(runs.answer(scenario, asked.seed, asked.outcomes, asked.states, asked.measured))


def band(for_a_class, text):
    """Nine in ten of the same with other luck."""
    asked = BandAsked.model_validate_json(text)
    scenario = Shelf(for_a_class).scenario(asked.start, asked.events)
    return orjson.dumps(runs.band(scenario, asked.seed, asked.outcomes, asked.times))


def warm_up():
    """One run of the first question: everything compiled is loaded."""
    from experiments.app.questions import QUESTIONS

    run(False, json.dumps({"start": QUESTIONS[0]["start"], "events": [], "seed": 1}))

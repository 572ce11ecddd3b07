"""Six guided questions, one for each part of the paper: a text and a scenario that opens in Explore."""

from functools import cache
from pathlib import Path

import sim

FILE = Path(__file__).parent / "questions.yaml"


@cache
def _read():
    return sim.read_yaml(FILE).data["questions"]


QUESTIONS = _read()

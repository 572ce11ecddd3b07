"""The fitted ensemble: sets of numbers that agree with the evidence, one a row of a small table."""

import csv
import hashlib
import json
from functools import cache
from pathlib import Path

import sim

TABLE, RESULTS, MADE = "posterior.csv", "posterior_results.csv", "posterior.json"


def _file(name):
    """One's own ensemble comes before the one the package carries."""
    folders = (Path("configs") / "posteriors", sim.PACKAGED / "posteriors")
    return next((folder / name for folder in folders if (folder / name).exists()), None)


def _rows(name):
    file = _file(name)
    if file is None:
        return ()
    with file.open(encoding="utf-8", newline="") as lines:
        return tuple({key: float(value) for key, value in row.items()} for row in csv.DictReader(lines))


@cache
def members():
    """Sets of changed numbers ({'Trust.slowness': 0.3, …}); empty before there is an ensemble."""
    known = {f"{group}.{name}" for group, numbers in sim.NUMBERS.items() for name in numbers.declared}
    return tuple({name: value for name, value in row.items() if name in known} for row in _rows(TABLE))


@cache
def ranges_of_members():
    """Where nine in ten members have each number: {'Trust.slowness': [0.1, 0.4], …}. Errors: ScenarioError without members."""
    if not members():
        raise sim.ScenarioError(
            "posterior – there is no fitted ensemble yet; famschool calibrate makes one, or name the numbers."
        )
    found = {}
    for name in members()[0]:
        values = sorted(member[name] for member in members())
        spare = len(values) // 20
        low, high = values[spare], values[len(values) - 1 - spare]
        if low < high:
            found[name] = [low, high]
    return found


@cache
def fingerprint():
    """A short name for the ensemble there is; empty before there is one."""
    return hashlib.sha256(repr(members()).encode()).hexdigest()[:12] if members() else ""


@cache
def results_of_members():
    """What each member gave for each target when it was fitted ({'E07 practice_time': 0.29, …})."""
    return _rows(RESULTS)


@cache
def how_it_was_made():
    """Members, model, and how much narrower each number became (1: nothing learned)."""
    file = _file(MADE)
    return json.loads(file.read_text(encoding="utf-8")) if file else {}

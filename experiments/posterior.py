"""The fitted ensemble: sets of numbers that agree with the evidence, one a row of a small table."""

import csv
from functools import cache
from pathlib import Path

import sim


def posteriors():
    """The ensembles there are, by name."""
    folders = (sim.PACKAGED / "posteriors", Path("configs") / "posteriors")
    return {file.stem: file for folder in folders for file in sorted(folder.glob("*.csv"))}


@cache
def members(name="posterior"):
    """Sets of changed numbers ({'Trust.slowness': 0.3, …}); empty before there is an ensemble."""
    file = posteriors().get(name)
    if file is None:
        return ()
    with file.open(encoding="utf-8", newline="") as rows:
        return tuple({number: float(value) for number, value in row.items()} for row in csv.DictReader(rows))

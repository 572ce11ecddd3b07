"""What was published: rows of configs/evidence.csv, and the interval each is given."""

import csv
import math
from functools import cache

import sim

WITHOUT_SIZE = 0.10  # half width in SD for a row whose study's size is not known


@cache
def evidence():
    """Rows by id."""
    with (sim.PACKAGED / "evidence.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def half_width(n):
    """Of an interval for a difference in SD between two equal arms of n families together; n None: not known."""
    return 1.96 * math.sqrt(4.0 / n) if n else WITHOUT_SIZE


def published_interval(measure):
    """The evidence beside a measure: as written in the trial's file, or as the row gives it."""
    empty = dict.fromkeys(("published", "published_low", "published_high", "published_rule"))
    given = {"evidence": measure.evidence} | empty
    if measure.published:
        said = measure.published
        own = (said["value"], said["low"], said["high"], said["rule"])
        return given | dict(zip(empty, own, strict=True))
    row = evidence().get(measure.evidence or "")
    if row is None:
        return given
    value, low, high = (float(row[key]) if row[key] else None for key in ("value", "low", "high"))
    if value is None and low is not None:
        value = (low + high) / 2.0
    rule = "published"
    if (low is None or low == high) and value is not None and row["unit"] in ("SD", "d", "g"):
        n = int(row["n"]) if row.get("n") else None
        low, high = value - half_width(n), value + half_width(n)
        rule = f"±1.96·√(4/{n})" if n else f"±{WITHOUT_SIZE:.2f}"
    return given | {"published": value, "published_low": low, "published_high": high, "published_rule": rule}

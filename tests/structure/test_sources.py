"""Every number names its source: an id of the evidence table, a survey it is fitted to, or that it is assumed."""

import csv
import re
from pathlib import Path

import pytest

import sim

EVIDENCE = Path(sim.__file__).resolve().parents[1] / "configs" / "evidence.csv"
with EVIDENCE.open(encoding="utf-8") as _file:
    KNOWN = {row["id"] for row in csv.DictReader(_file)}
ELSEWHERE = ("fitted: ", "assumed", "a choice", "custom: ", "NHES 2019", "ECLS-K", "STAR ")
GROUPS = [*sim.NUMBERS.values(), *sim.PARTS.values(), *(one.Dose for one in sim.INTERVENTIONS.values())]
NUMBERS = [
    (f"{group.__module__}.{group.__qualname__}.{name}", one) for group in GROUPS for name, one in group.declared.items()
]


@pytest.mark.parametrize(("name", "number"), NUMBERS, ids=[name for name, _ in NUMBERS])
def test_a_number_says_where_it_comes_from(name, number):
    cited = re.findall(r"\b[A-Z]\d\d\b", number.source)
    assert set(cited) <= KNOWN
    assert cited or number.source.startswith(ELSEWHERE)


@pytest.mark.parametrize(("name", "number"), NUMBERS, ids=[name for name, _ in NUMBERS])
def test_a_number_is_plausible_and_what_is_plausible_is_possible(name, number):
    assert number.floor <= number.low <= number.default <= number.high <= number.ceiling

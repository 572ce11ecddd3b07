"""A number that nobody reads is a knob that does nothing: each declared one is read somewhere in sim/."""

import re
from pathlib import Path

import pytest

import sim
from sim.place import Budget, Culture, Customs, Policy, Staff

SIM = Path(sim.__file__).parent
SOURCE = "\n".join(file.read_text(encoding="utf-8") for file in SIM.rglob("*.py"))
OF_A_PLACE = {"Culture": Culture, "Policy": Policy, "Budget": Budget, "Customs": Customs, "Staff": Staff}
BY_DOMAIN_ELSEWHERE = {"PeerWeight"}  # handed over whole, and read there one domain after the other
DECLARED = [(group, name) for group, numbers in sim.NUMBERS.items() for name in numbers.declared]
DECLARED += [(group, name) for group, numbers in OF_A_PLACE.items() for name in numbers.declared]


def is_read(group, name):
    """By its own name, or by its place in a group of one number a channel, domain or grade of staff."""
    by_place = re.search(rf"(\.{group}\[|getattr\([\w.]*{group}\b|np\.array\([\w.]*{group}\))", SOURCE)
    return re.search(rf"\.{name}\b", SOURCE) or by_place or group in BY_DOMAIN_ELSEWHERE


@pytest.mark.parametrize(("group", "name"), DECLARED, ids=lambda word: word)
def test_a_number_is_read(group, name):
    assert is_read(group, name), f"{group}.{name} is declared and read nowhere"


def test_one_that_is_not_read_would_be_seen():
    assert not is_read("Growth", "a_number_of_no_use")

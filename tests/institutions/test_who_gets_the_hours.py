"""Known from the field: who goes first decides on the gap in reach; what is asked for without hours is done worse."""

import numpy as np
import pytest

from sim.report import measure
from sim.run import simulate

SEEDS = range(1, 9)
BASE = {"place": "us_preschool", "families": 300, "weeks": 38, "strategy": {}, "replicates": 1}


def means(given, *names):
    rows = [row for seed in SEEDS for row in measure(simulate(BASE | given, seed).measured)]
    return [np.mean([r[3] for r in rows if r[:3] == (name, "true", "all")]) for name in names]


@pytest.fixture(scope="module")
def gap():
    """Talks and the like of the richest fifth less those of the poorest, by the preschool's rule, where hours are short."""
    short = {"budget": {"teacher_hours": 0.7}}
    rules = ("equal", "neediest_first", "who_asks_first")
    return {rule: means(short | {"staff": {"allocation": rule}}, "gap_in_reach")[0] for rule in rules}


def test_neediest_first_narrows_the_gap_in_reach(gap):
    assert gap["neediest_first"] < gap["equal"] - 0.1


def test_who_asks_first_widens_it(gap):
    assert gap["who_asks_first"] > gap["equal"] + 0.03


def test_a_mandate_without_hours_raises_contacts_and_lowers_their_quality():
    asked = {"policy": {"talks_a_year": 6, "inspection": 1}, "budget": {"teacher_hours": 2}}
    few, good = means({"budget": {"teacher_hours": 2}}, "contacts", "contact_quality")
    many, poor = means(asked, "contacts", "contact_quality")
    assert many > few + 0.3
    assert poor < good - 0.02

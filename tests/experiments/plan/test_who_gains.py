"""What a plan says of who gains, and of nothing to be had, agrees with the numbers it shows."""

from types import SimpleNamespace

import pandas as pd
import pytest

from experiments.plan.who_gains import in_one_sentence
from experiments.plan.written import _answer


@pytest.mark.parametrize(
    ("poor", "rich", "said"),
    [
        (1.06, 1.14, "1.1 months* to children of the poorest fifth and 1.1 to those of the richest: alike."),
        (1.14, 1.16, "1.1 months* to children of the poorest fifth and 1.2 to those of the richest: alike."),
        (
            1.0,
            1.4,
            "1.0 months* to children of the poorest fifth and 1.4 to those of the richest: more to the richest.",
        ),
        (
            1.4,
            1.0,
            "1.4 months* to children of the poorest fifth and 1.0 to those of the richest: more to the poorest.",
        ),
    ],
)
def test_who_gains_more_is_said_of_what_is_shown(poor, rich, said):
    gains = pd.DataFrame({"group": ["poorest fifth", "richest fifth"], "months_of_language": [poor, rich]})
    assert in_one_sentence(gains) == f"It brings {said}"


@pytest.mark.parametrize(
    ("best", "said"),
    [
        (1, "Nothing can be had for 1 USD a year: it stays as it is."),
        (3, "Leave it as it is. In no draw does anything do better."),
    ],
)
def test_where_nothing_is_chosen_nothing_is_praised(best, said):
    routine = SimpleNamespace(mix=(), why="In no draw does anything do better.")
    asked = SimpleNamespace(budget=1, place=SimpleNamespace(currency="USD"))
    plan = SimpleNamespace(asked=asked, chosen=[routine] * 3, best=[routine] * best)
    assert list(_answer(plan, bill=None, gains=None)) == [said]

"""What a plan says of the poorest and the richest fifth agrees with the numbers it shows."""

import pandas as pd
import pytest

from experiments.plan.who_gains import in_one_sentence


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

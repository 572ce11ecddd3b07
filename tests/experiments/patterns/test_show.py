"""The table of patterns says of no figure that it was checked where no survey has it."""

import pytest

from experiments.patterns.show import _role, _survey

ROW = {"survey": None, "survey_low": None, "survey_high": None, "role": "checked"}


@pytest.mark.parametrize(
    ("survey", "shown", "role"),
    [
        ({}, "–", "not checked"),
        ({"survey_low": 0.0, "survey_high": 2.0}, "above 0", "checked"),
        ({"survey": 0.3, "survey_low": 0.2, "survey_high": 0.4}, "0.30 (0.20 to 0.40)", "checked"),
    ],
)
def test_a_role_needs_a_survey(survey, shown, role):
    assert _survey(ROW | survey) == shown and _role(ROW | survey) == role

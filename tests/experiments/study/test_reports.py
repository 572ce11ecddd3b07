"""What the reports of many runs say: what matters, in the words by which the next experiment asks for it."""

from types import SimpleNamespace

import pytest

from experiments.study.reports import _what_matters


def said(*matters):
    return _what_matters(SimpleNamespace(verdicts=[{"matter": names} for names in matters]))


@pytest.mark.parametrize("matters", [(), ((), ())])
def test_nothing_that_matters_is_said_to_be_luck(matters):
    assert said(*matters) == "Nothing stands out from luck yet."


def test_numbers_are_listed_as_a_file_asks_for_them_each_once_and_first_first():
    line = said(("Trust.slowness", "Growth.tilt"), ("Growth.tilt", "Effort.habit"))
    assert line == "What matters for anything looked at: uncertainties: [Trust.slowness, Growth.tilt, Effort.habit]"


def test_places_and_doses_are_no_uncertainties():
    line = said(("messages.per_week", "Trust.slowness"), ("culture.entrusting",))
    assert line == (
        "What matters for anything looked at: uncertainties: [Trust.slowness]; "
        "of places and doses messages.per_week, culture.entrusting"
    )
    assert "uncertainties" not in said(("culture.entrusting",))

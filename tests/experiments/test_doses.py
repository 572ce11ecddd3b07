"""Doses as people say them."""

import pytest

from experiments.doses import dose_in_words, in_words


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("per_year", 12, "12 a year"),
        ("for_whom", "ses_1", "for the poorest fifth"),
        ("visitor", "trained_visitor", "by a trained visitor"),
        ("every_weeks", 2, "every 2 weeks"),
        ("share", 0.8, "share 80%"),
        ("topic", "reading_aloud", "topic reading aloud"),
    ],
)
def test_a_dose_in_words(key, value, said):
    assert dose_in_words(key, value) == said


def test_an_intervention_with_its_doses():
    assert in_words("home_visits", {"per_year": 12, "visitor": "teacher"}) == "home visits (12 a year, by a teacher)"
    assert in_words("platform", {}) == "platform"

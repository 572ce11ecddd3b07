"""Titles of what a sensitivity analysis found."""

from types import SimpleNamespace

import pytest

from experiments.study.sensitivity_figures import _title

SAID = {
    (): "Language (tester): nothing that was varied stands out (not settled yet)",
    ("Effort.habit",): "Language (tester) depends most on Effort habit (not settled yet)",
    ("a", "b", "c", "d"): "Language (tester) depends most on a, b and c (not settled yet)",
}


@pytest.mark.parametrize(("matter", "said"), SAID.items())
def test_a_title_names_what_matters_or_says_that_nothing_stands_out(matter, said):
    study = SimpleNamespace(experiment=SimpleNamespace(strategies=["routine"]))
    verdict = {"outcome": "language", "observer": "tester", "group": "all", "matter": list(matter), "settled": False}
    assert _title(study, verdict) == said

"""The default of what the evidence pins down is the centre of the fitted ensemble, and says which rows pinned it."""

import json

import pytest

import sim
from experiments.posterior import MADE, TABLE

FOLDER = sim.PACKAGED / "posteriors"
PINNED = 0.8  # times the declared spread, or less


def _pinned():
    narrower = json.loads((FOLDER / MADE).read_text(encoding="utf-8"))["narrower"]
    return [name for name, left in narrower.items() if left <= PINNED]


@pytest.mark.parametrize("name", _pinned())
def test_what_is_pinned_down_stands_within_its_ensemble(name):
    import pandas as pd

    group, _, key = name.partition(".")
    number = sim.NUMBERS[group].declared[key]
    low, high = pd.read_csv(FOLDER / TABLE)[name].quantile([0.1, 0.9])
    assert low <= number.default <= high, f"{name}: {number.default} lies outside {low:.3g} to {high:.3g}"
    assert number.source.startswith("fitted: "), number.source


def test_the_evidence_pins_something_down():
    assert len(_pinned()) >= 10

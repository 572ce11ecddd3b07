"""Any trial that can be said in the form must run."""

import math
from pathlib import Path

import pytest

import sim
from experiments.trial.read import read_trial
from experiments.trial.run import run_trial

ODD = sim.read_yaml(Path(__file__).with_name("odd_trials.yaml")).data


@pytest.mark.parametrize("name", ODD)
def test_an_odd_trial_runs(name):
    found = run_trial(ODD[name], replicates=2)
    trial = read_trial(ODD[name])
    assert found["trial"] == ODD[name]["trial"]
    assert len(found["measures"]) >= len(trial.measures)
    for row in found["measures"]:
        if row["families"] and row["families"] > 3:  # a group may be empty among few families
            assert math.isfinite(row["difference_sd"]), row
            assert row["low"] <= row["difference_sd"] <= row["high"]
        assert 0.0 <= row["taking_part"] <= 1.0

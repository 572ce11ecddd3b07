"""Every intervention can stand in an arm, however the arms are drawn, and mixtures of all of them."""

import math

import pytest

import sim
from experiments.trial.run import run_trial

OTHERS = [name for name in sim.INTERVENTIONS if name != "routine"]


def found(arms, assign, **more):
    trial = {
        "trial": "a mixture",
        "place": "us_preschool",
        "who": {"families": 60},
        "assign": assign,
        "arms": arms,
        "weeks": 24,
        "measure": [{"outcome": "language", "observer": "tester", "weeks_after": 10}, {"outcome": "trust"}],
    }
    return run_trial(trial | more, replicates=1)["measures"]


@pytest.mark.parametrize("assign", ["family", "class", "preschool"])
@pytest.mark.parametrize("name", OTHERS)
def test_each_intervention_can_be_tried(name, assign):
    rows = found({"control": {"routine": {}}, "treated": {"routine": {}, name: {}}}, assign)
    assert all(math.isfinite(row["difference_sd"]) for row in rows)


@pytest.mark.parametrize("funded", [True, False])
def test_a_mixture_of_everything(funded):
    everything = {name: {} for name in OTHERS} | {"funded": funded, "policy": {"clarity": 0.9}, "attends": 0.7}
    rows = found({"control": {"attends": 0}, "treated": everything}, "family", recruit="volunteers")
    assert all(math.isfinite(row["difference_sd"]) for row in rows)

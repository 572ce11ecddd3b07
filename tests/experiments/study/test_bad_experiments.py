"""Experiments that must be refused: each with one message that says where, what was asked and what is allowed."""

from pathlib import Path

import pytest

import sim
from experiments.study.experiment import read_experiment
from tests.scenario.wrong import cases, shortened, written

CASES = cases(Path(__file__).parent / "bad_experiments.yaml")


def test_the_corpus_is_large_and_has_no_case_twice():
    names, texts = [c["name"] for c in CASES], [c["text"] for c in CASES]
    assert len(CASES) >= 30 and len(set(names)) == len(names) and len(set(texts)) == len(texts)


@pytest.mark.parametrize("case", CASES, ids=[c["name"].replace(" ", "_") for c in CASES])
def test_a_wrong_experiment_is_refused_with_its_message(case, tmp_path):
    path = written(case, tmp_path)
    with pytest.raises(sim.ScenarioError) as refused:
        read_experiment(str(path))
    assert shortened(str(refused.value), path) == case["message"]


def test_a_seed_of_nought_is_a_seed():
    asked = {"place": "us_preschool", "design": {"kind": "latin", "points": 4, "seed": 0}, "uncertainties": ["Trust"]}
    assert read_experiment(asked).design["seed"] == 0

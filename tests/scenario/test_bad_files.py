"""Scenarios and strategies that must be refused: each with one message that says where, what was asked and what is allowed."""

import subprocess
import sys
from pathlib import Path

import pytest

import sim
from tests.scenario.wrong import cases, shortened, written

ROOT = Path(__file__).resolve().parents[2]
CASES, STRATEGIES = (cases(Path(__file__).parent / f"bad_{kind}.yaml") for kind in ("files", "strategies"))


def test_the_corpus_is_large_and_has_no_case_twice():
    for corpus in (CASES, STRATEGIES):
        names, texts = [c["name"] for c in corpus], [c["text"] for c in corpus]
        assert len(corpus) >= 30 and len(set(names)) == len(names) and len(set(texts)) == len(texts)


@pytest.mark.parametrize("case", CASES, ids=[c["name"].replace(" ", "_") for c in CASES])
def test_a_wrong_file_is_refused_with_its_message(case, tmp_path):
    path = written(case, tmp_path)
    with pytest.raises(sim.ScenarioError) as refused:
        sim.read_scenario(str(path))
    assert shortened(str(refused.value), path) == case["message"]


@pytest.mark.parametrize("case", STRATEGIES, ids=[c["name"].replace(" ", "_") for c in STRATEGIES])
def test_a_wrong_strategy_is_refused_with_its_message(case, tmp_path):
    path = written(case, tmp_path)
    with pytest.raises(sim.ScenarioError) as refused:
        sim.read_scenario({"place": "us_preschool", "strategy": str(path)})
    assert shortened(str(refused.value), path) == case["message"]


@pytest.mark.parametrize("name", ["unknown top key", "not a number", "binary junk"])
def test_famschool_run_says_one_line_exits_with_2_and_writes_nothing(name, tmp_path):
    case = next(c for c in CASES if c["name"] == name)
    written(case, tmp_path)
    command = [sys.executable, "-c", _RUN, str(ROOT), "run", "wrong.yaml"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == case["message"] + "\n"
    assert [p.name for p in tmp_path.iterdir()] == ["wrong.yaml"]


_RUN = "import sys; sys.path.insert(0, sys.argv.pop(1)); sys.argv[0] = 'famschool'; from experiments.cli import main; main()"

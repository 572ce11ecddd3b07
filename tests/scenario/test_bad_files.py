"""Scenario files that must be refused: each with one message that says where, what was asked and what is allowed."""

import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

import sim
from sim.core.reading import PACKAGED

ROOT = Path(__file__).resolve().parents[2]
CASES = YAML(typ="safe", pure=True).load((Path(__file__).parent / "bad_files.yaml").read_text(encoding="utf-8"))
GROWING = {
    "ALL_INTERVENTIONS.": sim.INTERVENTIONS,
    "ALL_STRATEGIES.": sim.list_configs("strategies"),
    "ALL_GROUPS.": sim.NUMBERS,
    "ALL_MECHANISMS.": sim.MECHANISMS,
    "ALL_PLACES.": sim.list_configs("places"),
    **{
        f"ALL_{part.upper()}.": [f"{part.capitalize()}.{key}" for key in sim.PARTS[part].declared]
        for part in ("culture", "policy", "budget")
    },
}


def written(case, folder):
    path = folder / "wrong.yaml"
    path.write_bytes(case["text"].encode(case.get("bytes", "utf-8")))
    return path


def shortened(said, path):
    """The message without what differs from machine to machine, or grows with the model: lists that it repeats."""
    said = said.replace(str(path), "wrong.yaml").replace(str(PACKAGED.parent), "HERE")
    for word, names in GROWING.items():
        said = said.replace(str(sim.unknown("", "", names, "")).split("lists: ")[1], word)
    return said


def test_the_corpus_is_large_and_has_no_case_twice():
    names, texts = [c["name"] for c in CASES], [c["text"] for c in CASES]
    assert len(CASES) >= 30 and len(set(names)) == len(names) and len(set(texts)) == len(texts)


@pytest.mark.parametrize("case", CASES, ids=[c["name"].replace(" ", "_") for c in CASES])
def test_a_wrong_file_is_refused_with_its_message(case, tmp_path):
    path = written(case, tmp_path)
    with pytest.raises(sim.ScenarioError) as refused:
        sim.read_scenario(str(path))
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

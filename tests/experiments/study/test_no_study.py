"""A folder that cannot be resumed is told what it is, and what to do."""

import json

import pytest

import sim
from experiments.study.folder import study_in
from experiments.study.manifest import read_manifest


def test_a_single_run_is_complete_and_says_how_to_have_more(tmp_path):
    for seeds, pairs in ((6, "6 pairs"), (1, "1 pair")):
        (tmp_path / "manifest.json").write_text(json.dumps({"scenario": {}, "seeds": seeds}))
        with pytest.raises(sim.ScenarioError, match=rf"\(famschool run\), {pairs} of runs, .* famschool repeat "):
            study_in(tmp_path)


def test_what_is_made_in_one_go_has_nothing_left(tmp_path):
    (tmp_path / "manifest.json").write_text(json.dumps({"model": "x"}))
    with pytest.raises(
        sim.ScenarioError, match=r"made in one go: there is nothing to go on with. Give their command again"
    ):
        study_in(tmp_path)


def test_results_further_down_are_named(tmp_path):
    for one in ("a", "b", "c", "d"):
        (tmp_path / "sweeps" / one).mkdir(parents=True)
        (tmp_path / "sweeps" / one / "manifest.json").write_text("{}")
    for above in (tmp_path, tmp_path / "sweeps"):
        with pytest.raises(
            sim.ScenarioError, match=r"no manifest.json. Results lie in .*sweeps/a, .*/b, .*/c and 1 more"
        ):
            read_manifest(above)


def test_runs_without_a_manifest_are_kept(tmp_path):
    (tmp_path / "parts").mkdir()
    with pytest.raises(sim.ScenarioError, match="its runs are kept"):
        read_manifest(tmp_path)


@pytest.mark.parametrize(
    ("name", "said"), [("nowhere", "There is no folder"), ("file.yaml", "is a file; a results folder")]
)
def test_what_is_no_folder_is_said(tmp_path, name, said):
    (tmp_path / "file.yaml").write_text("question: x\n")
    with pytest.raises(sim.ScenarioError, match=said):
        read_manifest(tmp_path / name)

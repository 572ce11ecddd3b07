"""Beside the page of a validation stands what it was made of."""

import shutil
import time
from pathlib import Path

import pytest

import sim
from experiments.study.folder import study_in
from experiments.study.manifest import read_manifest
from experiments.study.repeated import repeated
from experiments.validate.manifest import page_folder, write_manifest

ROWS = [{"name": "E07 practice_time", "trial": "messages_year"}, {"name": "E25 language", "trial": "visits"}]


def written(folder, members, numbers="posterior"):
    folder.mkdir(exist_ok=True)
    write_manifest(ROWS, folder, members, numbers, time.time())
    return read_manifest(folder)


def test_it_says_model_ensemble_and_what_was_held_against(tmp_path):
    said = written(tmp_path / "a", 60)
    assert (said["model"], said["version"]) == (sim.MODEL, sim.__version__) and "numpy" in said["libraries"]
    asked = said["validation"]
    assert asked["members"] == 60 and asked["trials"] == ["messages_year", "visits"] and len(asked["ensemble"]) == 12
    assert written(tmp_path / "d", 60, "default")["validation"]["ensemble"] == ""


def test_the_same_question_has_the_same_id_and_another_has_not(tmp_path):
    first, again, other = (
        written(tmp_path / name, members)["id"] for name, members in (("a", 60), ("b", 60), ("c", 61))
    )
    assert first == again != other


@pytest.mark.parametrize("verb", [study_in, repeated])
def test_a_validation_is_nothing_to_go_on_with_nor_to_repeat(verb, tmp_path):
    written(tmp_path / "a", 60)
    with pytest.raises(sim.ScenarioError, match=r"there is nothing to go on with\. Give their command again"):
        verb(tmp_path / "a")


def test_a_validation_may_take_the_place_of_an_earlier_one_and_of_nothing_else(tmp_path):
    written(tmp_path / "a", 60)
    (tmp_path / "a" / "README.md").write_text("the page of then")
    assert page_folder(tmp_path / "a") == tmp_path / "a" and page_folder(tmp_path / "new").is_dir()
    (tmp_path / "a" / "manifest.json").unlink()
    with pytest.raises(sim.ScenarioError, match=r"\(the folder holds other things: README\.md\)\. Name another folder"):
        page_folder(tmp_path / "a")


def test_the_shipped_page_can_be_written_anew(tmp_path, monkeypatch):
    shutil.copytree(Path(__file__).parents[3] / "results" / "validation", tmp_path / "results" / "validation")
    monkeypatch.chdir(tmp_path)
    assert page_folder("results/validation") == Path("results/validation")

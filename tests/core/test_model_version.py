"""Results are known by what the model says: a comment changes nothing, a number or a table does."""

import shutil
from pathlib import Path

import pytest

from sim.core.model_version import MODEL, version_of_the_model

ROOT = Path(__file__).parents[2]


@pytest.fixture
def a_copy(tmp_path):
    shutil.copytree(ROOT / "sim", tmp_path / "sim", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "configs" / "places", tmp_path / "places")
    return tmp_path


def version(folder):
    return version_of_the_model(folder / "sim", folder / "places")


def test_a_copy_is_the_same_model(a_copy):
    assert version(a_copy) == MODEL


def test_words_change_nothing(a_copy):
    file = a_copy / "sim" / "rules" / "trust.py"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"""', '"""Said otherwise. ', 1) + "\n# a comment\n", encoding="utf-8")
    assert version(a_copy) == MODEL


@pytest.mark.parametrize("change", ["a rule", "a table", "a new file"])
def test_what_could_change_a_result_is_another_model(a_copy, change):
    if change == "a rule":
        file = a_copy / "sim" / "groups.py"
        file.write_text(file.read_text(encoding="utf-8").replace("0.25", "0.26"), encoding="utf-8")
    elif change == "a table":
        table = next((a_copy / "places").rglob("*.csv"))
        table.write_bytes(table.read_bytes() + b"1\n")
    else:
        (a_copy / "sim" / "rules" / "tomorrow.py").write_text("pace = 1\n", encoding="utf-8")
    assert version(a_copy) != MODEL

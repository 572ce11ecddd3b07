"""Which files of a folder are results that may be shown, and what the host is told where there are none."""

import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import sim
from experiments.app.serve import _look_into
from experiments.app.server import make_app
from experiments.app.stored import listing, one

EXAMPLES = Path(__file__).parents[2] / "results/examples"


@pytest.fixture
def beside(tmp_path):
    """Results copied into one folder: manifests with names, what belongs to them, and what belongs to none."""
    for name, files in (("look", ["year.png", "../secret.csv"]), ("quick", [])):
        manifest = {"question": f"What of {name}?", "files": files}
        (tmp_path / f"{name}.manifest.json").write_text(json.dumps(manifest))
    for name in ("year.png", "look.png", "quick.png", "other.png"):
        (tmp_path / name).write_bytes(b"pixels")
    for name in ("quick.csv", "mine.csv"):
        (tmp_path / name).write_text("a\n1\n")
    return tmp_path


def by_name(show):
    return {said["name"]: one(show, said["number"]) for said in listing(show)}


def test_a_manifest_with_a_name_shows_what_it_names_or_what_is_called_as_it_is(beside):
    found = by_name(beside)
    assert set(found) == {"look", "quick", f"{beside.name} (more pictures)"}
    assert found["look"]["question"] == "What of look?"
    assert set(found["look"]["pictures"]) == {"year.png", "look.png"}
    assert found["look"]["tables"] == {}
    assert found["quick"]["pictures"] == ["quick.png"]
    assert list(found["quick"]["tables"]) == ["quick"]


def test_of_what_no_manifest_names_only_pictures_are_shown(beside):
    rest = by_name(beside)[f"{beside.name} (more pictures)"]
    assert rest["pictures"] == ["other.png"]
    assert rest["tables"] == {}


def test_a_folder_with_a_manifest_for_all_of_it_is_one_result(beside):
    (beside / "manifest.json").write_text('{"question": "What of all?"}')
    assert [said["name"] for said in listing(beside)] == [beside.name]
    assert len(by_name(beside)[beside.name]["pictures"]) == 4


def test_files_without_any_manifest_are_nobodys_results(tmp_path):
    (tmp_path / "cat.png").write_bytes(b"pixels")
    (tmp_path / "sheet.csv").write_text("a\n1\n")
    assert listing(tmp_path) == []


def test_a_damaged_manifest_shows_what_is_called_as_it_is(beside):
    (beside / "quick.manifest.json").write_text('{"files": 5}')
    assert by_name(beside)["quick"]["pictures"] == ["quick.png"]
    (beside / "quick.manifest.json").write_text("{")
    assert by_name(beside)["quick"]["pictures"] == ["quick.png"]


def test_a_link_out_of_the_folder_is_no_manifest(beside, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "own.manifest.json"
    outside.write_text('{"question": "Secret?"}')
    (beside / "own.manifest.json").symlink_to(outside)
    assert "Secret?" not in {said["question"] for said in listing(beside)}


def test_the_examples_can_all_be_shown():
    found = by_name(EXAMPLES)
    assert {"first_look", "quick_look", "boxes", "what_matters"} < set(found)
    shown = [name for result in found.values() for name in result["pictures"]]
    assert sorted(shown) == sorted(file.name for file in EXAMPLES.glob("*.png"))
    assert {"by_fifth.png", "the_year.png"} == set(found["first_look"]["pictures"])
    client = TestClient(make_app(show=EXAMPLES), base_url="http://localhost")
    number = [said["name"] for said in listing(EXAMPLES)].index("boxes")
    assert client.get(f"/api/stored/{number}/boxes.png").headers["content-type"] == "image/png"


@pytest.mark.parametrize(
    ("write", "said"),
    [
        ("manifest.json", "shows 1 result of"),
        ("notes.txt", "nothing to show: a result is a folder with the manifest.json"),
    ],
)
def test_the_host_is_told_what_will_be_shown_or_what_is_missing(tmp_path, write, said):
    (tmp_path / write).write_text("{}")
    told = []
    _look_into(tmp_path, told.append)
    assert said in told[0]


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(sim.ScenarioError, match="There is no folder"):
        _look_into(tmp_path / "nowhere", print)

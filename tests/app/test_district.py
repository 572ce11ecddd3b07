"""My preschools: a planner's sheet is read, mended, compared on, and forgotten."""

import base64
import io
import json
import zipfile

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import expect

from experiments.app.server import make_app

HEADER = "preschool,classes,children\n"
GOOD = HEADER + "Sunflower,2,30\nRiver,1,18\n"
START = {"place": "us_preschool", "weeks": 6}


@pytest.fixture(scope="module")
def client():
    return TestClient(make_app(), base_url="http://localhost")


def sheet(text, name="mine.csv"):
    content = text if isinstance(text, bytes) else text.encode()
    return {"name": name, "content": base64.b64encode(content).decode()}


def test_a_good_sheet_is_counted(client):
    said = client.post("/api/district", json={"sheet": sheet(GOOD)}).json()
    assert (said["preschools"], said["children"]) == (2, 48)


def test_what_was_left_out_of_a_sheet_is_said(client):
    totals = HEADER + "Süd,2,30\nRiver,1,18\nTotal,3,48\n"
    said = client.post("/api/district", json={"sheet": sheet(totals.encode("cp1252"))}).json()
    assert (said["preschools"], said["children"]) == (2, 48)
    assert [note.partition(":")[0] for note in said["notes"]] == [
        "Read as Windows-1252, not as UTF-8",
        "Row 'Total' (mine.csv",
    ]


def test_a_wrong_sheet_names_the_cells_to_mend_by_the_owners_name(client):
    reply = client.post("/api/district", json={"sheet": sheet(HEADER + "Sunflower,two,30\nRiver,1,-4\n")})
    assert reply.status_code == 422
    said = reply.json()["sentence"]
    assert said.count("mine.csv") == 2
    assert "/tmp" not in said


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_the_sheet_to_fill_in_can_be_opened_again(client, kind):
    reply = client.get(f"/api/district/my_district.{kind}")
    assert reply.status_code == 200
    said = client.post("/api/district", json={"sheet": sheet(reply.content, f"my_district.{kind}")})
    assert said.status_code == 422
    assert "no preschool is named" in said.json()["sentence"]


def test_a_comparison_runs_on_the_district(client):
    asked = {"start": START, "strategies": {"a": {"routine": {}}, "b": {"messages": {}}}, "replicates": 2}
    said = client.post("/api/compare", json=asked | {"district": sheet(GOOD)})
    assert json.loads(said.text.splitlines()[-1])["answer"]["families"] == 48


def test_a_workbook_that_unfolds_to_anything_is_refused(client):
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/worksheets/sheet1.xml", b"0" * 40_000_000)
    reply = client.post("/api/district", json={"sheet": sheet(bomb.getvalue(), "bomb.xlsx")})
    assert reply.status_code == 422
    assert "unfolds" in reply.json()["sentence"]


@pytest.mark.parametrize("name", ["mine.exe", "../../mine.csv", "mine.xlsx"])
def test_what_is_no_sheet_is_refused_or_read_as_what_it_is(client, name):
    reply = client.post("/api/district", json={"sheet": sheet(GOOD, name)})
    assert reply.status_code == (200 if name.endswith("csv") else 422)


def test_no_file_of_the_host_can_be_named(client, tmp_path):
    (tmp_path / "theirs.csv").write_text(GOOD)
    for start in ({"district": str(tmp_path / "theirs.csv")}, {"place": str(tmp_path / "theirs.csv")}):
        asked = {"start": {"strategy": {"routine": {}}} | START | start}
        assert client.post("/api/run", json=asked).status_code == 422
        text = "\n".join(f"{key}: {value}" for key, value in (START | {"strategy": "routine"} | start).items())
        reply = client.post("/api/open", json={"text": text})
        assert reply.status_code == 422
        assert "Sunflower" not in reply.text


def test_a_planner_opens_a_sheet_and_compares_on_it(opened, tmp_path):
    (tmp_path / "mine.csv").write_text(GOOD)
    page = opened("/compare")
    page.get_by_text("My preschools").click()
    page.locator("#district").set_input_files(tmp_path / "mine.csv")
    expect(page.locator("#district-said")).to_contain_text("2 preschools with 48 children")
    page.locator("#runs").fill("2")
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.locator("#status")).to_contain_text("of 48 families", timeout=30_000)
    page.get_by_role("button", name="Forget it").click()
    expect(page.locator("#families")).to_be_enabled()


def test_a_wrong_sheet_leaves_the_good_one_open_and_says_both(opened, tmp_path):
    (tmp_path / "mine.csv").write_text(GOOD)
    (tmp_path / "wrong.csv").write_text(HEADER + "Sunflower,two,30\n")
    page = opened("/compare", expect_console=("422",))
    page.get_by_text("My preschools").click()
    page.locator("#district").set_input_files(tmp_path / "wrong.csv")
    expect(page.locator("#district-said")).to_contain_text("wrong.csv")
    expect(page.locator("#district-said")).not_to_contain_text("stays open")
    page.locator("#district").set_input_files(tmp_path / "mine.csv")
    expect(page.locator("#district-said")).to_contain_text("2 preschools with 48 children")
    page.locator("#district").set_input_files(tmp_path / "wrong.csv")
    expect(page.locator("#district-said")).to_contain_text("mine.csv stays open.")
    expect(page.locator("#district-said")).to_contain_text("wrong.csv")
    assert page.evaluate("() => compare.request().district.name") == "mine.csv"
    page.reload()
    page.wait_for_selector("body[data-ready]")
    expect(page.locator("#district-said")).to_contain_text("2 preschools with 48 children")


def test_a_mistake_of_the_app_is_said_as_one(opened, tmp_path):
    page = opened("/plan", expect_console=("500",))
    page.route("**/api/district", lambda route: route.fulfill(status=500, body="Internal Server Error"))
    file = tmp_path / "mine.csv"
    file.write_text(GOOD)
    page.locator("#district").set_input_files(file)
    expect(page.locator("#district-said")).to_contain_text("The app made a mistake of its own")


def test_too_long_a_name_is_called_that(client):
    reply = client.post("/api/district", json={"sheet": sheet(GOOD, "x" * 150 + ".csv")})
    assert reply.json()["sentence"] == "The name of the file has 154 letters; at most 120 letters are read."

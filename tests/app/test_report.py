"""The report of compare, taken home from the page."""

import json

import pandas as pd
import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import expect

from experiments.app.server import make_app

START = {"place": "us_preschool", "families": 60, "weeks": 8}
STRATEGIES = {"routine": {"routine": {}}, "visits": {"routine": {}, "home_visits": {"per_year": 12}}}
ASKED = {"start": START, "strategies": STRATEGIES, "replicates": 2}


@pytest.fixture(scope="module")
def client():
    return TestClient(make_app(), base_url="http://localhost")


def last(client, path):
    reply = client.post(path, json=ASKED)
    assert reply.status_code == 200, reply.text
    return json.loads(reply.text.splitlines()[-1])["answer"]


def test_the_report_holds_the_numbers_that_the_page_shows(client, tmp_path):
    files, shown = last(client, "/api/report")["files"], last(client, "/api/compare")
    (tmp_path / "table.csv").write_text(files["table.csv"])
    keys = ["outcome", "observer", "group", "strategy"]
    there = pd.read_csv(tmp_path / "table.csv").set_index(keys)["mean"]
    here = pd.DataFrame(shown["rows"], columns=shown["columns"]).set_index(keys)["mean"]
    both = here.index.intersection(there.index)
    assert len(both) > 100
    pd.testing.assert_series_equal(here[both], there[both], rtol=1e-9, atol=1e-12)
    assert "<script" not in files["report.html"] and "http" not in files["report.html"].replace("http://www.w3.org", "")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"strategies": {"a": {"routine": {}}}}, "at least two"),
        ({"start": START | {"place": "/etc/passwd"}}, "There is no place"),
        ({"start": START | {"without": ["norms"]}}, "cannot hold without"),
        ({"start": START | {"families": 2000, "weeks": 80}, "replicates": 200}, "weeks of families"),
    ],
)
def test_what_cannot_be_reported_is_refused_with_a_sentence(client, change, sentence):
    reply = client.post("/api/report", json=ASKED | change)
    assert reply.status_code == 422
    assert sentence in reply.json()["sentence"]


def test_the_report_comes_down_from_the_page(opened, axe):
    page = opened("/compare")
    page.locator("#runs").fill("2")
    page.get_by_text("Place and conditions").click()
    page.locator("#families").fill("60")
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.locator("#status")).to_contain_text("Done")
    with page.expect_download(timeout=90_000) as download:
        page.get_by_role("button", name="Download the report (HTML)").click()
    assert axe(page) == []
    assert download.value.suggested_filename == "report.html"
    assert "A reading course" in download.value.path().read_text(encoding="utf-8")

"""Committees, organisations and the authority: on the map, and in sentences that are the run's numbers."""

import json

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import expect

import sim
from experiments.app.institutions import NO_COMMITTEE
from experiments.app.server import make_app

STRATEGY = {"routine": {}, "parent_committee": {}, "partnerships": {}, "consultation": {}}
START = {"place": "us_preschool", "families": 120, "weeks": 24, "strategy": STRATEGY, "against": "as_it_is"}


@pytest.fixture(scope="module")
def client():
    return TestClient(make_app(), base_url="http://localhost")


@pytest.fixture(scope="module")
def tables():
    return sim.simulate(START, seed=1).world.tables


def story(client, kind, number=0, start=START):
    return client.post("/api/institution", json={"start": start, "kind": kind, "number": number})


def test_the_map_is_told_who_works_with_whom_when_it_changes(client, tables):
    said = client.post("/api/run", json={"start": START}).json()["institutions"]
    links = tables.partnerships
    partners = {
        (int(o), int(s)) for o, s, p in zip(links.organisation, links.preschool, links.partner, strict=True) if p
    }
    assert {tuple(pair) for pair in said["terms"][-1]["partners"]} == partners != set()
    assert said["terms"][-1]["committees"] == list(range(tables.committees.size))
    assert said["organisations"] == tables.organisations.kind.tolist()
    assert said["terms"][0]["week"] == 1


def test_what_a_committee_did_adds_up_to_what_the_run_counted(client, tables):
    said = json.dumps(story(client, "committee").json())
    made = sum(int(part.split()[0]) for part in said.split("It made ")[1:])
    assert made == tables.committees.proposals[0] > 0
    assert "sim/rules/committee.py:" in said


def test_an_organisation_names_its_preschools_and_what_it_gave(client, tables):
    said = story(client, "organisation", 1).json()
    given = sum(
        float(s["text"].split()[2].replace(",", ""))
        for w in said["weeks"]
        for s in w["sentences"]
        if "gave" in s["text"]
    )
    assert " USD in money or in kind." in json.dumps(said)
    assert said["who"].startswith("Organisation 2 is a library")
    assert given == pytest.approx(tables.organisations.cents_given[1] / 100, abs=2)


def test_the_authority_says_that_it_heard_the_preschools(client):
    assert "It heard the preschools" in story(client, "authority").text
    assert "It heard" not in story(client, "authority", start=START | {"strategy": {"routine": {}}}).text


def test_where_nobody_founded_one_there_is_no_committee(client):
    said = story(client, "committee", start=START | {"strategy": {"routine": {}}}).json()
    assert [s["text"] for w in said["weeks"] for s in w["sentences"]] == [NO_COMMITTEE]


def test_one_that_is_not_there_is_refused(client):
    assert "There is no organisation 100" in story(client, "organisation", 99).json()["sentence"]


def test_a_click_on_an_institution_tells_its_story(opened):
    page = opened("/")
    x, y = page.evaluate(
        "() => { const m = window.explore.map.institutions.marks.find(m => m.kind === 'organisation'); return [m.x, m.y]; }"
    )
    page.locator("#map").click(position={"x": x, "y": y})
    expect(page.locator("#story")).to_contain_text("Organisation 1 is a training institution")
    expect(page.locator("#institution")).to_have_value("organisation 0")


def test_an_institution_can_be_read_without_the_map(opened):
    page = opened("/", viewport={"width": 390, "height": 844})
    page.get_by_role("combobox", name="Or who stands around").select_option("authority 0")
    page.get_by_role("button", name="Read: Or who stands around").press("Enter")
    expect(page.locator("#story")).to_contain_text("The authority asks the same of all")

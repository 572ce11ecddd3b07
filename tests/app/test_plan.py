"""Plan: money in, three choices out, on a planner's own preschools; it is bounded, and ends with its client."""

import base64
import io
import json
import os
import re

import pandas as pd
import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import expect

import sim
from experiments.app.apart import as_lines, told
from experiments.app.server import make_app
from experiments.labels import of_outcome

SHEET = "preschool,classes,children\nSunflower,1,15\nRiver,1,12\n"
ASKED = {"budget": 3000, "levers": ["messages", "smaller_classes"]}


def sheet(text=SHEET):
    return {"name": "mine.csv", "content": base64.b64encode(text.encode()).decode()}


@pytest.fixture(scope="module")
def client():
    return TestClient(make_app(), base_url="http://localhost")


@pytest.fixture(scope="module")
def said(client):
    reply = client.post("/api/plan", json=ASKED | {"district": sheet()})
    assert reply.status_code == 200, reply.text
    return [json.loads(line) for line in reply.text.splitlines()]


def test_years_lived_are_told_before_the_answer(said):
    lived = [line["lived"] for line in said if "lived" in line]
    assert said[0] == {"lived": 0}
    assert lived == sorted(lived) and lived[-1] == said[-1]["answer"]["runs"]


def test_three_choices_stay_within_the_money(said):
    answer = said[-1]["answer"]
    assert [one["kind"] for one in answer["chosen"]] == ["robust", "cheap", "fair"]
    assert all(one["cost"] <= ASKED["budget"] for one in answer["chosen"])
    assert answer["children"] == 27
    for one in answer["chosen"]:
        assert set(one["strategy"]) <= {"routine", "funded", *ASKED["levers"]}
        assert one["low"] <= one["middle"] <= one["high"]


@pytest.mark.slow
def test_a_plan_is_the_command_lines_to_the_digit(said, tmp_path):
    from dataclasses import replace

    from experiments.plan.asked import asked_of
    from experiments.plan.make import make_plan
    from experiments.plan.search import Levers
    from experiments.plan.written import mixes_table
    from experiments.study.workers import Serial

    (tmp_path / "mine.csv").write_text(SHEET)
    question = asked_of(str(tmp_path / "mine.csv"), 3000.0)
    chosen = {name: question.levers.options[name] for name in question.levers.options if name in ASKED["levers"]}
    table = mixes_table(make_plan(replace(question, levers=Levers(chosen)), Serial()))
    mine = [[mix["words"], round(mix["cost"], 2), *mix["gains"].values()] for mix in said[-1]["answer"]["mixes"]]
    assert mine == table.drop(columns="seeds").to_numpy().tolist()


def test_what_is_taken_home_names_no_path_of_the_host(said):
    files = said[-1]["answer"]["files"]
    assert set(files) >= {"report.html", "calendar.csv", "mixes.csv", "bill.csv", "tables.xlsx"}
    assert "Mine: what to do with 3,000 USD a year" in files["report.html"]
    assert not any("/tmp" in text or "sheet.csv" in text for text in files.values())
    assert base64.b64decode(files["tables.xlsx"])[:2] == b"PK"


def test_what_is_taken_home_says_its_units(said):
    files = said[-1]["answer"]["files"]
    mixes = [
        "mix",
        "cost (USD)",
        "language (SD)",
        "wellbeing (SD)",
        "language_gap (SD)",
        "teacher_hours (hours a child)",
    ]
    assert files["mixes.csv"].splitlines()[0].split(",")[:-1] == mixes
    assert files["bill.csv"].splitlines()[0] == "what,hours,wage (USD),money (USD),table"
    assert files["left_out.csv"].splitlines()[0] == "what,cost (USD),once (USD),why"
    book = pd.read_excel(io.BytesIO(base64.b64decode(files["tables.xlsx"])), sheet_name=None)
    names = [name.partition(" (")[0] for name in mixes]
    assert list(book["mixes"])[:-1] == [*names[:2], *map(of_outcome, names[2:])]
    assert {"units", "calendar cheap", "calendar fair"} <= set(book)
    assert set(book["mixes"]) - {"mix"} <= set(book["units"].query("sheet == 'mixes'").column)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"budget": 0}, "The money for the whole district is 0; it has to be more than 0."),
        ({"budget": "much"}, "The money for the whole district is 'much'; a number is asked for."),
        ({"hours": -1}, "hours"),
        ({"levers": []}, "tick at least one"),
        ({"levers": ["talk"]}, "Did you mean 'talks'?"),
        ({"objective": "langage"}, "Did you mean 'language'?"),
        ({"place": "/etc/passwd"}, "There is no place"),
        ({"district": sheet("preschool,classes,children\nLarge,200,4000\n")}, "4,000 families"),
        ({"district": sheet("preschool,classes,children\nSunflower,two,30\n")}, "mine.csv"),
    ],
)
def test_what_cannot_be_planned_is_refused_with_a_sentence(client, change, sentence):
    reply = client.post("/api/plan", json=ASKED | change)
    assert reply.status_code == 422
    assert sentence in reply.json()["sentence"]


def test_in_class_nobody_plans(client):
    room = TestClient(make_app(for_a_class=True), base_url="http://localhost")
    assert "without --class" in room.post("/api/plan", json=ASKED).json()["sentence"]


def says_its_process_and_waits(say):
    say(os.getpid())
    import time

    time.sleep(600)


def says_no(say):
    raise sim.ScenarioError("There is nothing to plan.")


def ends_by_itself(say):
    os._exit(1)


def test_who_stops_listening_ends_the_work():
    things = told(says_its_process_and_waits)
    process = next(thing for thing in things if thing)
    things.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


@pytest.mark.parametrize(("work", "sentence"), [(says_no, "nothing to plan"), (ends_by_itself, "ended before")])
def test_what_goes_wrong_in_the_other_process_is_a_line(work, sentence):
    assert sentence in json.loads(list(as_lines(told(work)))[-1])["refused"]


def test_a_planner_plans_takes_it_home_and_compares(opened, axe, tmp_path):
    (tmp_path / "mine.csv").write_text(SHEET)
    page = opened("/plan", viewport={"width": 1280, "height": 900}, reduced_motion="reduce", accept_downloads=True)
    page.locator("#district").set_input_files(tmp_path / "mine.csv")
    expect(page.locator("#district-said")).to_contain_text("2 preschools with 27 children")
    page.get_by_label("Money for the whole district").fill("3000")
    page.get_by_text("What may be mixed").click()
    for tick in page.locator("#levers input").all():
        tick.set_checked(tick.get_attribute("value") in ASKED["levers"])
    page.get_by_role("button", name="Plan", exact=True).click()
    expect(page.locator("#status")).to_contain_text("Done", timeout=300_000)
    expect(page.locator("#chosen article")).to_have_count(3)
    expect(page.get_by_label("Money for the whole district and a year (USD)")).to_have_value("3000")
    expect(page.locator("#chosen article").first).to_contain_text(
        re.compile(r"[\d,.]+ USD a year, [\d.,]+ USD a child")
    )
    expect(page.locator("#mixes-table thead")).to_contain_text("cost (USD)")
    expect(page.locator('[data-chart="mixes"] p').first).to_contain_text(
        re.compile(r"3,000 USD, .* for [\d,.]+ USD; .* for [\d,.]+ USD\.")
    )
    for chart in ("mixes", "year"):
        expect(page.locator(f'[data-chart="{chart}"] svg')).to_be_visible()
    assert axe(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_function("() => document.documentElement.scrollWidth <= 390")  # charts are drawn again, narrower
    with page.expect_download() as download:
        page.get_by_role("button", name="All tables (Excel)").click()
    assert download.value.path().read_bytes()[:2] == b"PK"
    page.get_by_role("button", name="Compare the three side by side").click()
    page.wait_for_url("**/compare#*")  # the page that is left is ready too
    page.wait_for_selector("body[data-ready]")
    expect(page.locator("#district-said")).to_contain_text("2 preschools with 27 children")
    routine, *choices = page.evaluate("() => window.compare.cards.map(c => c.name)")
    assert routine == "the routine"
    assert sorted(", ".join(choices).split(", ")) == ["Cheap", "Fair", "Robust"]  # two of the same mix are one card


def chosen_alike(said):
    """The answer with three choices of which the first and the last are one mix."""
    answer = json.loads(json.dumps(said[-1]["answer"]))
    robust = answer["chosen"][0]
    answer["chosen"][1] = robust | {"kind": "cheap", "strategy": {"routine": {}, "talks": {"per_year": 4}}, "cost": 1.0}
    answer["chosen"][2] = robust | {
        "kind": "fair",
        "unless": "Its lead hangs most on Messages.weight_of_fatigue (E60: no.t).",
    }
    return answer


def test_choices_alike_are_called_the_same_and_compared_once(opened, said):
    page = opened("/plan")
    page.evaluate(
        "answer => { Object.assign(plan, {answer, planned: plan.request()}); plan.show(); }", chosen_alike(said)
    )
    cards = page.locator("#chosen article")
    expect(cards.nth(2)).to_contain_text("The same mix as Robust.")
    expect(cards.nth(1)).not_to_contain_text("The same mix")
    expect(cards.nth(2)).to_contain_text("hangs most on “Messages, weight of fatigue” (E60: no.t).")
    expect(page.locator('[data-chart="mixes"] svg')).to_contain_text("Robust, Fair")
    page.locator("#choice").select_option("cheap")
    expect(page.locator('[data-chart="year"] > p').first).to_contain_text("Talks with each family: 4 a year – ")
    page.get_by_role("button", name="Compare the three side by side").click()
    page.wait_for_url("**/compare#*")
    page.wait_for_selector("body[data-ready]")
    assert page.evaluate("() => window.compare.cards.map(c => c.name)") == ["the routine", "Robust, Fair", "Cheap"]


def test_of_a_cost_more_is_no_gain_and_what_is_unknown_has_a_middle(opened, said):
    page = opened("/plan")
    page.evaluate("answer => { plan.answer = answer; plan.show(); }", said[-1]["answer"])
    first = page.locator("#chosen article").first
    expect(first).to_contain_text("Teachers' hours for families (less is better)")
    middle = f"{abs(said[-1]['answer']['chosen'][0]['middle']):.2f} SD in the middle"
    expect(first).to_contain_text(re.compile(rf"Language over 48 draws of the unknown numbers: .{middle}"))
    page.locator("#gain").select_option("teacher_hours")
    expect(page.locator('[data-chart="mixes"]')).to_contain_text("Less is better.")
    expect(page.locator('[data-chart="mixes"]')).not_to_contain_text("gain")


def test_a_plan_can_be_stopped_and_a_wrong_one_says_why(opened):
    page = opened("/plan", expect_console=("422",))
    page.get_by_role("button", name="Plan", exact=True).press("Enter")
    expect(page.locator("#status")).to_contain_text("lived so far")
    page.get_by_role("button", name="Stop").press("Enter")
    expect(page.locator("#status")).to_have_text("Stopped.")
    page.get_by_label("Money for the whole district").fill("0")
    page.get_by_role("button", name="Plan", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text(
        "The money for the whole district is 0; it has to be more than 0."
    )

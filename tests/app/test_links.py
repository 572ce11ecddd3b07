"""Links: a reload or a shared address shows the same, and a damaged one says so."""

import base64
import json
import re

import pytest
from playwright.sync_api import expect


def link(said):
    return base64.urlsafe_b64encode(json.dumps(said).encode()).decode().rstrip("=")


def again(page):
    page.reload()
    page.wait_for_selector("body[data-ready]")


def test_compare_keeps_its_cards_and_its_results_over_a_reload(opened):
    page = opened("/compare")
    page.get_by_role("button", name="Remove: A reading course").click()
    page.locator(".strategy input[type=text]").nth(1).fill("Mine")
    page.locator(".strategy input[type=text]").nth(1).press("Tab")
    page.locator("#runs").fill("2")
    page.locator("#runs").press("Tab")
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.locator("#status")).to_contain_text("Done: 6 runs")
    page.locator("#outcome").select_option("trust")
    before = page.locator("#table").inner_text()
    assert "Mine" in before
    again(page)
    expect(page.locator("#status")).to_contain_text("Done: 6 runs")
    assert page.locator("#table").inner_text() == before
    expect(page.locator("#stale")).to_be_hidden()
    page.locator(".strategy input[type=text]").nth(1).fill("Other")
    page.locator(".strategy input[type=text]").nth(1).press("Tab")
    expect(page.locator("#stale")).to_be_visible()
    again(page)
    expect(page.locator("#results")).to_be_hidden()
    assert page.evaluate("() => window.compare.cards.map(c => c.name)")[1] == "Other"


def test_plan_keeps_what_is_asked_over_a_reload(opened):
    page = opened("/plan")
    page.locator("#budget").fill("4321")
    page.locator("#hours").fill("2")
    page.locator("#objective").select_option("numeracy")
    page.get_by_text("What may be mixed").click()
    page.locator("#levers input").first.uncheck()
    asked = page.evaluate("() => window.plan.request()")
    again(page)
    assert page.evaluate("() => window.plan.request()") == asked
    assert asked["budget"] == 4321 and asked["hours"] == 2


def test_a_link_made_with_a_sheet_says_which_one_is_missing(opened):
    cards = [{"name": "a", "strategy": {"routine": {}}}]
    page = opened("/compare#" + link({"cards": cards, "sheet": "ours.xlsx", "done": True}))
    expect(page.get_by_role("alert")).to_contain_text("ours.xlsx")
    expect(page.locator("#results")).to_be_hidden()


@pytest.mark.parametrize("path", ["/", "/compare", "/plan"])
@pytest.mark.parametrize("said", ["%%%", link(7), link({"start": {"policy": 3}, "cards": 3}), link({"start": {}})[:-3]])
def test_a_damaged_link_says_so_and_shows_what_the_page_begins_with(opened, path, said):
    page = opened(f"{path}#{said}")
    expect(page.get_by_role("alert")).to_have_text(
        "The link could not be read; what is shown is what the page begins with."
    )
    assert said not in page.evaluate("() => location.hash"), "it would come back with a reload"
    if path == "/":
        expect(page.locator(".chart svg")).to_have_count(5)


def test_a_link_that_cannot_be_run_says_why(opened):
    page = opened("/#" + link({"start": {"place": "atlantis"}}), expect_console=("422",))
    expect(page.get_by_role("alert")).to_contain_text("There is no place 'atlantis'")
    expect(page.locator(".chart svg")).to_have_count(5)


def test_the_link_to_skip_to_the_main_part_is_no_damaged_link(opened):
    page = opened("/compare#main")
    expect(page.get_by_role("alert")).to_be_hidden()


def test_a_group_without_families_is_a_dash_and_no_zero(opened):
    page = opened("/#" + link({"start": {"place": "us_preschool", "families": 2, "weeks": 10}, "week": 5}))
    expect(page.locator('[data-chart="week:trust"] p')).to_contain_text("richest fifth –.")
    page.get_by_text("The numbers behind the charts").click()
    expect(page.locator("#table tr", has_text="Trust").filter(has_text="richest fifth")).to_contain_text("––")
    page.get_by_role("button", name="Predict first").click()
    assert "richest fifth" not in page.locator("#predict-group").inner_text()


@pytest.mark.parametrize(
    ("path", "field", "typed", "said"),
    [
        ("/compare", "runs", "1", "The number of pairs of runs was 1; it is 20 again. Possible is 2 to 200."),
        ("/compare", "runs", "", "The number of pairs of runs was empty; it is 20 again. Possible is 2 to 200."),
        ("/compare", "families", "", "The number of families was empty; it is 300 again. Possible is 1 to 2000."),
        ("/", "families", "", "The number of families was empty; it is 300 again. Possible is 1 to 2000."),
        ("/", "weeks", "999", "The number of weeks was 999; it is 52 again. Possible is 1 to 208."),
    ],
)
def test_a_number_that_cannot_be_had_is_put_back_with_a_word_and_nothing_else_is_lost(opened, path, field, typed, said):
    page = opened(path, expect_console=("422",))
    page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true; })")
    page.locator("#place").evaluate("one => { one.value = 'china_urban'; one.dispatchEvent(new Event('change')); }")
    page.locator(f"#{field}").fill(typed)
    page.locator(f"#{field}").evaluate("one => one.dispatchEvent(new Event('change'))")
    page.wait_for_function("() => location.hash.length > 1")
    again(page)
    expect(page.get_by_role("alert")).to_have_text(said)
    expect(page.locator("#place")).to_have_value("china_urban")


def test_a_school_of_a_few_says_that_it_is_too_small_to_tell(opened):
    start = {"place": "us_preschool", "weeks": 20, "strategy": {"routine": {}, "home_visits": {"per_year": 12}}}
    page = opened("/#" + link({"start": start | {"families": 20}, "week": 18}))
    expect(page.locator("#few")).to_contain_text("Of 20 families some fifth has fewer than 10")
    expect(page.locator('[data-chart="week:language"] p')).to_contain_text(
        "Too few families to tell how the gap changes."
    )
    expect(page.locator('[data-chart="reach"] p')).to_contain_text("Too few families to tell")
    page.locator("#families").fill("100")
    page.locator("#families").press("Tab")
    expect(page.locator("#few")).to_be_hidden()
    expect(page.locator('[data-chart="reach"] p')).to_contain_text("widest gap so far")
    expect(page.locator('[data-chart="week:language"] p')).to_contain_text(re.compile("The gap between them is"))


def test_nobody_reached_and_no_gap_are_two_sentences(opened):
    page = opened("/")
    said = """async shares => { const {reachSentence} = await import('/static/charts.js');
        return reachSentence(shares.map((share, k) => ({label: 'Talks', group: ['ses_1', 'ses_5'][k], share})), false, 12); }"""
    assert page.evaluate(said, [0, 0]) == "Nobody has been reached yet."
    assert (
        page.evaluate(said, [97, 99])
        == "Week 12: so far no way of meeting tells rich and poor apart by more than 2 points."
    )
    assert page.evaluate(said, [60, 99]).startswith("Week 12, widest gap so far this year: Talks, 60%")


def test_a_question_comes_back_with_a_reload_and_with_its_link(opened):
    page = opened("/")
    page.get_by_role("button", name="2 How does poor information").click()
    page.locator("#prediction").wait_for()
    expect(page.locator("#link")).to_have_value(re.compile(r"/\?question=2#."))
    again(page)
    expect(page.locator("#question-title")).to_have_text("How does poor information become misunderstanding?")
    expect(page.locator('[data-chart="week:misperception"]')).to_be_visible()
    expect(page.locator("#ghost")).to_have_value("baseline")
    page.get_by_role("button", name="Start over").click()
    expect(page.locator("#link")).to_have_value(re.compile(r"/#."))
    expect(page.locator("[data-question][aria-pressed=true]")).to_have_count(0)
    again(page)
    expect(page.locator("#question")).to_be_hidden()

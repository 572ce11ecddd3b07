"""The questions of the lesson in the browser: what each opens, shows and keeps."""

import re

import pytest
from playwright.sync_api import expect

from tests.app.test_explore import asked, settled


@pytest.fixture
def page(opened):
    return opened("/")


@pytest.mark.parametrize("number", range(1, 7))
def test_each_question_opens_its_scenario_and_asks_to_predict(page, number):
    from experiments.app.questions import QUESTIONS

    one = QUESTIONS[number - 1]
    settled(page, lambda: page.get_by_role("button", name=f"{number} {one['title']}").click())
    expect(page.locator("#question-title")).to_have_text(one["title"])
    expect(page.locator("#predict-outcome")).to_have_value(one["look_at"])
    assert asked(page)["start"]["strategy"] == one["start"]["strategy"]
    assert asked(page)["events"] == one.get("events", [])


def test_a_question_by_its_link_keeps_what_was_done_with_it(opened):
    page = opened("/?question=3")
    page.locator("#prediction").wait_for()
    settled(page, lambda: page.get_by_label("Home visits", exact=True).check())
    done = asked(page)
    page.wait_for_timeout(600)  # the address follows a hand at most every 0.4 s
    page.reload()
    page.wait_for_selector("body[data-ready]")
    assert asked(page) == done
    expect(page.locator("#question")).to_be_visible()


def test_a_question_shows_the_curves_it_asks_to_look_at(page):
    settled(page, lambda: page.get_by_role("button", name="4 What if good deeds").click())
    for curve in ("strain", "trust"):
        expect(page.locator(f'[data-chart="week:{curve}"]')).to_be_visible()
    page.get_by_text("Choose curves").click()
    expect(page.get_by_role("checkbox", name="Strain of teachers")).to_be_checked()


def test_a_question_that_shows_another_curve_comes_back_with_a_reload(opened):
    page = opened("/?question=2")
    page.locator("#prediction").wait_for()
    page.wait_for_function("() => location.hash.length > 1")
    page.reload()
    page.wait_for_selector("body[data-ready]")
    expect(page.locator('[data-chart="week:misperception"] svg')).to_be_visible()


def test_undo_takes_a_question_and_its_card_back(page):
    settled(page, lambda: page.get_by_role("button", name="2 How does poor").click())
    settled(page, lambda: page.get_by_label("Home visits", exact=True).check())
    settled(page, lambda: page.get_by_role("button", name="Undo the last").click())
    expect(page.locator("#question")).to_be_visible()
    assert asked(page)["start"]["strategy"]
    settled(page, lambda: page.get_by_role("button", name="Undo the last").click())
    expect(page.locator("#question")).to_be_hidden()
    expect(page.locator("#prediction")).to_be_hidden()
    expect(page.locator("[data-question][aria-pressed=true]")).to_have_count(0)
    assert "question=" not in page.url


def test_undo_brings_back_the_question_that_starting_over_closed(page):
    settled(page, lambda: page.get_by_role("button", name="3 ").click())
    was = asked(page)
    settled(page, lambda: page.get_by_role("button", name="Start over").click())
    expect(page.locator("#question")).to_be_hidden()
    settled(page, lambda: page.get_by_role("button", name="Undo the last").click())
    expect(page.locator("#question")).to_be_visible()
    expect(page.locator("[data-question='3']")).to_have_attribute("aria-pressed", "true")
    assert asked(page) == was


def test_a_guess_is_made_and_played_without_looking_for_it(opened):
    page = opened("/", viewport={"width": 390, "height": 844})
    settled(page, lambda: page.get_by_role("button", name="2 How does poor").press("Enter"))
    page.get_by_role("button", name="Make your guess").press("Enter")
    expect(page.locator("#predict-value")).to_be_focused()
    expect(page.locator("#predict-value")).to_be_in_viewport()
    page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="See what happens").press("Enter")
    expect(page.locator("#predict-play")).to_have_text("Pause")
    expect(page.locator("#predict-verdict")).to_contain_text("the model gives")
    expect(page.locator("#predict-play")).to_have_text("See what happens")


def test_a_guess_that_was_stopped_can_be_made_from_the_question(page):
    settled(page, lambda: page.get_by_role("button", name="2 How does poor").click())
    page.get_by_role("button", name="Stop predicting").click()
    page.get_by_role("button", name="Make your guess").click()
    expect(page.locator("#predict-outcome")).to_have_value("misperception")


def test_the_last_undo_keeps_the_place_of_whoever_uses_keys(page):
    settled(page, lambda: page.locator("#other-luck").click())
    settled(page, lambda: page.locator("#undo").press("Enter"))
    expect(page.locator("#undo")).to_be_disabled()
    expect(page.locator("#start-over")).to_be_focused()


def test_the_second_question_s_way_to_eight_notes_leads_to_eight_notes(page):
    settled(page, lambda: page.get_by_role("button", name="2 How does poor").click())
    before = page.evaluate("() => explore.result.weekly.trust.all[37]")
    page.locator("#week").fill("9")
    settled(page, lambda: page.locator('input[data-name="policy.notes_a_month"]').fill("8"))
    assert asked(page)["events"] == [{"week": 10, "set": {"policy.notes_a_month": 8}}]
    assert page.evaluate("() => explore.result.weekly.trust.all[37]") < before - 0.01


def test_the_curve_to_guess_is_right_below_the_guess_until_it_ends(page):
    settled(page, lambda: page.get_by_role("button", name="2 How does poor").click())
    drawn = page.locator("#charts [data-chart]")
    order = ["reach", "week:misperception", "week:information"]
    for place, name in enumerate([order[1], order[0], order[2]]):
        expect(drawn.nth(place)).to_have_attribute("data-chart", name)
    page.get_by_role("button", name="Stop predicting").click()
    for place, name in enumerate(order):
        expect(drawn.nth(place)).to_have_attribute("data-chart", name)


def test_on_a_telephone_the_guess_and_its_answer_are_seen_at_once(opened):
    page = opened("/?question=2", viewport={"width": 390, "height": 844})
    page.get_by_role("button", name="Make your guess").click()
    page.get_by_role("button", name="See what happens").click()
    expect(page.locator("#predict-verdict")).to_contain_text("For week 38 you expected", timeout=60_000)
    page.locator("#predict-play").scroll_into_view_if_needed()
    bar = page.locator(".transport").bounding_box()
    for part in ("#predict-verdict", '[data-chart="week:misperception"] svg'):
        box = page.locator(part).bounding_box()
        assert 0 <= box["y"] < bar["y"] - min(box["height"], 100)  # of a chart at least its upper half


def test_the_fifth_question_s_dashed_line_is_the_same_place_without_its_law(page):
    settled(page, lambda: page.get_by_role("button", name="5 Does it help").click())
    expect(page.locator("#ghost option:checked")).to_have_text("this place without the new law")
    expect(page.locator("#key span").filter(has=page.locator(".dashed"))).to_have_text("this place without the new law")
    page.locator("#week").fill("9")
    said = page.locator('[data-chart="week:practice_time"] p')
    expect(said).to_contain_text("The same as in this place without the new law.")
    page.locator("#week").fill("38")
    expect(said).to_contain_text(re.compile(r"poorest fifth 0\.\d\d × usual \(\+0\.0\d of the usual\)"))
    least, most = (float(page.locator("#predict-value").get_attribute(end)) for end in ("min", "max"))
    assert least < page.evaluate("() => explore.prediction.curve[37]") < most  # the slider can say what comes
    settled(page, lambda: page.get_by_role("button", name="Start over").click())
    expect(page.locator("#ghost option[value=baseline]")).to_have_text("the place as it is")


@pytest.mark.parametrize("number", [1, 5, 6])
def test_a_question_that_was_played_says_what_it_teaches_and_leads_on(opened, number):
    from experiments.app.questions import QUESTIONS

    page = opened(f"/?question={number}")
    page.locator("#week").fill("37")
    expect(page.locator("#predict-verdict")).to_contain_text("Play to see")
    expect(page.locator("#taught")).to_be_hidden()  # nothing is given away before
    page.locator("#week").fill("104" if number == 6 else "38")
    expect(page.locator("#taught-text")).to_have_text(QUESTIONS[number - 1]["teaches"])
    page.get_by_role("button", name="Stop predicting").click()
    expect(page.locator("#taught")).to_be_visible()
    page.locator("#next-question").click()
    if number == 6:
        return expect(page).to_have_title(re.compile("Compare"))
    expect(page.locator("#question-title")).to_have_text(QUESTIONS[number]["title"])
    expect(page.locator("#taught")).to_be_hidden()


def test_a_guess_of_another_curve_is_not_the_question_s_answer(page):
    settled(page, lambda: page.get_by_role("button", name="2 How does poor").click())
    page.locator("#predict-outcome").select_option("information")
    page.locator("#week").fill("38")
    expect(page.locator("#predict-verdict")).to_contain_text("you expected")
    expect(page.locator("#taught")).to_be_hidden()


@pytest.mark.parametrize(
    ("against", "said"),
    [
        ("as_it_is", "the place as it is"),
        ({"policy": {}}, "this place without the new law"),
        ({"strategy": "routine"}, "what the scenario is compared with"),
        ({"policy": {}, "culture": {}}, "what the scenario is compared with"),
    ],
)
def test_the_dashed_line_is_called_what_the_scenario_is_compared_with(page, against, said):
    settled(page, lambda: page.evaluate("of => { explore.asked.start.against = of; explore.again(); }", against))
    expect(page.locator("#ghost option[value=baseline]")).to_have_text(said)
    expect(page.locator("#key span").filter(has=page.locator(".dashed"))).to_have_text(said)

"""Predict before you play: a guess hides what comes, can be drawn, and is judged by what came."""

import re

import pytest
from playwright.sync_api import expect


@pytest.fixture
def page(opened):
    return opened("/")


def test_predict_first_hides_what_comes_and_then_judges(page):
    page.get_by_role("button", name="Predict first").click()
    rows = "const chart = window.explore.charts['week:information']; await chart.work; return chart.view.data('rows').length"
    assert page.evaluate(f"async () => {{ {rows}; }}") == 0
    page.locator("#predict-value").fill("0.9")
    page.locator("#week").fill("38")
    expect(page.locator("#predict-verdict")).to_contain_text("It came out lower than you thought")


def test_a_guess_can_be_drawn(page):
    page.get_by_role("button", name="Predict first").click()
    chart = page.locator('[data-chart="week:information"] .drawing')
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    page.mouse.move(box["x"] + 60, box["y"] + 80)
    page.mouse.down()
    for k in range(6):
        page.mouse.move(box["x"] + 60 + 40 * k, box["y"] + 80 - 5 * k)
    page.mouse.up()
    assert page.evaluate("() => window.explore.prediction.points.length") > 2


def drawn(page, weeks, down):
    """A guess drawn by a hand over some weeks, so many pixels down in all; gives its last week."""
    page.get_by_role("button", name="Predict first").click()
    chart = page.locator('[data-chart="week:trust"] .drawing')
    page.locator("#predict-outcome").select_option("trust")
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    left, width = page.evaluate(
        "() => { const view = window.explore.charts['week:trust'].view, x = view.scale('x');"
        " return [view.origin()[0] + x(1), x(2) - x(1)]; }"
    )
    page.mouse.move(box["x"] + left, box["y"] + 40)
    page.mouse.down()
    for week in range(weeks):
        page.mouse.move(box["x"] + left + width * week, box["y"] + 40 + down * week / weeks)
    page.mouse.up()
    return page.evaluate("() => window.explore.prediction.points.at(-1).week")


def test_a_guess_is_judged_in_its_own_last_week(page):
    last = drawn(page, 19, 30)
    assert 17 <= last <= 20
    page.locator("#week").fill(str(last - 1))
    expect(page.locator("#predict-verdict")).to_contain_text("Play to see")
    page.locator("#week").fill(str(last))
    expect(page.locator("#predict-verdict")).to_contain_text(f"For week {last} you expected")


def test_what_is_drawn_and_what_comes_stay_on_the_axis(page):
    drawn(page, 30, 400)  # far below the chart
    page.locator("#week").fill("52")
    low, high, values = (
        page.evaluate("""async () => { const chart = window.explore.charts['week:trust']; await chart.work;
        return [chart.view.signal("low"), chart.view.signal("high"),
            ["guess", "rows", "ghost"].flatMap(n => chart.view.data(n).map(r => r.value))]; }""")
    )
    assert low <= min(values) and max(values) <= high


def test_a_prediction_ends_with_its_curve(page):
    page.locator("#predict").click()
    outcome = page.locator("#predict-outcome").input_value()
    page.evaluate(
        f"() => {{ window.explore.shown = window.explore.shown.filter(n => n !== '{outcome}'); window.explore.redraw(); }}"
    )
    expect(page.locator("#prediction")).to_be_hidden()


@pytest.mark.parametrize(
    ("question", "week"), [(1, 38), (6, 104)]
)  # the last school week, and the end of a scenario's years
def test_a_guess_says_for_which_week_it_is(opened, question, week):
    page = opened(f"/?question={question}")
    expect(page.locator("label:has(#predict-value)")).to_contain_text(f"I expect, for week {week}: ")


def test_what_is_no_part_of_the_usual_does_not_say_so(opened):
    page = opened("/?question=2")
    wrongly = page.locator('[data-chart="week:misperception"] h3')
    expect(wrongly).to_contain_text("0 is right")
    expect(wrongly).not_to_contain_text("what is usual")
    expect(page.locator('[data-chart="week:practice_time"] h3')).to_contain_text("1 is what is usual")


def test_how_wrongly_effort_is_judged_is_told_in_efforts_not_as_a_ratio(opened):
    page = opened("/?question=2")
    page.locator("#predict-value").press("Home")
    expect(page.locator("#predict-shown")).to_have_text(re.compile(r"^0\.0\d of a usual effort$"))
    page.locator("#week").fill("38")
    expect(page.locator("#predict-verdict")).to_contain_text(
        re.compile(r"the model gives 0\.\d\d of a usual effort\. It came out higher")
    )
    said = page.locator('[data-chart="week:misperception"] p')
    expect(said).to_contain_text(re.compile(r"poorest fifth 0\.\d\d of a usual effort \(−0\.\d\d of a usual effort\)"))
    page.get_by_label("Colour shows").select_option("misperception")
    expect(page.locator("#scale-high")).to_contain_text("of a usual effort")
    expect(page.locator('[data-chart="week:practice_time"] p')).to_contain_text("× usual")


def test_the_band_of_luck_gives_nothing_of_what_comes_away(page):
    page.get_by_role("button", name="Predict first").click()
    page.locator("#week").fill("20")
    page.get_by_role("button", name="Twenty more times").click()
    expect(page.locator("#band-note")).to_be_visible()
    last = """async () => { const chart = window.explore.charts['week:trust']; await chart.work;
        return Math.max(...chart.view.data('band').map(row => row.week)); }"""
    assert page.evaluate(last) == 20
    page.locator("#week").fill("30")
    assert page.evaluate(last) == 30
    page.get_by_role("button", name="Stop predicting").click()
    assert page.evaluate(last) == 52


def test_with_less_motion_the_week_of_the_guess_is_shown_at_once(opened):
    page = opened("/", reduced_motion="reduce", viewport={"width": 1280, "height": 900})
    page.get_by_role("button", name="Predict first").click()
    page.locator("#week").fill("0")
    page.get_by_role("button", name="See what happens").click()
    expect(page.locator("#predict-verdict")).to_contain_text("For week 38 you expected")
    expect(page.get_by_role("status")).to_contain_text("Week 38 of 52")


def test_the_film_rests_in_the_week_of_the_guess_and_goes_on_when_asked(opened):
    page = opened("/?question=3")
    page.locator("#week").fill("35")
    page.locator("#predict-play").click()
    verdict, said = page.locator("#predict-verdict"), page.locator('[data-chart="week:language"] > p').first
    expect(verdict).to_contain_text("For week 38 you expected")
    expect(page.locator("#predict-play")).to_have_text("See what happens")
    expect(page.get_by_role("status")).to_contain_text("Week 38 of 52")
    expect(said).to_contain_text("Week 38: ")
    expect(page.locator('[data-chart="reach"] > p').first).to_contain_text("Week 38")
    page.locator("#play").click()
    expect(page.get_by_role("status")).to_contain_text("Week 52 of 52")
    expect(said).to_contain_text("Week 52: ")
    expect(verdict).to_contain_text("The sentences at the charts are of week 52.")


def test_without_a_guess_the_film_does_not_rest(page):
    page.locator("#week").fill("36")
    page.locator("#play").click()
    expect(page.get_by_role("status")).to_contain_text("Week 52 of 52")

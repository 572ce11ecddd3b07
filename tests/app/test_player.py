"""The year as a film: play, step, keys, and less motion for those who ask for it."""

import pytest
from playwright.sync_api import expect


@pytest.fixture
def page(opened):
    return opened("/")


def test_play_runs_to_the_end_and_step_and_back_move_a_week(page):
    page.get_by_role("button", name="Back to the start").click()
    expect(page.get_by_role("status")).to_have_text("Before week 1")
    page.get_by_role("button", name="One week on").click()
    page.get_by_role("button", name="One week on").click()
    page.get_by_role("button", name="One week back").click()
    expect(page.get_by_role("status")).to_contain_text("Week 1 of 52")
    page.locator("#week").fill("48")
    page.get_by_role("button", name="Play").click()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("Week 52 of 52")
    expect(page.get_by_role("button", name="Play")).to_be_visible()


def test_space_plays_and_arrows_step(page):
    page.locator("#week").fill("5")
    page.locator("h1").click()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("status")).to_contain_text("Week 6 of")
    page.keyboard.press(" ")
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    page.keyboard.press(" ")
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("button", name="Play")).to_be_visible()


def test_who_asks_for_less_motion_steps_only(opened):
    page = opened("/", reduced_motion="reduce")
    expect(page.locator("#play")).to_be_hidden()
    page.locator("#week").fill("5")
    page.get_by_role("button", name="One week on").click()
    expect(page.get_by_role("status")).to_contain_text("Week 6 of")


def test_a_reload_while_the_film_plays_comes_back_to_where_it_was(page):
    page.locator("#week").fill("4")
    page.locator("#speed").select_option("2")
    page.get_by_role("button", name="Play").click()
    page.wait_for_function("() => explore.player.week >= 8")
    page.reload()
    page.wait_for_selector("body[data-ready]")
    assert page.evaluate("() => explore.player.week") >= 6  # the address follows a film every 0.4 s


SIZES = [(1280, 800), (1920, 1080), (390, 844)]
UNDER_THE_PLAYER = """() => {
    const bar = document.querySelector(".transport"), at = document.activeElement;
    const [lowest, top] = [at.getBoundingClientRect().bottom, bar.getBoundingClientRect().top];
    return !bar.contains(at) && lowest > top ? at.outerHTML.slice(0, 90) : null;
}"""


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("seen", ["h1", "#map", "#charts-title", '[data-chart="week:language"]', "footer"])
def test_the_player_is_at_hand_wherever_one_looks(opened, seen, width, height):
    page = opened("/", viewport={"width": width, "height": height})
    page.locator(seen).evaluate("one => one.scrollIntoView({block: 'start'})")
    for part in ("#week", "#play", "#step", "#status"):
        expect(page.locator(part)).to_be_in_viewport(ratio=1)
    assert page.locator(".transport").bounding_box()["height"] < height / 5


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_what_has_the_focus_is_not_behind_the_player(opened, width, height):
    page = opened("/", viewport={"width": width, "height": height})
    hidden = []
    for _ in range(160):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement === document.body"):
            break
        hidden.append(page.evaluate(UNDER_THE_PLAYER))
    assert len(hidden) > 40
    assert [one for one in hidden if one] == []


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_page_ends_above_the_player(opened, width, height):
    page = opened("/", viewport={"width": width, "height": height})
    page.wait_for_function("""() => {
        window.scrollTo(0, document.documentElement.scrollHeight); // charts that come make it longer
        const [footer, bar] = ["footer", ".transport"].map(one => document.querySelector(one).getBoundingClientRect());
        return footer.bottom <= bar.top + 1;
    }""")


@pytest.mark.parametrize(("width", "height"), [(844, 390), (320, 256)])
def test_in_a_low_window_the_player_takes_nothing_from_the_rest(opened, width, height):
    page = opened("/", viewport={"width": width, "height": height})
    page.locator("h1").scroll_into_view_if_needed()
    expect(page.locator("#play")).not_to_be_in_viewport()
    page.locator("#play").scroll_into_view_if_needed()
    expect(page.locator("#play")).to_be_in_viewport(ratio=1)

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

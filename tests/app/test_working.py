"""On a slow network the page says that work is under way, and on a quick one it says nothing."""

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import expect

from experiments.app.server import make_app
from tests.app.test_explore import settled


@pytest.fixture
def page(opened):
    page = opened("/")
    expect(page.locator("#working")).to_be_empty()
    return page


def slow(page, latency):
    """A network of 50 kB a second that answers after so many milliseconds."""
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    how = {"offline": False, "latency": latency, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
    network.send("Network.emulateNetworkConditions", how)


def test_on_a_slow_network_a_change_is_said_to_be_under_way_until_it_is_there(page):
    slow(page, 400)
    sign = page.locator("#working")
    settled(page, lambda: (page.locator("#other-luck").click(), expect(sign).to_have_text("Working …")))
    expect(sign).to_be_empty()
    expect(page.locator("#charts")).to_have_attribute("aria-busy", "false")


def test_what_is_drawn_is_marked_as_busy_meanwhile(page):
    slow(page, 2000)
    page.locator("#other-luck").click()
    expect(page.locator("#charts")).to_have_attribute("aria-busy", "true")
    expect(page.locator("#working")).to_have_attribute("aria-live", "polite")


def test_what_comes_at_once_is_not_announced(page):
    said = """async () => {
        const {working} = await import("/static/working.js"), seen = [], sign = document.getElementById("working");
        new MutationObserver(() => seen.push(sign.textContent)).observe(sign, {childList: true});
        for (let k = 0; k < 3; k++) await working(new Promise(then => setTimeout(then, 20)));
        await new Promise(then => setTimeout(then, 600));
        const quick = [...seen];
        await working(new Promise(then => setTimeout(then, 600)));
        return [quick, seen[0]]; }"""
    assert page.evaluate(said) == [[], "Working …"]


def test_a_hand_that_goes_on_does_not_make_the_sign_come_and_go(page):
    seen = """async () => {
        const {working} = await import("/static/working.js"), seen = [], sign = document.getElementById("working");
        new MutationObserver(() => seen.push(sign.textContent)).observe(sign, {childList: true});
        for (let k = 0; k < 8; k++) await working(new Promise(then => setTimeout(then, 100)));
        await new Promise(then => setTimeout(then, 300));
        return seen; }"""
    assert page.evaluate(seen) == ["Working …", ""]


@pytest.mark.parametrize("path", ["/teacher", "/nowhere"])
def test_a_page_without_a_script_has_nothing_under_way(path):
    page = TestClient(make_app(), base_url="http://localhost").get(path, headers={"accept": "text/html"})
    assert '<p id="working" aria-live="polite"></p>' in page.text

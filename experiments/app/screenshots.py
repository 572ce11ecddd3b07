"""The pictures of the app in README: `python -m experiments.app.screenshots FOLDER` (needs Chromium and the test tools)."""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from experiments.app.load import served_alone

WIDE, NARROW = {"width": 1280, "height": 1000}, {"width": 390, "height": 844}


def main(folder):
    """Explore under home visits that begin in week 12, at both widths, a comparison and a plan."""
    folder.mkdir(parents=True, exist_ok=True)
    with served_alone() as port, sync_playwright() as playwright:
        browser = chromium_of(playwright)
        explore(browser, f"http://127.0.0.1:{port}/", folder)
        compare(browser, f"http://127.0.0.1:{port}/compare", folder)
        plan(browser, f"http://127.0.0.1:{port}/plan", folder)
        browser.close()


def chromium_of(playwright):
    """The machine's own browser."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    return playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])


def opened(browser, address, size):
    page = browser.new_page(viewport=size)
    page.goto(address)
    page.wait_for_selector("body[data-ready]", timeout=120_000)
    return page


def explore(browser, address, folder):
    page = opened(browser, address, WIDE)
    page.locator("#week").fill("11")
    page.get_by_label("Home visits", exact=True).check()
    page.wait_for_function("() => window.explore.asked.events.length && !window.explore.busy")
    page.locator("#week").fill("30")
    page.wait_for_timeout(1500)
    page.evaluate("() => document.querySelector('.three').scrollIntoView()")
    page.wait_for_timeout(800)
    page.screenshot(path=folder / "app_explore.png")
    link = page.get_by_label("Link to this run").input_value()
    page = opened(browser, link, NARROW)
    page.evaluate("() => document.getElementById('map').scrollIntoView({block: 'start'})")
    page.wait_for_timeout(800)
    page.screenshot(path=folder / "app_narrow_school.png")
    page.evaluate("() => document.getElementById('charts-title').scrollIntoView()")
    page.wait_for_timeout(800)
    page.screenshot(path=folder / "app_narrow_charts.png")


def compare(browser, address, folder):
    page = opened(browser, address, WIDE)
    page.get_by_role("button", name="Compare", exact=True).click()
    page.wait_for_selector("#results:not([hidden])", timeout=120_000)
    page.evaluate("() => document.getElementById('results').scrollIntoView()")
    page.wait_for_timeout(1000)
    page.screenshot(path=folder / "app_compare.png")


def plan(browser, address, folder):
    page = opened(browser, address, {"width": 1280, "height": 1250})
    page.get_by_role("button", name="Plan", exact=True).click()
    page.wait_for_selector("#results:not([hidden])", timeout=300_000)
    page.evaluate("() => document.getElementById('results-title').scrollIntoView()")
    page.wait_for_timeout(1500)
    page.screenshot(path=folder / "app_plan.png")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "results/examples"))

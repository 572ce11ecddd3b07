"""Draw results/examples anew: `python -m experiments.examples FOLDER` (a quarter of an hour; needs Chromium and the test tools).

FOLDER keeps the runs; what is finished there is not run again. `what_matters` is left out: it takes twenty minutes by itself.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

import sim
from experiments.app import screenshots

EXAMPLES = Path("results/examples")
RUNS = {  # what famschool is asked for, and what each file it writes is called as an example
    "run first_look": {
        "by_fifth.png": "by_fifth.png",
        "the_year.png": "the_year.png",
        "table.csv": "table.csv",
        "manifest.json": "first_look.manifest.json",
    },
    "sweep quick_look --yes": {
        "lines.png": "quick_look.png",
        "table.csv": "quick_look.csv",
        "manifest.json": "quick_look.manifest.json",
    },
    "mechanisms": {"mechanisms.png": "mechanisms.png"},
    "compare five_strategies --yes": {"effects.png": "compare_effects.png", "plane.png": "compare_plane.png"},
    "plan example --budget 60000": {"plane.png": "plan_plane.png"},
    "discover where_visits_fail --yes": {
        "boxes.png": "boxes.png",
        "table.csv": "boxes.csv",
        "manifest.json": "boxes.manifest.json",
    },
}
WEEKS = "h2:has-text('week by week')"
PAGES = {  # how far down a report a picture begins, and how high it is
    "compare": [("compare_summary.png", "h1", "#summary")],
    "plan": [
        ("plan_summary.png", "h1", "#summary"),
        ("plan_calendar.png", WEEKS, f"{WEEKS} >> xpath=following::tr[20]"),
    ],
}
EDGE = 20  # pixels left around a part of a page


def main(folder):
    """Run, copy what README shows, and photograph reports and app."""
    for asked, files in RUNS.items():
        out = folder / asked.split()[0]
        if not all((out / file).exists() for file in files):
            subprocess.run([sys.executable, "-m", "experiments.cli", *asked.split(), "--out", str(out)], check=True)
        for file, name in files.items():
            shutil.copy(out / file, EXAMPLES / name)
    photograph_reports(folder)
    screenshots.main(EXAMPLES)


def photograph_reports(folder):
    """The parts of the reports that README shows."""
    with sync_playwright() as playwright:
        browser = screenshots.chromium_of(playwright)
        page = browser.new_page(viewport={"width": 1040, "height": 900})
        for report, parts in PAGES.items():
            page.goto((folder / report / "report.html").resolve().as_uri())
            for name, first, last in parts:
                top = page.locator(first).first.bounding_box()
                end = page.locator(last).first.bounding_box()
                box = {
                    "x": 0,
                    "y": top["y"] - EDGE,
                    "width": 1040,
                    "height": end["y"] + end["height"] - top["y"] + 2 * EDGE,
                }
                page.screenshot(path=EXAMPLES / name, clip=box, full_page=True)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else f"results/for_examples/{sim.MODEL}"))  # runs of one model only

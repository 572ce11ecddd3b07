"""How fast the app answers on this machine: `python -m experiments.app.load` starts it, asks like a class, prints the times.

One client moves a slider; then thirty do, four times a second each. Pages and films are measured where Chromium and the test
tools are installed.
"""

import json
import socket
import statistics
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from http.client import HTTPConnection
from itertools import count

CLIENTS, A_SECOND, SECONDS, BROWSERS = 30, 4, 10, 10
START = {"place": "us_preschool", "families": 300, "weeks": 52, "strategy": {"routine": {}}, "against": "as_it_is"}
SHOWN = {
    "outcomes": ["information", "trust", "practice_time", "language"],
    "states": ["contacts", "committee"],
    "measured": False,
}
_fresh = count(1)


def main():
    """Print one line a measurement."""
    began = time.perf_counter()
    with served_alone() as port:
        print(f"server up after {time.perf_counter() - began:.1f} s")
        alone = _times(port, 40)
        print(f"one client moves a slider: median {_ms(statistics.median(alone))}")
        times = _class(port)
        late = statistics.quantiles(times, n=20)[-1]
        middle = statistics.median(times)
        print(f"{CLIENTS} clients, {A_SECOND} a second: {len(times)} answers, median {_ms(middle)}, 95% {_ms(late)}")
        _in_browsers(port)


def _ms(seconds):
    return f"{1000 * seconds:.0f} ms"


@contextmanager
def served_alone():
    """The app in a process of its own; its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    asked = [sys.executable, "-m", "experiments.cli", "app", "--no-browser", "--port", str(port)]
    with subprocess.Popen(asked, stderr=subprocess.DEVNULL) as process:
        try:
            while not _is_up(port):
                if process.poll() is not None:
                    sys.exit(f"The app ended with {process.returncode} before it answered: {' '.join(asked)}")
                time.sleep(0.05)
            yield port
        finally:
            process.terminate()


def _is_up(port):
    try:
        client = HTTPConnection("127.0.0.1", port, timeout=60)
        client.request("GET", "/api/charts")
        return client.getresponse().status == 200
    except OSError:
        return False


def _times(port, requests, wait=0.0):
    """Seconds until each answer; every request is a scenario nobody asked before."""
    client, took = HTTPConnection("127.0.0.1", port, timeout=60), []
    for _ in range(requests):
        start = START | {"policy": {"clarity": (next(_fresh) % 9973) / 9973}}
        began = time.perf_counter()
        client.request("POST", "/api/run", json.dumps({"start": start} | SHOWN), {"Content-Type": "application/json"})
        client.getresponse().read()
        took.append(time.perf_counter() - began)
        time.sleep(max(0.0, wait - took[-1]))
    return took


def _class(port):
    found = []
    clients = [
        threading.Thread(target=lambda: found.extend(_times(port, A_SECOND * SECONDS, 1 / A_SECOND)))
        for _ in range(CLIENTS)
    ]
    for client in clients:
        client.start()
        time.sleep(1 / A_SECOND / CLIENTS)
    for client in clients:
        client.join()
    return found


def _in_browsers(port):
    import shutil

    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        chromium = None
    if not chromium:
        return print("pages were not measured: Chromium or playwright is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        pages = [_opened(browser, port) for _ in range(BROWSERS)]
        print(f"first page usable after {pages[0][1]:.2f} s")
        print(f"slider to new curves: median {_ms(_slider(pages[0][0]))}")
        print(
            f"weeks a second, {BROWSERS} browsers, ten asked: {_films([page for page, _ in pages]):.1f} (the slowest)"
        )
        browser.close()
    return None


def _opened(browser, port):
    page = browser.new_context().new_page()
    began = time.perf_counter()
    page.goto(f"http://127.0.0.1:{port}/")
    page.wait_for_selector("body[data-ready]", timeout=120_000)
    return page, time.perf_counter() - began


def _slider(page):
    """Seconds from the hand on the slider to the curve redrawn, as the page itself sees it."""
    return page.evaluate("""async () => {
        const slider = document.querySelector('input[data-name="policy.clarity"]'), took = [];
        for (let k = 1; k <= 15; k++) {
            const began = performance.now(), old = window.explore.result;
            slider.value = 0.5 + 0.02 * k;
            slider.dispatchEvent(new Event("input"));
            while (window.explore.result === old) await new Promise(r => setTimeout(r, 1));
            await window.explore.charts["week:trust"].work;
            took.push(performance.now() - began);
        }
        return took.sort((a, b) => a - b)[7] / 1000;
    }""")


def _films(pages):
    for page in pages:
        page.evaluate(
            "() => { window.explore.player.go(0); window.explore.player.play(); window.began = performance.now(); }"
        )
    time.sleep(4)
    return min(
        page.evaluate("() => 1000 * window.explore.player.week / (performance.now() - window.began)") for page in pages
    )


if __name__ == "__main__":
    main()

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

from experiments.app.serve import address_of_the_room

CLIENTS, A_SECOND, SECONDS, BROWSERS = 30, 4, 10, 10
START = {"place": "us_preschool", "families": 300, "weeks": 52, "strategy": {"routine": {}}, "against": "as_it_is"}
SHOWN = {
    "outcomes": ["information", "trust", "practice_time", "language"],
    "states": ["contacts"],
    "measured": False,
}
HEADERS = {"Content-Type": "application/json", "Accept-Encoding": "gzip"}  # as a browser
READY = 8  # seconds after the address is up until a class would have opened it
_fresh = count(1)


def main():
    """Print one line a measurement."""
    began = time.perf_counter()
    with served_alone() as port:
        print(f"server up after {time.perf_counter() - began:.1f} s")
        alone = _slider_moves("127.0.0.1", port, 40, 0.0)
        print(f"one client moves a slider: median {_ms(statistics.median(alone))}")
        _in_browsers(port)
    room = address_of_the_room()
    with served_alone(room) as port:
        time.sleep(READY)
        times = _class(room, port)
        late = statistics.quantiles(times, n=20)[-1]
        middle = statistics.median(times)
        print(f"{CLIENTS} clients, {A_SECOND} a second: {len(times)} changes, median {_ms(middle)}, 95% {_ms(late)}")


def _ms(seconds):
    return f"{1000 * seconds:.0f} ms"


@contextmanager
def served_alone(room=None):
    """The app in a process of its own, for a class where its address is given; its port."""
    host = room or "127.0.0.1"
    with socket.socket() as free:
        free.bind((host, 0))
        port = free.getsockname()[1]
    asked = [sys.executable, "-m", "experiments.cli", "app", "--no-browser", "--port", str(port)]
    with subprocess.Popen([*asked, *["--class"] * bool(room)], stderr=subprocess.DEVNULL) as process:
        try:
            while not _is_up(host, port):
                if process.poll() is not None:
                    sys.exit(f"The app ended with {process.returncode} before it answered: {' '.join(asked)}")
                time.sleep(0.05)
            yield port
        finally:
            process.terminate()


def _is_up(host, port):
    try:
        client = HTTPConnection(host, port, timeout=60)
        client.request("GET", "/api/charts")
        return client.getresponse().status == 200
    except OSError:
        return False


def _slider_moves(host, port, moves, wait):
    """Seconds from each move of a slider until its answer, or a newer one, is there. Every scenario is a new one.

    A client does as the page does: one question under way, and then only the newest; a move that comes meanwhile waits.
    """
    client, took = HTTPConnection(host, port, timeout=60), []
    began = time.perf_counter()
    while len(took) < moves:
        ahead = began + wait * len(took) - time.perf_counter()
        if wait and ahead > 0:
            time.sleep(ahead)
        asked_at = time.perf_counter()
        moved = (
            [began + wait * k for k in range(len(took), moves) if began + wait * k <= asked_at] if wait else [asked_at]
        )
        start = START | {"policy": {"clarity": (next(_fresh) % 9973) / 9973}}
        client.request("POST", "/api/run", json.dumps({"start": start} | SHOWN), HEADERS)
        reply = client.getresponse()
        said = reply.read()
        if reply.status != 200:
            sys.exit(f"The app answered {reply.status}: {said[:300]!r}")
        took += [time.perf_counter() - one for one in moved]
    return took


def _class(host, port):
    found = []
    clients = [
        threading.Thread(target=lambda: found.extend(_slider_moves(host, port, A_SECOND * SECONDS, 1 / A_SECOND)))
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
        screen, everything = _slider(pages[0][0])
        print(f"slider to new charts: median {_ms(screen)} on the screen, {_ms(everything)} with those below it")
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
    """Seconds from the hand on the slider to the charts redrawn, those on the screen and all, as the page itself sees it."""
    return page.evaluate("""async () => {
        const slider = document.querySelector('input[data-name="policy.clarity"]'), screen = [], everything = [];
        const charts = Object.values(window.explore.charts), middle = times => times.sort((a, b) => a - b)[7] / 1000;
        for (let k = 1; k <= 15; k++) {
            const began = performance.now(), old = window.explore.result;
            slider.value = 0.5 + 0.02 * k;
            slider.dispatchEvent(new Event("input"));
            while (window.explore.result === old) await new Promise(r => setTimeout(r, 1));
            await Promise.all(charts.filter(chart => chart.inView).map(chart => chart.work));
            screen.push(performance.now() - began);
            await Promise.all(charts.map(chart => chart.work));
            everything.push(performance.now() - began);
        }
        return [middle(screen), middle(everything)];
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

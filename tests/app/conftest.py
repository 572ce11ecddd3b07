"""A running app, and a browser that can reach nothing but it."""

import shutil
import subprocess
import threading
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="the extra 'app' is not installed")

import uvicorn
from playwright.sync_api import expect, sync_playwright

from experiments.app.serve import door_at
from experiments.app.server import make_app, warm_up

expect.set_options(timeout=30_000)  # a machine that others use too
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-sync"
    " --process-per-site"
)


class Served:
    """The app on a free port, in a thread of its own."""

    def __init__(self, **how):
        host = how.pop("host", "127.0.0.1")
        self.door = door_at(host, how.pop("port", 0))
        self.port = self.door.getsockname()[1]
        self.address = f"http://{host}:{self.port}"
        app = make_app(**how)
        self.server = uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False))
        self.thread = threading.Thread(target=self.server.run, kwargs={"sockets": [self.door]}, daemon=True)
        self.thread.start()

    def end(self):
        self.server.should_exit = True
        self.thread.join(10)
        self.door.close()


@pytest.fixture(scope="session")
def served():
    warm_up()
    one = Served()
    yield one
    one.end()


@pytest.fixture(scope="session")
def chromium():
    if not CHROMIUM:
        pytest.skip("Chromium is not installed, so no page was opened: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        yield browser
        browser.close()


class Gate:
    """Lets only the app's own address pass; what else is asked for, and what the console says, is kept."""

    def __init__(self, page, address):
        self.address, self.outside, self.console = address, [], []
        page.route("**/*", self._pass)
        page.on("console", lambda m: self.console.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.console.append(str(error)))

    def _pass(self, route):
        if route.request.url.startswith((self.address, "data:", "blob:")):
            return route.continue_()
        self.outside.append(route.request.url)
        return route.abort()


@pytest.fixture(scope="session")
def ordinary(chromium, served):
    """One wide window for all tests that ask for nothing else, so that what was loaded is loaded once.

    A page stays open in it: pages of one site then share its process, which would else start anew for each of them.
    """
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    context.new_page().goto(served.address + "/teacher")
    return context


@pytest.fixture
def opened(chromium, ordinary, served, serve_again):
    """opened(path, …) gives a page that is ready; at the end nothing outside was asked for, nothing complained.

    Asks for `serve_again` only so that its pages close before the apps they were loaded from end.
    """
    ends, gates = [], []

    def open_(path="/", expect_console=(), address=None, **how):
        context = chromium.new_context(**how) if how else ordinary
        page = context.new_page()
        ends.append(context if how else page)
        page.set_default_timeout(60_000)
        gate = Gate(page, address or served.address)
        gate.expected = tuple(expect_console)
        gates.append(gate)
        page.goto((address or served.address) + path)
        if "teacher" not in path:
            page.wait_for_selector("body[data-ready]")
        return page

    yield open_
    for one in ends:
        one.close()
    for gate in gates:
        assert gate.outside == []
        assert [said for said in gate.console if not any(word in said for word in gate.expected)] == []


@pytest.fixture(scope="session")
def axe(tmp_path_factory):
    """What axe-core finds on a page; for tests only, fetched once into the user's cache."""
    from platformdirs import user_cache_dir

    folder = Path(user_cache_dir("famschool-tests", appauthor=False))
    file = folder / "node_modules/axe-core/axe.min.js"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        try:
            subprocess.run(
                ["npm", "install", "--no-audit", "--no-fund", "--prefix", folder, "axe-core@4"],
                check=True,
                capture_output=True,
                timeout=120,
            )
        except (OSError, subprocess.SubprocessError):
            pytest.skip("axe-core could not be fetched with npm, so no page was checked with it")
    code = file.read_text(encoding="utf-8")

    def found(page):
        page.evaluate(code)
        return page.evaluate("""() => axe.run().then(said => said.violations.map(one =>
            [one.id, one.nodes.map(node => node.html.slice(0, 120))]))""")

    return found


@pytest.fixture
def serve_again():
    """Another app beside the shared one: serve_again(port=…, host=…, for_a_class=…)."""
    mine = []

    def start(**how):
        mine.append(Served(**how))
        return mine[-1]

    yield start
    for one in mine:
        one.end()

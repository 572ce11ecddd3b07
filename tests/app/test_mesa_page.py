"""The page with Mesa's own face works without a network, and steps."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import expect

pytest.importorskip("solara", reason="the extra 'viz' is not installed")
ROOT = Path(__file__).parents[2]


@pytest.fixture
def solara():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    asked = [sys.executable, "-m", "solara", "run", "experiments.app.mesa_page", "--no-open", "--production"]
    asked += ["--host", "127.0.0.1", "--port", str(port)]
    with subprocess.Popen(
        asked, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, stderr=subprocess.DEVNULL
    ) as server:
        address = f"http://127.0.0.1:{port}"
        for _ in range(600):
            try:
                urllib.request.urlopen(f"{address}/readyz", timeout=2).close()
                break
            except OSError:
                time.sleep(0.1)
        yield address
        server.terminate()


def test_mesas_own_page_steps_offline(chromium, solara):
    page, outside = chromium.new_page(), []

    def gate(route):
        if route.request.url.startswith((solara, "data:", "blob:")):
            return route.continue_()
        outside.append(route.request.url)
        return route.abort()

    page.route("**/*", gate)
    page.goto(solara)
    expect(page.get_by_text("Week 0 of 52, 100 families.")).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Step").click()
    expect(page.get_by_text("Week 1 of 52, 100 families.")).to_be_visible(timeout=30_000)
    assert outside == []
    page.close()

"""Work that is told line by line ends with its client."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.requests import ClientDisconnect

from experiments.app.server import Told


def test_a_client_that_leaves_ends_the_work_though_somebody_still_holds_it():
    ended = []

    def lines():
        try:
            yield "first\n"
            yield "second\n"
        finally:
            ended.append(True)

    async def gone(message):
        if message["type"] == "http.response.body":
            raise OSError("the client has left")

    async def nothing():
        await asyncio.sleep(3600)

    work = lines()
    # a thread of its own, for the browser of other tests keeps a loop running in this one
    with ThreadPoolExecutor(1) as thread, pytest.raises((OSError, ClientDisconnect, ExceptionGroup)):
        thread.submit(lambda: asyncio.run(_answered(work, nothing, gone))).result()
    assert ended == [True] and work.gi_frame is None


async def _answered(work, receive, send):
    await Told(work)({"type": "http", "asgi": {"spec_version": "2.3"}}, receive, send)

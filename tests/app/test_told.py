"""Work that is told line by line ends with its client."""

import asyncio
import json
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.requests import ClientDisconnect

from experiments.app.told import Told


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


async def _answered(work, receive, send, ending=None, spec="2.3"):
    await Told(work, ending or threading.Event())({"type": "http", "asgi": {"spec_version": spec}}, receive, send)


def test_the_end_of_the_app_ends_the_work_with_a_sentence():
    ended, ending = [], threading.Event()

    def lines():
        try:
            while True:
                yield "once more\n"
        finally:
            ended.append(True)

    said = []

    async def hear(message):
        said.append(message.get("body", b""))
        if len(said) == 3:
            ending.set()

    async def nothing():
        await asyncio.sleep(3600)

    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(_answered(lines(), nothing, hear, ending))).result(60)
    assert ended == [True]
    assert "The app was ended" in json.loads(said[-2])["refused"]


def test_work_whose_thread_is_in_it_yet_is_no_fault_when_the_app_is_ended():
    begun, may_go_on = threading.Event(), threading.Event()

    def lines():
        begun.set()
        may_go_on.wait(60)
        yield "late\n"

    async def nothing(*_):
        await asyncio.sleep(3600)

    async def ended():
        work = asyncio.create_task(_answered(lines(), nothing, lambda message: asyncio.sleep(0), spec="2.4"))
        await asyncio.to_thread(begun.wait, 60)
        work.cancel()
        try:
            await work
        finally:
            may_go_on.set()

    with ThreadPoolExecutor(1) as thread, pytest.raises(asyncio.CancelledError):
        thread.submit(lambda: asyncio.run(ended())).result(60)

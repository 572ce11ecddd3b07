"""Work that is told line by line ends with its client."""

import asyncio

import pytest

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
    with pytest.raises(BaseException):  # noqa: B017 - which error it is, is the server's affair
        asyncio.run(Told(work)({"type": "http", "asgi": {"spec_version": "2.3"}}, nothing, gone))
    assert ended == [True] and work.gi_frame is None

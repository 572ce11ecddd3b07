"""The door of the app: small answers leave at once."""

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor

from experiments.app.serve import door_at


def test_an_answer_does_not_wait_for_the_one_before_to_be_acknowledged():
    """Nagle's way of sending holds a second small packet back until then: 40 milliseconds an answer."""
    # a thread of its own, for the browser of other tests keeps a loop running in this one
    with ThreadPoolExecutor(1) as thread:
        assert thread.submit(lambda: asyncio.run(_sends_at_once())).result(60)


async def _sends_at_once():
    """What the socket of a visitor is set to, as the server's loop takes it from the door."""
    heard = asyncio.get_running_loop().create_future()

    def take(_, writer):
        heard.set_result(writer.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        writer.close()

    door = door_at("127.0.0.1", 0)
    async with await asyncio.start_server(take, sock=door):
        _, visitor = await asyncio.open_connection(*door.getsockname())
        try:
            return await asyncio.wait_for(heard, 30)
        finally:
            visitor.close()

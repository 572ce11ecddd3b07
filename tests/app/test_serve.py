"""The door of the app: small answers leave at once."""

import asyncio
import socket

from experiments.app.serve import door_at


def test_an_answer_does_not_wait_for_the_one_before_to_be_acknowledged():
    """Nagle's way of sending holds a second small packet back until then: 40 milliseconds an answer."""

    async def taken():
        at_once = asyncio.get_running_loop().create_future()
        say = lambda _, writer: at_once.set_result(  # noqa: E731
            writer.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        )
        with door_at("127.0.0.1", 0) as door:
            async with await asyncio.start_server(say, sock=door):
                _, visitor = await asyncio.open_connection(*door.getsockname())
                try:
                    return await asyncio.wait_for(at_once, 30)
                finally:
                    visitor.close()

    assert asyncio.run(taken())

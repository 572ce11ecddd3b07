"""Answers told line by line, ended when their client leaves or the app is ended."""

from contextlib import suppress
from threading import Event

import uvicorn
from fastapi.responses import StreamingResponse

from experiments.app.apart import line

PATIENCE = 5  # seconds that short answers may still take once the app is ended
ENDED = "The app was ended while this was under way. Start it again and ask once more."


class Told(StreamingResponse):
    """Work told line by line, ended when its client leaves: the garbage collector would leave it in the line."""

    def __init__(self, lines, ending):
        super().__init__(_until(ending, lines), media_type="application/x-ndjson")
        self._lines = lines

    async def __call__(self, scope, receive, send):
        try:
            await super().__call__(scope, receive, send)
        finally:
            with suppress(ValueError):  # another thread is in its last line yet, and ends it
                self._lines.close()


def _until(ending: Event, lines):
    for one in lines:
        yield one
        if ending.is_set():
            yield line(refused=ENDED)
            return


class Ended(uvicorn.Server):
    """A server that Ctrl-C ends within a second or two, also in the middle of a plan; pressing it twice changes nothing."""

    def __init__(self, app):
        how = {"log_level": "warning", "access_log": False, "server_header": False}
        super().__init__(uvicorn.Config(app, timeout_graceful_shutdown=PATIENCE, **how))
        self.ending = app.state.ending

    def handle_exit(self, sig, frame):
        self.ending.set()
        if not self.should_exit:
            super().handle_exit(sig, frame)

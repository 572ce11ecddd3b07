"""Who may come in and with how much: hosts, sizes, and what a page may load."""

from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import JSONResponse

from experiments.app.asked import BYTES

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def guarded(app, hosts):
    """Nobody comes in by another name, nothing larger than a file is read, and no page loads from outside."""
    app.add_middleware(Doors)
    app.add_middleware(GZipMiddleware, minimum_size=2_000, compresslevel=1)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False)


class Doors:
    """Counts what comes in, and says with every answer what a page may load."""

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        if scope["method"] in ("POST", "PUT", "PATCH"):
            body = await _read(receive)
            if body is None:
                sentence = f"The request is larger than the {BYTES:,} bytes that are read."
                return await JSONResponse({"sentence": sentence}, 413)(scope, receive, _with_headers(send))
            receive = _again(body, receive)
        await self.app(scope, receive, _with_headers(send))


async def _read(receive):
    """The whole body, or None where it is too large; what is beyond is not kept."""
    parts, size = [], 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return b""
        size += len(message.get("body", b""))
        if size > BYTES:
            return None
        parts.append(message.get("body", b""))
        if not message.get("more_body"):
            return b"".join(parts)


def _again(body, receive):
    """The body once more for the route, then whatever the client does next (it may leave)."""
    given = False

    async def replay():
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replay


def _with_headers(send):
    async def sending(message):
        if message["type"] == "http.response.start":
            extra = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
            message = {**message, "headers": [*message.get("headers", ()), *extra]}
        await send(message)

    return sending

"""What is wrong with a request, as a sentence for people: what was asked, what is allowed."""

from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse
from starlette.exceptions import HTTPException as NotServed

import sim
from experiments.app import pages

ALLOWED = {
    "int": "a whole number is asked for",
    "float": "a number is asked for",
    "finite": "a number is asked for",
    "greater_than": "it has to be more than {gt:,}",
    "greater_than_equal": "{ge:,} is the least",
    "less_than": "it has to be less than {lt:,}",
    "less_than_equal": "{le:,} is the most",
    "too_short": "at least {min_length:,} is asked for",
    "too_long": "at most {max_length:,} can be had",
    "string_too_long": "at most {max_length:,} letters are read",
}
MENDED = "is not what a page sends; please reload the page and try again"


def say_what_is_wrong(app):
    """A wrong request is answered with a sentence; anything else is a bug and may crash."""

    @app.exception_handler(sim.ScenarioError)
    def refused(_, error):
        return JSONResponse({"sentence": str(error)}, 422)

    @app.exception_handler(RequestValidationError)
    def malformed(_, error):
        return JSONResponse({"sentence": in_words(error.errors()[0]).encode(errors="replace").decode()}, 422)

    @app.exception_handler(NotServed)
    def not_served(request, error):
        if "text/html" in request.headers.get("accept", ""):
            return HTMLResponse(pages.page("nowhere"), error.status_code, error.headers)
        sentence = pages.words()["page"]["nowhere"]["sentence"].format(address=request.url.path[:200])
        return JSONResponse({"sentence": sentence}, error.status_code, error.headers)


def in_words(wrong):
    """One complaint of the form of a request as a sentence."""
    kind, where = wrong["type"], [str(part) for part in wrong["loc"] if part not in ("body", "path", "query")]
    if kind == "json_invalid":
        return "What the page sent did not arrive whole. Please try again."
    name = pages.words()["asked"].get(where[-1] if where else "", f"'{'.'.join(where)[:120] or 'the request'}'")
    if kind == "missing":
        return f"{name} is missing."
    allowed = ALLOWED.get(kind) or ALLOWED.get(kind.partition("_")[0])
    if not allowed:
        return f"{name} {MENDED}."
    limits = {key: _plain(value) for key, value in wrong.get("ctx", {}).items()}
    return f"{name} {_given(wrong['input'])}; {allowed.format(**limits)}."


def _plain(number):
    return int(number) if isinstance(number, float) and number.is_integer() else number


def _given(value):
    """A number or a word as it came; what is longer is counted."""
    if value in (None, ""):
        return "is empty"
    if isinstance(value, (list, dict)):
        return f"is {len(value):,}"
    if len(str(value)) > 40:
        return f"has {len(str(value)):,} letters"
    return f"is {_plain(value):,}" if isinstance(value, (int, float)) else f"is '{value}'"

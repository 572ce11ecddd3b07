"""How a file's form is checked: its keys and types, and one message in this project's words for the first that is wrong."""

from pydantic import ValidationError

from sim.core.errors import ScenarioError, unknown
from sim.core.reading import located

_KINDS = {
    "int": "a whole number",
    "float": "a number",
    "str": "text",
    "string": "text",
    "dict": "'name: value' lines",
    "list": "a list",
    "bool": "true or false",
    "model": "a number, or 'name: value' lines",
}


def checked(form, what, data, lines, file):
    """The keys of a form with their types; `what` is how messages call it. Errors: ScenarioError with file and line."""
    try:
        return form.model_validate(data)
    except ValidationError as error:
        first = first_wrong(error)
        with located(file, lines, first["loc"]):
            raise _said(first, form, what) from None


def first_wrong(error):
    """The finding of pydantic that is told: a name that is not known, since what is missing may stand there with a slip in it."""
    found = error.errors()
    return next((one for one in found if one["type"] == "extra_forbidden"), found[0])


def _said(error, form, what):
    """A pydantic finding in the words of this project."""
    name = ".".join(str(part) for part in error["loc"] if not _of_pydantic(part))
    kind, value = error["type"], error.get("input")
    within = _form_around(form, error["loc"])
    if kind == "extra_forbidden":
        return unknown("key", error["loc"][-1], within.model_fields, what)
    if kind == "missing":
        return ScenarioError(f"'{name}' is missing: {within.model_fields[error['loc'][-1]].description}.")
    if kind.endswith("_type"):
        asked = _KINDS.get(kind.removesuffix("_type"), "another kind of value")
        return ScenarioError(f"{name} = {_short(value)} is not {asked}{_allowed(form, name)}.")
    if kind in ("greater_than_equal", "less_than_equal"):
        return ScenarioError(f"{name} = {_short(value)} is impossible{_allowed(form, name)}.")
    if kind == "too_short":
        return ScenarioError(f"{name} = {_short(value)} is empty: {error['ctx']['min_length']} or more are needed.")
    return ScenarioError(f"{name} = {_short(value)}: {error['msg'][0].lower() + error['msg'][1:]}.")


def _of_pydantic(key):
    """Branches of a union are named in pydantic's path, but stand in no file."""
    return isinstance(key, str) and "[" in key


def _form_around(form, keys):
    """The form that holds the last of these keys: that of an event, where they lead into one."""
    for key in keys[:-1]:
        inner = getattr(form, "inner", {}).get(key)
        form = inner or form
    return form


def _allowed(form, name):
    """What is possible, where a field says so."""
    field = form.model_fields.get(name)
    ends = {type(mark).__name__: mark for mark in (field.metadata if field else ())}
    if not {"Ge", "Le"} <= set(ends):
        return ""
    return f": between {ends['Ge'].ge:,} and {ends['Le'].le:,}"


def _short(value):
    text = repr(value)
    return text if len(text) < 60 else text[:57] + "…"

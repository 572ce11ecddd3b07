"""How a file's form is checked: its keys and types, and one message in this project's words for the first that is wrong.

What is asked for is read from the form itself: kinds, alternatives, ends of a number, and what a key means.
"""

from types import UnionType
from typing import Annotated, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ValidationError

from sim.core.errors import ScenarioError, nearest, unknown
from sim.core.reading import located

_KINDS = {int: "a whole number", float: "a number", str: "text", list: "a list", bool: "true or false"}
_LINES = "'name: value' lines"
_BEYOND_AN_END = ("greater_than_equal", "less_than_equal", "greater_than", "less_than")


def checked(form, what, data, lines, file, short="a number"):
    """The keys of a form with their types; `what` is how messages call it. Errors: ScenarioError with file and line.

    `short` is what a form within this one may be given as instead.
    """
    try:
        return form.model_validate(data)
    except ValidationError as error:
        keys, said = first_wrong(error, form, what, short)
        with located(file, lines, keys):
            raise said from None


def first_wrong(error, form, what, short):
    """(keys that lead to it in the file, ScenarioError) of the finding of pydantic that is told.

    That is a name that is not known, if there is one: what is missing may stand there with a slip in it.
    """
    found = error.errors()
    told = next((one for one in found if one["type"] == "extra_forbidden"), found[0])
    spot = _spot(form, told["loc"])
    return spot.keys, _said(told, spot, what if spot.around is form else ".".join(map(str, spot.keys[:-1])), short)


class _Spot(NamedTuple):
    """Where in a file something is wrong, and what is asked for there."""

    keys: tuple
    around: type  # the form that holds the last key
    meaning: str  # of the nearest key of a form
    kind: object


def _spot(form, path):
    """Follows pydantic's path into a form, up to where it names a branch of alternatives, which stands in no file."""
    spot = _Spot((), form, "", form)
    for key in path:
        keys, inner = (*spot.keys, key), _bare(spot.kind)
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            field = inner.model_fields.get(key)
            spot = _Spot(keys, inner, field.description if field else "", field and Annotated[field.annotation, field])
        elif get_origin(inner) in (list, dict):
            spot = spot._replace(keys=keys, kind=get_args(inner)[-1])
        else:
            return spot
    return spot


def _said(error, spot, what, short):
    """A pydantic finding in the words of this project."""
    name, kind, value = ".".join(map(str, spot.keys)), error["type"], error.get("input")
    if kind == "extra_forbidden":
        return unknown("key", spot.keys[-1], spot.around.model_fields, what)
    if kind == "missing":
        return ScenarioError(f"'{name}' is missing: {spot.meaning}.")
    if get_origin(_bare(spot.kind)) is Literal:
        return unknown(f"choice for {name}", value, get_args(_bare(spot.kind)), name)
    if kind.endswith("_type") or kind == "literal_error":
        near = nearest(value, _words(spot.kind)) if isinstance(value, str) else ""
        return ScenarioError(f"{name} = {_short(value)} is not {_asked(spot.kind, short)}{_allowed(spot)}.{near}")
    if kind in _BEYOND_AN_END:
        return ScenarioError(f"{name} = {_short(value)} is impossible{_allowed(spot)}.")
    if kind == "too_short":
        least = error["ctx"]["min_length"]
        needed = "at least one is asked for" if least == 1 else f"{least} or more are needed"
        return ScenarioError(f"{name} = {_short(value)}: {needed}{_allowed(spot)}.")
    said = error["msg"].removeprefix("Value error, ")
    return ScenarioError(f"{name} = {_short(value)}: {said[0].lower() + said[1:]}{_in_brackets(spot.meaning)}.")


def _bare(kind):
    """A kind without its marks, and without None where nothing may be said."""
    if get_origin(kind) is Annotated:
        return _bare(get_args(kind)[0])
    others = _alternatives(kind)
    return _bare(others[0]) if len(others) == 1 and others[0] is not kind else kind


def _alternatives(kind):
    """The kinds of which one is asked for, None apart."""
    several = get_origin(kind) in (Union, UnionType)
    return [one for one in get_args(kind) if one is not type(None)] if several else [kind]


def _marks(kind):
    """What is declared with a kind or one of its alternatives: ends of a number, what stands for a form."""
    if get_origin(kind) is Annotated:
        inner, *marks = get_args(kind)
        return [one for mark in marks for one in getattr(mark, "metadata", [mark])] + _marks(inner)
    return [mark for one in _alternatives(kind) if one is not kind for mark in _marks(one)]


def _words(kind):
    """Words that may stand for a value of a kind."""
    return [word for one in _alternatives(_bare(kind)) if get_origin(one) is Literal for word in get_args(one)]


def _asked(kind, short):
    """The kinds of value asked for, in words."""
    others = [_bare(one) for one in _alternatives(_bare(kind))]
    named = [_KINDS.get(get_origin(one) or one, _LINES) for one in others if get_origin(one) is not Literal]
    first = [short] if any(isinstance(mark, BeforeValidator) for mark in _marks(kind)) else _words(kind)
    return " or ".join([*first, *named])


def _allowed(spot):
    """What is possible: the ends of a number, else what the key means."""
    ends = {end: getattr(mark, end) for mark in _marks(spot.kind) for end in ("ge", "gt", "le") if hasattr(mark, end)}
    if "le" not in ends or len(ends) < 2:
        return _in_brackets(spot.meaning)
    low = f"between {ends['ge']:,.10g} and" if "ge" in ends else f"above {ends['gt']:,.10g} and at most"
    return f": {low} {ends['le']:,.10g}"


def _in_brackets(meaning):
    return f" ({meaning})" if meaning else ""


def _short(value):
    text = repr(value)
    return text if len(text) < 60 else text[:57] + "…"

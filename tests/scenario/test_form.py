"""What is asked for is read from the form: alternatives, forms within forms and lists, ends of a number, what a key means."""

from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

import sim
from sim.form import checked, first_wrong

STRICT = ConfigDict(extra="forbid", strict=True)


class Leaf(BaseModel):
    model_config = STRICT

    weight: float | None = Field(None, gt=0, le=3, description="in grams")


class Twig(BaseModel):
    model_config = STRICT

    leaves: list[Leaf] = Field(default_factory=list, description="from below")
    at: Literal["end", "side"] | int | None = Field(None, description="where it grows")


def _short(value):
    return {"at": value} if isinstance(value, int) else value


class Tree(BaseModel):
    model_config = STRICT

    twigs: dict[str, Annotated[Twig, BeforeValidator(_short)]] = Field(default_factory=dict, description="by name")
    rings: Annotated[int, Field(ge=1, le=5000)] | list[dict[str, Any]] | None = Field(None, description="one a year")


WRONG = {
    "a slip in a form of a list of a form": (
        {"twigs": {"low": {"leaves": [{}, {"wight": 1}]}}},
        "There is no key 'wight'. Did you mean 'weight'? twigs.low.leaves.1 lists: weight.",
    ),
    "an end that is left out": (
        {"twigs": {"low": {"leaves": [{"weight": 0}]}}},
        "twigs.low.leaves.0.weight = 0 is impossible: above 0 and at most 3.",
    ),
    "neither a word nor a number": (
        {"twigs": {"low": {"at": "ende"}}},
        "twigs.low.at = 'ende' is not end or side or a whole number (where it grows). Did you mean 'end'?",
    ),
    "what may be short": (
        {"twigs": {"low": "up"}},
        "twigs.low = 'up' is not a number or 'name: value' lines (by name).",
    ),
    "what may not": ({"twigs": {"low": {"leaves": [3]}}}, "leaves.0 = 3 is not 'name: value' lines (from below)."),
    "ends of one of two": ({"rings": 0}, "rings = 0 is impossible: between 1 and 5,000."),
    "neither of two": ({"rings": "x"}, "rings = 'x' is not a whole number or a list: between 1 and 5,000."),
    "a key called as a kind": ({"int": 3}, "There is no key 'int'. Did you mean 'rings'? A tree lists: rings, twigs."),
    "a twig called as a kind": (
        {"twigs": {"int": {"at": []}}},
        "twigs.int.at = [] is not end or side or a whole number",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_named_by_its_place_with_what_is_allowed(name):
    data, said = WRONG[name]
    with pytest.raises(sim.ScenarioError) as refused:
        checked(Tree, "A tree", data, {}, None)
    assert said in str(refused.value)


def test_the_line_is_that_of_the_key_or_of_what_it_would_stand_in():
    lines = {("twigs",): 1, ("twigs", "low"): 2, ("twigs", "low", "at"): 3}
    for twig, line in (({"at": "x"}, 3), ({"leaf": []}, 2)):
        with pytest.raises(sim.ScenarioError, match=rf"^tree\.yaml:{line}: "):
            checked(Tree, "A tree", {"twigs": {"low": twig}}, lines, "tree.yaml")


def test_a_reader_says_what_stands_for_a_form():
    with pytest.raises(ValueError) as wrong:
        Tree.model_validate({"twigs": {"low": "up"}})
    keys, said = first_wrong(wrong.value, Tree, "A tree", short="a week")
    assert keys == ("twigs", "low") and "is not a week or 'name: value' lines" in str(said)

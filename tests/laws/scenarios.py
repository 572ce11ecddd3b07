"""Scenarios made up at random, and what the tests of the laws share."""

from hypothesis import settings
from hypothesis import strategies as st

from sim.core.intervention import GROUPS
from sim.interventions import INTERVENTIONS
from sim.numbers import NUMBERS
from sim.place import PARTS
from sim.world import AGENTS

EVERYTHING = {name: {} for name in INTERVENTIONS if name != "routine"}  # each at its ordinary dose
OFTEN = settings(derandomize=True, max_examples=25, deadline=None)


def _between(low, high):
    """A number as people write it, with three digits after the point."""
    return st.floats(low, high).map(lambda value: min(high, max(low, round(value, 3))))


def _one_of(number):
    """A word where there are words to choose from, else what is plausible and possible."""
    if number.choices:
        return st.sampled_from(number.choices)
    return _between(max(number.low, number.floor), min(number.high, number.ceiling))


@st.composite
def _dose(draw, name):
    given = {}
    for dose, number in INTERVENTIONS[name].Dose.declared.items():
        if draw(st.booleans()):
            given[dose] = draw(_one_of(number))
    given["for_whom"] = draw(st.sampled_from(GROUPS))
    given["from_week"] = draw(st.integers(1, 30))
    if draw(st.booleans()):
        given["until_week"] = draw(st.integers(given["from_week"], 60))
    return given


@st.composite
def _part(draw, name):
    numbers = PARTS[name].declared
    names = draw(st.lists(st.sampled_from(sorted(numbers)), unique=True, max_size=3))
    return {n: draw(_one_of(numbers[n])) for n in names}


@st.composite
def _numbers(draw):
    known = [f"{group}.{n}" for group in NUMBERS for n in NUMBERS[group].declared]
    chosen = draw(st.lists(st.sampled_from(known), unique=True, max_size=6))
    return {dotted: draw(_one_of(_declared(dotted))) for dotted in chosen}


def _declared(dotted):
    group, _, name = dotted.partition(".")
    return NUMBERS[group].declared[name]


@st.composite
def scenarios(draw, funded=None):
    """A small scenario that the checker accepts: everything in it within what is plausible."""
    doings = draw(st.lists(st.sampled_from(sorted(EVERYTHING)), unique=True, max_size=len(EVERYTHING)))
    strategy = {name: draw(_dose(name)) for name in doings}
    strategy["funded"] = draw(st.booleans()) if funded is None else funded
    return {
        "place": draw(st.sampled_from(("us_preschool", "us_kindergarten"))),
        "families": draw(st.integers(1, 80)),
        "weeks": draw(st.integers(1, 60)),
        "strategy": strategy,
        "policy": draw(_part("policy")),
        "culture": draw(_part("culture")),
        "budget": draw(_part("budget")),
        "numbers": draw(_numbers()),
        "replicates": 1,
    }


def differences(one, other, without=()):
    """Names of the columns in which two worlds differ, to the last bit."""
    differing = []
    for name, kind in AGENTS.items():
        a, b = getattr(one.tables, name), getattr(other.tables, name)
        for column in kind.declared:
            dotted = f"{name}.{column}"
            if dotted not in without and name not in without and a[column].tobytes() != b[column].tobytes():
                differing.append(dotted)
    return differing

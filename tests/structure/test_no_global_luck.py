"""Luck comes from `sim.core.chance` and time from the calendar of the place: nothing else may decide what happens."""

import ast
from pathlib import Path

import pytest

SIM = Path(__file__).parents[2] / "sim"
MODULES = {"random", "secrets", "numpy.random"}
CALLS = {"np.random", "numpy.random", "datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time"}


def luck_and_clocks(tree):
    """The global generators and clocks a source uses, with their lines."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, a.name) for a in node.names if a.name in MODULES)
        elif isinstance(node, ast.ImportFrom):
            names = {f"{node.module}.{a.name}" for a in node.names} | {node.module}
            yield from ((node.lineno, name) for name in names if name in MODULES)
        elif isinstance(node, ast.Attribute):
            dotted = ".".join(ast.unparse(node).split(".")[-2:])
            yield from [(node.lineno, dotted)] if dotted in CALLS else []


@pytest.mark.parametrize("file", sorted(SIM.rglob("*.py")), ids=lambda f: f.relative_to(SIM).as_posix())
def test_nothing_draws_outside_chance_and_nothing_asks_the_clock(file):
    assert not list(luck_and_clocks(ast.parse(file.read_text(encoding="utf-8"))))


@pytest.mark.parametrize(
    "source",
    [
        "import random",
        "from random import random",
        "from numpy import random",
        "import numpy.random as r",
        "np.random.rand()",
        "datetime.datetime.now()",
        "datetime.now()",
        "from numpy.random import default_rng",
        "time.time()",
    ],
)
def test_the_test_sees_a_breach(source):
    assert list(luck_and_clocks(ast.parse(source)))

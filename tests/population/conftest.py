"""One drawn population, shared by the tests of this folder."""

from pathlib import Path

import pytest

from sim.numbers import numbers_with
from sim.population.draw import draw
from sim.population.figures import read_figures

US = Path(__file__).parents[2] / "configs" / "places" / "us"


@pytest.fixture(scope="session")
def place():
    return read_figures(US)


@pytest.fixture(scope="session")
def numbers():
    return numbers_with({})


@pytest.fixture(scope="session")
def drawn(place, numbers):
    """Fifty thousand families, drawn once."""
    return draw(place, 50_000, 1, numbers)

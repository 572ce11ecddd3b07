"""A folder lists what its files define: in order of their names, and nothing they only import."""

import importlib
import sys

import pytest

from sim.core.gather import gather


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package of two files, of which the second uses a function of the first."""
    folder = tmp_path / "gathered_here"
    folder.mkdir()
    (folder / "__init__.py").write_text("def inside(): pass\n")
    (folder / "b.py").write_text("from gathered_here.a import one\ndef two(): pass\nnumber = 2\n")
    (folder / "a.py").write_text("def one(): pass\n")
    (folder / "notes.txt").write_text("not Python")
    monkeypatch.syspath_prepend(tmp_path)
    yield importlib.import_module("gathered_here")
    for name in [name for name in sys.modules if name.startswith("gathered_here")]:
        del sys.modules[name]


def test_each_thing_is_listed_once_with_its_file(package):
    found = [(file, thing.__name__) for file, thing in gather("gathered_here", package.__path__, callable)]
    assert found == [("a", "one"), ("b", "two")]


def test_only_what_is_wanted_is_listed(package):
    assert list(gather("gathered_here", package.__path__, lambda thing: thing == 2)) == [("b", 2)]

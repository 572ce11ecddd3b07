"""Every file can be imported by itself: a name that moved is missed here, not by a user."""

import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = [
    ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for top in ("sim", "experiments")
    for file in sorted((ROOT / top).rglob("*.py"))
    if file.name != "__main__.py"
]


@pytest.mark.parametrize("module", MODULES)
def test_a_file_can_be_imported(module):
    assert importlib.import_module(module).__doc__

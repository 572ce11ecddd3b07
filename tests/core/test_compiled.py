"""Compiled code is kept for one state of the source, where a user may write, and used by the next process."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from sim.core import compiled

ROOT = Path(__file__).parents[2]


@pytest.fixture
def a_copy(tmp_path, monkeypatch):
    """A copy of the source that may be changed."""
    shutil.copytree(ROOT / "sim", tmp_path / "sim", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(compiled, "_SIM", tmp_path / "sim")
    return tmp_path / "sim"


def test_the_cache_lies_outside_of_the_package():
    assert not compiled.CACHE.resolve().is_relative_to(ROOT / "sim")
    assert not compiled.CACHE.resolve().is_relative_to(ROOT / "results")


def test_the_same_source_has_the_same_cache(a_copy):
    before = compiled._state_of_the_source()
    for file in a_copy.rglob("*.py"):
        os.utime(file)
    assert compiled._state_of_the_source() == before


def test_a_copy_elsewhere_has_a_cache_of_its_own(a_copy, monkeypatch):
    """Numba compiles for where a file lies: found in a cache they share, a copy would pass for compiled that is not."""
    before = compiled._state_of_the_source()
    shutil.copytree(a_copy, a_copy.with_name("other"))
    monkeypatch.setattr(compiled, "_SIM", a_copy.with_name("other"))
    assert compiled._state_of_the_source() != before


@pytest.mark.parametrize("change", ["edited", "added", "removed", "renamed"])
def test_a_change_of_a_rule_leaves_the_cache_behind(a_copy, change):
    before = compiled._state_of_the_source()
    file = a_copy / "rules" / "trust.py"
    if change == "edited":
        file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    elif change == "added":
        (a_copy / "rules" / "tomorrow.py").write_text("")
    elif change == "removed":
        file.unlink()
    else:
        file.rename(file.with_name("mistrust.py"))
    assert compiled._state_of_the_source() != before


def test_only_the_folders_the_cache_knows_compile():
    compiling = {
        file.relative_to(ROOT / "sim").parts[0]
        for file in (ROOT / "sim").rglob("*.py")
        if "core.compiled import" in file.read_text(encoding="utf-8") and file.parent != ROOT / "sim"
    }
    assert compiling <= set(compiled._COMPILED)


@pytest.mark.skipif(compiled.plain_python, reason="a step is then an ordinary function")
def test_a_step_refuses_to_be_called_from_python():
    """It has no wrapper for Python; called all the same, it would end the process."""
    two_more = compiled.step(lambda families: families + 2)
    with pytest.raises(TypeError, match="py_func"):
        two_more(1)
    assert two_more.py_func(1) == 3


def test_another_numba_has_another_cache(monkeypatch):
    before = compiled._state_of_the_source()
    monkeypatch.setattr(compiled.numba, "__version__", "0.0")
    assert compiled._state_of_the_source() != before


def test_the_folder_asked_for_is_used(tmp_path, monkeypatch):
    monkeypatch.setenv("FAMSCHOOL_CACHE", str(tmp_path / "mine"))
    assert compiled._cache_folder().parent == tmp_path / "mine"


@pytest.mark.skipif(compiled.plain_python, reason="nothing is compiled then")
def test_what_was_compiled_of_files_that_were_put_in_place_anew_does_not_count(a_copy, tmp_path, monkeypatch):
    """Numba compiles it again, and would do so with one process and without a word."""
    monkeypatch.setattr(compiled, "CACHE", tmp_path / "cache")
    there = tmp_path / "cache" / "week_0a1b" / "order.live_weeks-90.py311.nbi"
    there.parent.mkdir(parents=True)
    assert not compiled.is_compiled_already()
    there.touch()
    assert compiled.is_compiled_already()
    later = there.stat().st_mtime + 1.0
    os.utime(a_copy / "week" / "order.py", (later, later))
    assert not compiled.is_compiled_already()


def test_where_nothing_can_be_written_a_temporary_folder_serves(tmp_path, monkeypatch):
    (tmp_path / "a_file").write_text("no folder")
    monkeypatch.setenv("FAMSCHOOL_CACHE", str(tmp_path / "a_file"))
    assert compiled._cache_folder().is_relative_to(tempfile.gettempdir())
    assert compiled._cache_folder().name == compiled._state_of_the_source()


DRAW = """
import json
from sim.core.chance import chance
value = chance(1, 2, 3, 4)
print(json.dumps([value, sum(chance.stats.cache_hits.values()), sum(chance.stats.cache_misses.values())]))
"""


def test_a_second_process_compiles_nothing(tmp_path):
    environment = os.environ | {"FAMSCHOOL_CACHE": str(tmp_path), "NUMBA_DISABLE_JIT": "0"}

    def draw():
        done = subprocess.run([sys.executable, "-c", DRAW], cwd=ROOT, env=environment, capture_output=True, check=True)
        return json.loads(done.stdout), {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*.nb?")}

    (first, hits, misses), left_behind = draw()
    assert (hits, misses) == (0, 1) and left_behind
    (second, hits, misses), still_there = draw()
    assert (hits, misses) == (1, 0)
    assert still_there == left_behind and second == first

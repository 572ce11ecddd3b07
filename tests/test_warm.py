"""Two processes compile the model together, and nothing is left to compile afterwards."""

import os
import subprocess
import sys
from pathlib import Path

import numba
import pytest

from sim import warm
from sim.core.compiled import CACHE, plain_python
from sim.run import simulate

ROOT = Path(__file__).parents[1]
COMPILED_BEFORE = """
import sim
from sim.core.compiled import CACHE
written = lambda: {str(file): file.stat().st_mtime_ns for file in CACHE.rglob("*.nb?")}
before = written()
sim.simulate_pair({"place": "us_preschool", "families": 40, "weeks": 4, "strategy": {"messages": {}}})
sim.simulate_pair({"place": "us_preschool", "families": 300, "weeks": 60, "strategy": {name: {} for name in sim.INTERVENTIONS}})
print(before == written() and bool(before))
"""


def test_what_is_compiled_for_nobody_fits_every_run():
    run = simulate({"place": "us_preschool", "families": 20, "weeks": 1, "strategy": {"messages": {}}})
    assert numba.typeof(warm.empty_tables()) == numba.typeof(run.world.tables)


def test_what_institutions_ask_is_compiled_for_what_they_ask_with():
    """Else it would be compiled twice, the first time for nothing."""
    warm._live_with_institutions()
    for loop, arguments in warm._loops(warm.empty_tables()).items():
        assert tuple(map(numba.typeof, arguments)) in loop.signatures, loop.__name__


def test_the_second_process_compiles_what_there_is():
    tables = warm.empty_tables()
    assert set(warm.PHASES) < {phase.__name__ for phase in warm._phases(tables)}
    assert set(warm.LOOPS) < {loop.__name__ for loop in warm._loops(tables)}


@pytest.mark.skipif(plain_python, reason="without the compiler, nothing is compiled twice")
def test_no_phase_is_compiled_twice():
    """A plain 0 handed on is a kind of its own: the whole week was once compiled for it, and never used."""
    warm.compile_once(print)
    twice = {
        loop.__name__: files
        for loop in (*warm._phases(None), *warm._loops(warm.empty_tables()))
        if len(files := sorted(file.name for file in CACHE.rglob(f"*.{loop.__name__}-*.nbc"))) != 1
    }
    assert not twice


def test_only_finished_phases_are_taken_over(tmp_path, monkeypatch):
    monkeypatch.setattr(warm, "CACHE", tmp_path / "cache")
    (tmp_path / "cache").mkdir()
    there = tmp_path / "aside" / "state" / "week_1"
    there.mkdir(parents=True)
    for name in ("spread.listen-17.py311.nbi", "spread.listen-17.py311.1.nbc", "spread.hear-3.py311.nbi"):
        (there / name).touch()
    warm._take_over(warm.PHASES, tmp_path / "aside")
    taken = sorted(file.name for file in (tmp_path / "cache" / "week_1").iterdir())
    assert taken == ["spread.listen-17.py311.1.nbc", "spread.listen-17.py311.nbi"]


def test_what_only_institutions_need_waits_until_it_is_asked_for(tmp_path, monkeypatch):
    done = []
    monkeypatch.setattr(warm, "CACHE", tmp_path)
    monkeypatch.setattr(warm, "is_compiled_already", lambda loop: loop in done)
    monkeypatch.setattr(warm, "_compile_week", lambda institutions: done.append("live_weeks"))
    monkeypatch.setattr(warm, "_live_with_institutions", lambda: done.append(warm.LAST))
    said = []
    warm.compile_once(said.append, institutions=False)
    assert (done, len(said)) == (["live_weeks"], 1)
    warm.compile_once(said.append)
    assert (done, len(said)) == (["live_weeks", warm.LAST], 2)


def test_nothing_is_said_when_all_is_compiled(monkeypatch):
    monkeypatch.setattr(warm, "is_compiled_already", lambda loop: True)
    warm.compile_once(lambda words: pytest.fail(words))


@pytest.mark.slow
@pytest.mark.parametrize("second", ["works", "cannot start"])
def test_afterwards_a_run_compiles_nothing(tmp_path, second):
    own = os.environ | {"FAMSCHOOL_CACHE": str(tmp_path)}
    (tmp_path / CACHE.name / "aside_killed").mkdir(parents=True)
    start = "import sim, sim.warm, sys\n" + ("" if second == "works" else "sys.executable = '/nowhere'\n")
    say = "sim.compile_once(print)"
    said = subprocess.run([sys.executable, "-c", start + say], cwd=ROOT, env=own, capture_output=True, text=True)
    assert (said.returncode, said.stdout.count("\n")) == (0, 1), said.stderr
    run = subprocess.run([sys.executable, "-c", COMPILED_BEFORE], cwd=ROOT, env=own, capture_output=True, text=True)
    assert run.stdout.strip() == "True", run.stderr
    assert not [folder for folder in next(tmp_path.iterdir()).iterdir() if folder.name.startswith("aside")]

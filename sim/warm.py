"""Compile the model before its first run: `python -m sim.warm`. A second process takes on half of the week's phases."""

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from sim.core.compiled import CACHE, compile_for, is_compiled_already

ANY, SEED = {"place": "us_preschool", "strategy": {}, "families": 20, "weeks": 1}, 1
# The second process's phases: they take about as long as all else that can be done beside them.
HALF = ("answer", "home", "meet", "classroom", "listen", "remember")


def compile_once(say, institutions=True):
    """Compile what a run needs, unless that is done; `say` tells whoever waits.

    `institutions`: also what only committees, evaluations and hubs need, which takes half as long again.
    """
    parts = {"live_weeks": _compile_week} | ({"look_back": _compile_institutions} if institutions else {})
    if all(is_compiled_already(loop) for loop in parts):
        return
    from filelock import FileLock

    say("Compiling the model, once (about half a minute) …")
    CACHE.mkdir(parents=True, exist_ok=True)
    with FileLock(CACHE / ".lock"):  # who comes meanwhile waits, and then finds it done
        for loop, compile_it in parts.items():
            if not is_compiled_already(loop):
                compile_it()


def _compile_institutions():
    from sim.interventions import INTERVENTIONS
    from sim.run import simulate_pair

    simulate_pair(ANY | {"families": 100, "weeks": 104, "strategy": {name: {} for name in INTERVENTIONS}})


def _compile_week():
    """The second process has a folder of its own: two that write into one would spoil each other's work."""
    from sim.run import simulate_pair

    for left in CACHE.glob("aside*"):  # by one that was killed
        shutil.rmtree(left, ignore_errors=True)
    with TemporaryDirectory(dir=CACHE, prefix="aside") as aside:
        second = _second_process(aside)
        _compile_phases(set(_phases()) - set(HALF), _planned_tables())
        if second is not None:
            second.wait()
        _take_over(Path(aside))
    simulate_pair(ANY)


def _second_process(aside):
    """Compiles its half. What it leaves undone, killed or unable to start, the first compiles after all."""
    quiet = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
    with suppress(OSError):
        return subprocess.Popen(
            [sys.executable, "-m", "sim.warm", "half"], env=os.environ | {"FAMSCHOOL_CACHE": aside}, **quiet
        )


def _take_over(aside):
    for phase in HALF:
        for file in sorted(aside.rglob(f"*.{phase}-*")):
            goal = CACHE / file.parent.name / file.name
            goal.parent.mkdir(exist_ok=True)
            shutil.move(file, goal)


def _planned_tables():
    """A few families drawn and their first term planned, which compiles what comes before the week."""
    from sim.numbers import for_the_week
    from sim.population.habits import settle_habits
    from sim.scenario import read_scenario
    from sim.term import BEFORE, plan_term
    from sim.world import World, new_tables

    scenario = read_scenario(ANY)
    place, arm, numbers = scenario.place, scenario.baseline, scenario.numbers
    drawn = place.drawn(arm.culture, scenario.families, SEED, numbers)
    world = World(new_tables(*drawn, place.school_weeks()), numbers, SEED, BEFORE)
    settle_habits(world.tables, arm.culture, SEED, for_the_week(numbers))
    plan_term(world, arm, place, BEFORE, BEFORE)
    return world.tables


def empty_tables():
    """Tables with nobody in them: what is compiled for them fits every run, as columns are always of the same kinds."""
    from sim.world import AGENTS, new_tables

    drawn = ("families", "children", "teachers", "attention", "preschools", "ties", "organisations", "partnerships")
    return new_tables(*(AGENTS[kind].with_rows(1) for kind in drawn), np.ones(52))


def _phases():
    """The phases of the week by name, and the two that do more than go through it."""
    from sim.week.grow import remember
    from sim.week.order import WEEK
    from sim.week.record import record

    return {phase.__name__: phase for phase in (*WEEK, record, remember)}


def _compile_phases(names, tables):
    from sim.numbers import for_the_week, numbers_with

    p = for_the_week(numbers_with({}))[0]
    for name in sorted(names):
        compile_for(_phases()[name], tables, p, SEED, 1, 0, 1)


if __name__ == "__main__":
    if sys.argv[1:] == ["half"]:
        _compile_phases(HALF, empty_tables())
    else:
        compile_once(partial(print, flush=True))

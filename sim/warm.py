"""Compile the model before its first run: `python -m sim.warm`. A second process takes on half of the work."""

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
# What the second process takes on, which is about as long as all else that is done beside it: phases of the week, and then,
# while the first makes a week of all phases, loops that only institutions need.
PHASES = ("answer", "home", "meet", "classroom", "listen", "remember")
LOOPS = ("look_back", "remember_the_term", "vote", "describe", "chances_of_coming")
LAST = "meet_one_another"  # of what institutions need, compiled by a run at the end


def compile_once(say, institutions=True):
    """Compile what a run needs, unless that is done; `say` tells whoever waits.

    `institutions`: also what only committees, evaluations and hubs need.
    """
    if _is_done(institutions):
        return
    from filelock import FileLock

    say("Compiling the model, once (about half a minute) …")
    CACHE.mkdir(parents=True, exist_ok=True)
    with FileLock(CACHE / ".lock"):  # who comes meanwhile waits, and then finds it done
        if not is_compiled_already("live_weeks"):
            _compile_week(institutions)
        if not _is_done(institutions):
            _live_with_institutions()


def _is_done(institutions):
    return is_compiled_already("live_weeks") and (is_compiled_already(LAST) or not institutions)


def _live_with_institutions():
    from sim.interventions import INTERVENTIONS
    from sim.run import simulate_pair

    simulate_pair(ANY | {"families": 100, "weeks": 104, "strategy": {name: {} for name in INTERVENTIONS}})


def _compile_week(institutions):
    """The second process has a folder of its own: two that write into one would spoil each other's work."""
    from sim.run import simulate_pair

    for left in CACHE.glob("aside*"):  # by one that was killed
        shutil.rmtree(left, ignore_errors=True)
    with TemporaryDirectory(dir=CACHE, prefix="aside") as aside:
        second = _second_process(aside, institutions)
        _compile(_phases(_planned_tables()), but=PHASES)
        if second is not None:
            second.stdout.readline()  # its phases are done, or it is gone
        _take_over(PHASES, Path(aside))
        simulate_pair(ANY)
        if institutions:
            _compile(_loops(empty_tables()), but=LOOPS)
        if second is not None:
            second.communicate()
        _take_over(LOOPS, Path(aside))


def _second_process(aside, institutions):
    """Compiles its half. What it leaves undone, killed or unable to start, the first compiles after all."""
    asked = [sys.executable, "-m", "sim.warm", "half", *(["institutions"] if institutions else [])]
    quiet = dict.fromkeys(("stdin", "stderr"), subprocess.DEVNULL)
    with suppress(OSError):
        return subprocess.Popen(asked, env=os.environ | {"FAMSCHOOL_CACHE": aside}, stdout=subprocess.PIPE, **quiet)


def _second_half(institutions):
    """What the second process does; a line says that its phases are done."""
    tables = empty_tables()
    _compile(_phases(tables), only=PHASES)
    print("phases", flush=True)
    if institutions:
        _compile(_loops(tables), only=LOOPS)


def _take_over(names, aside):
    for name in names:
        for file in sorted(aside.rglob(f"*.{name}-*")):
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


def _phases(tables):
    """The phases of the week, and the two that do more than go through it, each with what it is called with."""
    from sim.numbers import for_the_week, numbers_with
    from sim.week.grow import remember
    from sim.week.order import WEEK
    from sim.week.record import record

    p = for_the_week(numbers_with({}))[0]
    return {phase: (tables, p, SEED, 1, 0, 1) for phase in (*WEEK, record, remember)}


def _loops(t):
    """What institutions do to pairs of families outside the week, each with what it is called with."""
    from sim.numbers import for_the_week, numbers_with
    from sim.rules.evaluation import Evaluation
    from sim.week.committee import describe, sit
    from sim.week.committee_fund import vote
    from sim.week.look_back import Answers, Offers, look_back, remember_the_term
    from sim.week.would_come import chances_of_coming

    numbers, rows, each = for_the_week(numbers_with({})), np.zeros(1, np.int64), np.zeros(1)
    roster, schools = (rows, rows), rows
    answers, offers = Answers(each > 0.0, each, each, np.zeros((1, 6))), Offers(each, each, each, rows)
    return {
        look_back: (t, Evaluation(), *roster, schools, answers, offers),
        remember_the_term: (t.families, t.evaluations, *roster, schools, 1),
        sit: (t, numbers, SEED, *roster, schools, 1),
        vote: (t.families, t.ties, numbers, *roster, rows),
        describe: (t.families, t.committees, *roster, schools),
        chances_of_coming: (t, numbers, 1, each),
    }


def _compile(loops, only=None, but=()):
    for loop, arguments in loops.items():
        if loop.__name__ not in but and (only is None or loop.__name__ in only):
            compile_for(loop, *arguments)


if __name__ == "__main__":
    if sys.argv[1:2] == ["half"]:
        _second_half(institutions="institutions" in sys.argv)
    else:
        compile_once(partial(print, flush=True))

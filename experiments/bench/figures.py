"""The figures of `famschool bench`: each is the best of a few tries, so that what else the machine does counts least."""

import json
import os
import pickle
import subprocess
import sys
import tempfile
from pathlib import Path

import sim
from experiments.bench.clock import now
from experiments.bench.two_cores import two_core_speedup
from sim.run import Life
from sim.week.order import live_weeks

SCENARIO = {"place": "us_preschool", "at": "end", "replicates": 1}
EVERYTHING = {name: {} for name in sim.INTERVENTIONS}  # the whole model: every intervention at its ordinary dose
FIVE = {
    name: {} for name in ("messages", "home_visits", "talks", "parent_school", "joint_activities")
}  # as people mix them
SAME = 1e-9


def figures(step=lambda done: None):
    """All of them, under the names of the JSON."""
    _seconds_of_weeks(300, weeks=2, tries=1)  # what is compiled or loaded once is not the model's speed
    fast = _nanoseconds(300, tries=15)
    step(1)
    slow = _nanoseconds_of_mesa()
    step(2)
    same = mesa_equals_fast()
    step(3)
    large = growth()
    step(4)
    sooner = two_core_speedup()
    step(5)
    return {
        "mesa_ratio": slow / fast,
        "mesa_ns_per_family_week": slow,
        "mesa_equals_fast": same,
        "ns_per_family_week": fast,
        "ms_300x156": 1e3 * _seconds_of_a_run(EVERYTHING),
        "ms_300x156_of_five": 1e3 * _seconds_of_a_run(FIVE),
        "bytes_per_family": bytes_per_family(),
        "growth_300_to_300000": large,
        "two_core_speedup": sooner,
    }


def _scenario(families, weeks, strategy=EVERYTHING):
    return sim.read_scenario(SCENARIO | {"families": families, "weeks": weeks, "strategy": strategy})


def _seconds_of_weeks(families, weeks, tries):
    """The least time that these weeks took; start, plans of terms and outcomes apart."""
    scenario, best = _scenario(families, weeks), float("inf")
    start = sim.settle(scenario, 1)
    for _ in range(tries):
        best = min(best, _seconds_lived(Life(scenario, 1, start.copied() if tries > 1 else start)))
    return best


def _seconds_lived(life):
    seconds = 0.0
    for first, last in life._ends.items():
        life._open(first)
        began = now()
        live_weeks(life.world.tables, life._numbers, life.seed, first, last, True)
        seconds += now() - began
        life.world.week = last
    return seconds


def _nanoseconds(families, tries, weeks=52):
    return 1e9 * _seconds_of_weeks(families, weeks, tries) / families / weeks


def growth(small=300, large=300_000, weeks=10, tries=3):
    """Time a family and week of many families against few, their weeks alone; tried in turn, the best of each taken."""
    starts = {families: sim.settle(_scenario(families, weeks), 1) for families in (small, large)}
    best = dict.fromkeys(starts, float("inf"))
    for _ in range(tries):
        for families, start in starts.items():
            for _ in range(15 if families == small else 1):
                lived = _seconds_lived(Life(_scenario(families, weeks), 1, start.copied()))
                best[families] = min(best[families], lived / families)
    return best[large] / best[small]


def _seconds_of_a_run(strategy, tries=25):
    """300 families and 156 weeks, the year before, plans and outcomes included."""
    scenario, best = _scenario(300, 156, strategy), float("inf")
    for seed in range(1, tries + 1):
        began = now()
        sim.measure(sim.simulate(scenario, seed).measured)
        best = min(best, now() - began)
    return best


def bytes_per_family(families=3000):
    """All tables of a run that lives a year, a family."""
    tables = sim.simulate(_scenario(families, 52), 1).world.tables
    return sum(getattr(tables, name).nbytes for name in tables._fields if name not in ("weekly",)) / families


def of_mesa(families, weeks, seed, timed):
    """What the reference says: seconds of its weeks, and outcomes."""
    asked = SCENARIO | {"families": families, "weeks": weeks, "strategy": EVERYTHING}
    world = sim.settle(sim.read_scenario(asked), seed)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "asked.pickle"
        file.write_bytes(pickle.dumps({"scenario": asked, "world": world, "seed": seed, "timed": timed}))
        done = subprocess.run(
            [sys.executable, "-m", "experiments.bench.mesa_process", str(file)],
            env=os.environ | {"NUMBA_DISABLE_JIT": "1", "PYTHONPATH": str(Path(sim.__file__).resolve().parents[1])},
            capture_output=True,
            text=True,
            check=True,
        )
    return json.loads(done.stdout)


def _nanoseconds_of_mesa(families=100, weeks=52):
    return 1e9 * of_mesa(families, weeks, 1, timed=True)["seconds"] / families / weeks


def mesa_equals_fast(families=20, weeks=52, seed=3):
    """Whether both come to the same outcomes in a small school of a year, drawing the same luck."""
    fast = sim.measure(sim.simulate(_scenario(families, weeks), seed).measured)
    slow = of_mesa(families, weeks, seed, timed=False)["outcomes"]
    return [row[:3] for row in slow] == [list(row[:3]) for row in fast] and all(
        abs(a[3] - b[3]) <= SAME for a, b in zip(slow, fast, strict=True)
    )

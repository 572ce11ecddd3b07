"""Law 1 across processes: another process lives the same life to the last bit, and compiles nothing for it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sim.core.compiled import CACHE

ROOT = Path(__file__).parents[2]
LIFE = """
import hashlib, json, sim
from sim.core.compiled import CACHE
written = lambda: {str(file): file.stat().st_mtime_ns for file in CACHE.rglob("*.nb?")}
before = written()
scenario = {"place": "us_preschool", "families": 60, "weeks": 30,
            "strategy": {"messages": {}, "home_visits": {"visitor": "teacher"}, "parent_school": {}, "funded": False}}
runs = sim.simulate_pair(scenario, seed=3)
state = hashlib.sha256()
for run in runs:
    for table in (run.world.tables.families, run.world.tables.children, run.world.tables.teachers, run.world.tables.ledger):
        for column in table.dtype.names:  # the bytes between columns hold nothing
            state.update(table[column].tobytes())
    state.update(json.dumps(sim.measure(run.measured)).encode())
print(json.dumps([state.hexdigest(), before == written()]))
"""


@pytest.fixture(scope="module")
def own_cache(tmp_path_factory):
    """A copy of what is compiled, so that no other test writes into it meanwhile."""
    folder = tmp_path_factory.mktemp("cache")
    if CACHE.exists():
        shutil.copytree(CACHE, folder / CACHE.name)
    return str(folder)


def lived(hash_seed, cache):
    environment = os.environ | {"PYTHONHASHSEED": hash_seed, "FAMSCHOOL_CACHE": cache}
    done = subprocess.run(
        [sys.executable, "-c", LIFE], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def first(own_cache):
    return lived("0", own_cache)


@pytest.mark.parametrize("hash_seed", ["1", "4242"])
def test_another_process_lives_the_same_life_and_compiles_nothing(first, own_cache, hash_seed):
    state, compiled_nothing = lived(hash_seed, own_cache)
    assert state == first[0]
    assert compiled_nothing

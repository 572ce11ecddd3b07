"""Kill an experiment at random moments, parent or worker, and see that nothing is lost, doubled or different.

python -m tests.faults.killed [kills]
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pandas as pd

from experiments.study.parts import Parts
from tests.faults.one_run import main as run_here

PATIENCE = 120  # seconds


def start(folder):
    """Begin, or go on, in a process of its own; what it tells goes to a file beside."""
    command = [sys.executable, "-m", "tests.faults.one_run", str(folder)]
    with told(folder).open("w") as out, told(folder, "err").open("w") as err:
        return subprocess.Popen(command, stdout=out, stderr=err, text=True)


def told(folder, what="out"):
    return folder.with_name(f"{folder.name}.{what}")


def workers_of(process):
    """Process ids of its workers (Linux)."""
    try:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        return [int(one) for one in children if b"resource_tracker" not in Path(f"/proc/{one}/cmdline").read_bytes()]
    except OSError:
        return []


def killed_once(folder, luck):
    """Start, kill at a random moment, and check. Returns (what was killed or None, whether all was done)."""
    before, process = stored(folder), start(folder)
    wait_for_a_moment(process, folder, luck)
    victims, killed = workers_of(process), None
    if process.poll() is None:
        killed = "worker" if victims and luck.random() < 0.5 else "parent"
        kill(luck.choice(victims) if killed == "worker" else process.pid)
    process.wait(timeout=PATIENCE)
    out, err = (told(folder, what).read_text().split() for what in ("out", "err"))
    done, now = sum(int(line) for line in out if line.isdigit()), stored(folder)
    assert now >= before + done, f"lost: {before} + {done} were done, {now} are there"
    if killed == "parent":
        assert all(gone(pid) for pid in victims), "workers outlive their parent"
    else:
        assert "whole" in out and process.returncode == 0, (out, err)
    return killed, "whole" in out


def wait_for_a_moment(process, folder, luck):
    """Mostly while runs are being stored; sometimes while everything is still starting."""
    if luck.random() < 0.85:
        while process.poll() is None and not told(folder).read_text():
            time.sleep(0.005)
    moment = time.monotonic() + luck.uniform(0.0, 1.2)
    while time.monotonic() < moment and process.poll() is None:
        time.sleep(0.005)


def kill(pid):
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def gone(pid):
    """Whether a process ends within a few seconds."""
    for _ in range(1000):
        try:
            if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except OSError:
            return True
        time.sleep(0.01)
    return False


def stored(folder):
    """How many runs are there, all of them sound."""
    parts = Parts(folder / "parts").read()
    assert not parts.damaged, parts.damaged
    return len(parts.ids)


def tables(folder):
    return [pd.read_parquet(folder / f"{name}.parquet") for name in ("cases", "outcomes")]


def same(folder, undisturbed):
    """Value by value, and each case once."""
    for one, other in zip(tables(folder), undisturbed, strict=True):
        pd.testing.assert_frame_equal(one, other, check_exact=True)
    assert tables(folder)[0].case.is_unique


def many(kills, seed=1, say=print):
    """Experiments killed until so many kills have been survived."""
    luck, base = random.Random(seed), Path(tempfile.mkdtemp(prefix="famschool-faults-"))
    try:
        run_here(base / "undisturbed", "serial", "1")
        undisturbed = tables(base / "undisturbed")
        count, experiments = {"parent": 0, "worker": 0}, 0
        while sum(count.values()) < kills:
            folder, whole = base / str(experiments), False
            while not whole:
                killed, whole = killed_once(folder, luck)
                if killed:
                    count[killed] += 1
            same(folder, undisturbed)
            shutil.rmtree(folder)
            experiments += 1
        say(f"{count['parent']} kills of the parent, {count['worker']} of a worker, in {experiments} experiments:")
        say("no finished run lost, none doubled, all tables equal to the undisturbed ones.")
    finally:
        shutil.rmtree(base, ignore_errors=True)


if __name__ == "__main__":
    many(int(sys.argv[1]) if len(sys.argv) > 1 else 200)

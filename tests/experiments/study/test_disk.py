"""What the disk can do: each fault ends in success or one clear message, and nothing broken is read as data."""

import errno
import os
import random
from pathlib import Path

import pytest

import sim
from experiments.study import parts as store
from experiments.study.carry_out import Stopped, carry_out
from experiments.study.folder import Study
from experiments.study.known import experiment_on
from experiments.study.workers import Workers
from tests.experiments.study.test_runner import tables, the_same

FAULTS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT)
CALLS = {"fsync": 8, "replace": 8, "write": 7}  # of each kind, the first so many of an experiment are broken in turn
BROKEN = [(call, nth, fault) for call, most in CALLS.items() for nth in range(1, most + 1) for fault in FAULTS]
QUICK = 2  # of each kind are broken in `make test`; the rest are slow


def experiment():
    return experiment_on("ishigami", {"kind": "latin", "points": 8, "seed": 1}, 2, 1.0)


def run(folder):
    return carry_out(Study(experiment(), folder), Workers("serial"), say=lambda words: None)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("undisturbed")
    run(folder)
    return folder


class Torn:
    """A file that takes half of what it is given, then fails."""

    def __init__(self, file, fault):
        self.file, self.fault = file, fault

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, *what):
        return self.file.__exit__(*what)

    def write(self, data):
        self.file.write(data[: len(data) // 2])
        raise OSError(self.fault, os.strerror(self.fault))


def break_call(monkeypatch, call, nth, fault):
    """The nth call of a kind fails once; returns how many were made."""
    count = 0

    def due():
        nonlocal count
        count += 1
        return count == nth

    if call == "write":
        opened = Path.open

        def opening(path, mode="r", *more, **named):
            file = opened(path, mode, *more, **named)
            return Torn(file, fault) if "w" in mode and path.name.endswith(".draft") and due() else file

        monkeypatch.setattr(Path, "open", opening)
        return lambda: count
    real = getattr(os, call)

    def failing(*given, **named):
        if due():
            raise OSError(fault, os.strerror(fault))
        return real(*given, **named)

    monkeypatch.setattr(store.os, call, failing)
    return lambda: count


def test_there_are_a_hundred_faults():
    assert len(BROKEN) >= 100


@pytest.mark.parametrize(
    ("call", "nth", "fault"),
    [
        pytest.param(
            *one, id=f"{one[0]}-{one[1]}-{errno.errorcode[one[2]]}", marks=[pytest.mark.slow] * (one[1] > QUICK)
        )
        for one in BROKEN
    ],
)
def test_a_fault_of_the_disk_is_one_message_and_the_same_command_goes_on(
    call, nth, fault, tmp_path, undisturbed, monkeypatch
):
    with monkeypatch.context() as patched:
        made = break_call(patched, call, nth, fault)
        try:
            run(tmp_path)
        except Stopped as stopped:
            assert stopped.code == 3 and "famschool resume" in str(stopped) and "\n" not in str(stopped)
        assert made() >= nth  # it did fail
    run(tmp_path)
    the_same(tmp_path, undisturbed)


@pytest.mark.parametrize("seed", range(12))
def test_a_flipped_bit_is_found_and_run_again(seed, tmp_path, undisturbed):
    run(tmp_path)
    luck = random.Random(seed)
    file = luck.choice(sorted((tmp_path / "parts").glob("*.parquet")))
    data = bytearray(file.read_bytes())
    data[luck.randrange(len(data))] ^= 1 << luck.randrange(8)
    file.write_bytes(data)
    said = []
    carry_out(Study(experiment(), tmp_path), Workers("serial"), say=said.append)
    assert any("damaged" in words for words in said)
    the_same(tmp_path, undisturbed)


def test_a_part_cut_short_is_found(tmp_path, undisturbed):
    run(tmp_path)
    file = next((tmp_path / "parts").glob("*.parquet"))
    os.truncate(file, file.stat().st_size // 2)
    run(tmp_path)
    the_same(tmp_path, undisturbed)


def test_a_damaged_manifest_is_said_and_its_runs_are_kept(tmp_path):
    run(tmp_path)
    manifest = tmp_path / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"replicates": 2', '"replicates": 3'))
    with pytest.raises(sim.ScenarioError, match="damaged or changed by hand"):
        Study(experiment(), tmp_path)
    manifest.unlink()
    lived = []
    Study(experiment(), tmp_path).run(Workers("serial"), 0.001, lived.append)
    assert not lived and len(tables(tmp_path)[0]) == 16


def test_an_unwritable_folder_is_refused_before_anything_is_run(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(sim.ScenarioError, match="--out"):
        Study(experiment(), tmp_path / "file" / "below")

"""A plan in its folder: what was lived is kept through kills, read when asked for again, and refused to other questions."""

import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import BrokenExecutor, Future

import pandas as pd
import pytest

import sim
from experiments.plan.asked import asked_of
from experiments.plan.choose import DRAWS
from experiments.plan.folder import PlanFolder, is_plan, plan_in
from experiments.plan.kept import DEATHS, EVERY, Kept, WorkersDied
from experiments.plan.search import ROUNDS
from experiments.study.folder import alone
from experiments.study.manifest import read_manifest
from experiments.study.parts import Parts
from experiments.study.repeated import repeated
from experiments.study.workers import Serial

SHEET = "preschool,classes,children,low_income\nA,1,18,60%\nB,1,20,10%\n"
LEVERS = "messages:\n  - {per_week: 1}\nparent_school:\n  - {sessions: 4}\n"
MESSAGES = (("messages", 0),)


class Counted(Serial):
    """Counts lives; stops as Ctrl-C does, or dies, when so many pieces were handed over."""

    def __init__(self, stops_after=None, deaths=0):
        self.lives, self.pieces, self.stops_after, self.deaths = 0, 0, stops_after, deaths

    def submit(self, work, asked, pairs, numbers):
        if self.deaths:
            self.deaths -= 1
            raise BrokenExecutor
        if self.pieces == self.stops_after:
            raise KeyboardInterrupt
        self.lives, self.pieces = self.lives + len(pairs), self.pieces + 1
        return super().submit(work, asked, pairs, numbers)

    def anew(self):
        pass


@pytest.fixture(scope="module")
def here(tmp_path_factory):
    folder = tmp_path_factory.mktemp("plans")
    (folder / "mine.csv").write_text(SHEET, encoding="utf-8")
    (folder / "few.yaml").write_text(LEVERS, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def asked(here):
    return asked_of(str(here / "mine.csv"), 1000, levers=str(here / "few.yaml"))


@pytest.fixture(scope="module")
def undisturbed(here, asked):
    """(folder, lives that it took)."""
    workers, there = Counted(), PlanFolder(asked, here / "undisturbed")
    there.carried_out(workers)
    return there.folder, workers.lives


def lives_kept(folder):
    return len(Parts(folder / "parts").read().ids)


def same_tables(one, other):
    for name in ("cases", "outcomes"):
        pd.testing.assert_frame_equal(*(pd.read_parquet(f / f"{name}.parquet") for f in (one, other)))
    for name in ("mixes", "chosen", "bill", "calendar", "left_out", "who_gains"):
        assert (one / f"{name}.csv").read_bytes() == (other / f"{name}.csv").read_bytes()


def test_asked_twice_it_is_read_and_not_lived(undisturbed, asked):
    folder, lives = undisturbed
    before = {file: file.read_bytes() for file in folder.glob("*.csv")}
    again = Counted()
    PlanFolder(asked, folder).carried_out(again)
    assert (again.lives, lives_kept(folder)) == (0, lives)
    assert {file: file.read_bytes() for file in folder.glob("*.csv")} == before


def test_what_is_stopped_goes_on_where_it_was(here, asked, undisturbed):
    there, first, second = PlanFolder(asked, here / "stopped"), Counted(stops_after=9), Counted()
    with pytest.raises(KeyboardInterrupt):
        there.carried_out(first)
    assert read_manifest(there.folder)["state"] == "running"
    kept = lives_kept(there.folder)
    plan_in(there.folder).carried_out(second)
    assert 0 < kept and second.lives == undisturbed[1] - kept
    same_tables(undisturbed[0], there.folder)


def test_a_damaged_part_is_lived_again(here, asked, undisturbed):
    there, again = PlanFolder(asked, here / "damaged"), Counted()
    with pytest.raises(KeyboardInterrupt):
        there.carried_out(Counted(stops_after=9))
    part = next((there.folder / "parts").glob("*.parquet"))  # one of two or more, where lives take long
    sound = lives_kept(there.folder) - len(pd.read_parquet(part))
    data = bytearray(part.read_bytes())
    data[len(data) // 2] ^= 1
    part.write_bytes(data)
    there.carried_out(again)
    assert again.lives == undisturbed[1] - sound
    assert read_manifest(there.folder)["damaged_parts"] == [part.name]
    same_tables(undisturbed[0], there.folder)


def test_killed_in_the_middle_it_goes_on(here):
    """kill -9 of the command when its first part is there: what was lived is whole, and the manifest says how far it is."""
    command = [sys.executable, "-m", "experiments.cli", "plan", "mine.csv", "--budget", "1000", "--workers", "1"]
    command += ["--out", "killed"]  # the levers of the shelf: long enough to be killed in
    running = subprocess.Popen(command, cwd=here, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    parts, waited = here / "killed" / "parts", time.monotonic()
    while not list(parts.glob("*.parquet")) and time.monotonic() - waited < 300:
        time.sleep(0.05)
    running.send_signal(signal.SIGKILL)
    running.communicate(timeout=60)
    found = Parts(parts).read()
    assert len(found.ids) and not found.damaged
    assert read_manifest(here / "killed")["state"] == "running" and not (here / "killed" / "mixes.csv").exists()


def test_what_a_manifest_says_asks_the_same_question(undisturbed, asked):
    manifest = read_manifest(undisturbed[0])
    assert is_plan(undisturbed[0]) and manifest["state"] == "finished"
    assert plan_in(undisturbed[0]).asked.id() == asked.id() == manifest["id"]
    assert manifest["lives"] == undisturbed[1] and (manifest["seeds"], manifest["draws"]) == (max(ROUNDS), DRAWS)
    assert manifest["model"] == sim.MODEL and "numba" in manifest["libraries"]


@pytest.mark.parametrize(
    "change", [{"budget": 900}, {"hours": 2}, {"perspective": "society"}, {"objectives": ("language",)}]
)
def test_another_question_needs_another_folder(undisturbed, asked, change):
    with pytest.raises(sim.ScenarioError, match="Name another folder with --out"):
        PlanFolder(asked_of(**(asked.given() | change)), undisturbed[0])


def test_lives_of_another_budget_are_the_same_and_of_other_hours_are_not(asked):
    kept = Kept(asked)
    kept.lives(Counted(), [(MESSAGES, 1)])
    (case,) = kept.cases
    for change, same in (({"budget": 900}, True), ({"hours": 2}, False), ({"objectives": ("language",)}, False)):
        other = Kept(asked_of(**(asked.given() | change)))
        other.lives(Counted(), [(MESSAGES, 1)])
        assert (case in other.cases) is same


def test_a_plan_of_another_model_is_not_gone_on_with(undisturbed, monkeypatch):
    monkeypatch.setattr(sim, "MODEL", "another")
    with pytest.raises(sim.ScenarioError, match="their runs cannot be mixed"):
        plan_in(undisturbed[0])


def test_wherever_its_sheet_lies_the_question_is_the_same(here, asked, monkeypatch):
    monkeypatch.chdir(here)
    assert asked_of(**(asked.given() | {"district": "mine.csv"})).id() == asked.id()


def test_a_plan_whose_sheet_has_changed_or_gone_says_so(here, asked, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.csv").write_text(SHEET, encoding="utf-8")
    there = PlanFolder(asked_of(**(asked.given() | {"district": "mine.csv"})), tmp_path / "plan")
    with pytest.raises(KeyboardInterrupt):
        there.carried_out(Counted(stops_after=0))
    plan_in(there.folder)
    (tmp_path / "mine.csv").write_text(SHEET.replace("1,20", "1,21"), encoding="utf-8")
    with pytest.raises(sim.ScenarioError, match=r"a plan for 'mine.csv' as it was.*famschool plan` anew"):
        plan_in(there.folder)
    (tmp_path / "mine.csv").unlink()
    with pytest.raises(sim.ScenarioError, match=r"the sheet 'mine\.csv', which is not there"):
        plan_in(there.folder)


def test_a_plan_lived_again_has_the_same_numbers(undisturbed):
    same = repeated(undisturbed[0], workers=1)
    assert same.same and same.values > 5 * undisturbed[1]


def test_dead_workers_are_replaced_and_often_dead_ones_said(asked):
    pairs = [((), 1), (MESSAGES, 1)]
    assert Kept(asked).lives(Counted(deaths=DEATHS - 1), pairs) == Kept(asked).lives(Counted(), pairs)
    with pytest.raises(WorkersDied, match=f"died {DEATHS} times"):
        Kept(asked).lives(Counted(deaths=DEATHS), pairs)


class KilledWorker(Exception):
    """As Dask calls it."""


def test_a_worker_that_dask_lost_is_replaced_too(asked):
    class OfDask(Counted):
        def submit(self, work, asked, pairs, numbers):
            if self.deaths:
                self.deaths -= 1
                lost = Future()
                lost.set_exception(KilledWorker())
                return lost
            return super().submit(work, asked, pairs, numbers)

    pairs = [((), 1), (MESSAGES, 1)]
    assert Kept(asked).lives(OfDask(deaths=1), pairs) == Kept(asked).lives(Counted(), pairs)
    with pytest.raises(WorkersDied):
        Kept(asked).lives(OfDask(deaths=DEATHS), pairs)


def test_two_at_once_take_turns(here, asked, undisturbed):
    there, workers = PlanFolder(asked, here / "together"), Counted()
    second = threading.Thread(target=there.carried_out, args=(workers,))
    with alone(there.folder):
        second.start()
        second.join(1.0)
        assert second.is_alive() and workers.lives == 0
    second.join(120)
    same_tables(undisturbed[0], there.folder)


def test_no_more_than_seconds_of_work_are_ever_unwritten(asked, tmp_path, monkeypatch):
    (tmp_path / "parts").mkdir()
    kept, now = Kept(asked, Parts(tmp_path / "parts")), [time.monotonic()]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    kept.lives(Counted(), [((), 1)])
    assert lives_kept(tmp_path) == 0
    now[0] += EVERY + 0.1
    kept.lives(Counted(), [((), 2)])
    assert lives_kept(tmp_path) == 2

"""Processes beside the server's own: the same answers, also when one of them is killed."""

import os
import signal
import threading
import time

import pytest

import sim
from experiments.app.crew import CROWD, Crew


def process_after(seconds):
    time.sleep(seconds)
    return os.getpid()


def refuses():
    raise sim.ScenarioError("There is no place 'x'.")


@pytest.fixture(scope="module")
def crew():
    one = Crew(2)
    one.begin()
    assert one._ready.wait(120)
    yield one
    one.end()


def test_one_visitor_is_answered_by_the_server_itself():
    crew = Crew(2)
    assert crew.do(process_after, 0) == os.getpid()
    assert crew._pool is None


def test_work_of_a_crowd_is_done_elsewhere(crew):
    assert crew.do(process_after, 0) != os.getpid()


def test_a_refusal_comes_back_as_it_was_said(crew):
    with pytest.raises(sim.ScenarioError, match="There is no place 'x'"):
        crew.do(refuses)


def test_when_a_process_is_killed_the_answer_still_comes(crew):
    found = []
    asker = threading.Thread(target=lambda: found.append(crew.do(process_after, 1)))
    asker.start()
    time.sleep(0.3)
    for process in list(crew._pool._processes):
        os.kill(process, signal.SIGTERM)
    asker.join(60)
    assert found == [os.getpid()]


def test_a_crowd_calls_them(monkeypatch):
    called, crew = [], Crew(2)
    monkeypatch.setattr(crew, "begin", lambda: called.append(True))
    askers = [threading.Thread(target=crew.do, args=(process_after, 0.5)) for _ in range(CROWD)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    assert called


def test_processes_that_have_only_begun_are_let_go_at_once():
    crew = Crew(2)
    crew.begin()
    processes = list(crew._pool._processes.values())
    crew.end()
    until = time.monotonic() + 10
    while any(process.is_alive() for process in processes) and time.monotonic() < until:
        time.sleep(0.05)  # the pool's own thread may be the one that sees a process go
    assert not any(process.is_alive() for process in processes)
    assert not crew._ready.is_set()

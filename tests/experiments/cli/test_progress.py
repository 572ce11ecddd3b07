"""Where nobody looks on, long work writes a line a minute with what is left; short work writes nothing."""

import pytest

from experiments.cli import progress


@pytest.fixture
def clock(monkeypatch):
    now = [0.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    return now


def test_a_line_a_minute_counts_what_was_there_before_but_not_its_time(clock, capsys):
    with progress.Bar(1000, begin=500) as step:
        for second, done in ((30, 550), (61, 600), (100, 700), (122, 800)):
            clock[0] = second
            step(done)
    assert capsys.readouterr().err.splitlines() == [
        "600 of 1,000 done, about 4 min left",
        "800 of 1,000 done, about 74 s left",  # (122 - 30) / (800 - 550) * 200: the pace since the first were done
    ]


def test_a_first_run_that_waited_for_a_compilation_foretells_nothing(clock, capsys):
    with progress.Bar(40) as step:
        for second, done in ((65, 1), (66, 2), (130, 30)):
            clock[0] = second
            step(done)
    assert capsys.readouterr().err.splitlines() == [
        "2 of 40 done, about 38 s left",
        "30 of 40 done, about 22 s left",
    ]


def test_short_work_writes_nothing(clock, capsys):
    with progress.Bar(10) as step:
        clock[0] = 20
        step(10)
    assert capsys.readouterr().err == ""

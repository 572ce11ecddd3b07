"""Whatever is typed, and whatever the machine does: one message, the right exit code, and nothing half written."""

import errno
import os
import resource
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

import experiments.run
from experiments.cli import main
from experiments.cli.app import paper

ROOT = Path(__file__).parents[3]
SMALL = "question: q\nplace: us_preschool\nfamilies: 20\nweeks: 6\nstrategy: {messages: {per_week: 3}}\nreplicates: 2\n"
IMPOSSIBLE = "is impossible: a weight lies between 0 and 20. Plausible here is 0.05 to 0.5"
HOW = "a change is asked for as Group.number=value, as in Trust.slowness=0.3."
WRONG = {
    ("--seeds", "0"): "Invalid value for '--seeds'",
    ("--seeds", "-3"): "Invalid value for '--seeds'",
    ("--seeds", "two"): "Invalid value for '--seeds'",
    ("--seeds", "1.5"): "Invalid value for '--seeds'",
    ("--seeds", "100001"): "Invalid value for '--seeds'",
    ("--weeks", "0"): "weeks = 0 is impossible: between 1 and 520.",
    ("--weeks", "-1"): "weeks = -1 is impossible: between 1 and 520.",
    ("--weeks", "9" * 30): f"weeks = {'9' * 30} is impossible: between 1 and 520.",
    ("--weeks", "1e3"): "Invalid value for '--weeks'",
    ("--set", "Trust.slowness=nan"): f"Trust.slowness = nan {IMPOSSIBLE}",
    ("--set", "Trust.slowness=inf"): f"Trust.slowness = inf {IMPOSSIBLE}",
    ("--set", "Trust.slowness=1e400"): f"Trust.slowness = inf {IMPOSSIBLE}",
    ("--set", "Trust.slowness=-1"): f"Trust.slowness = -1 {IMPOSSIBLE}",
    ("--set", "Trust.slowness=much"): f"--set Trust.slowness=much: {HOW}",
    ("--set", "Trust.slowness="): f"--set Trust.slowness=: {HOW}",
    ("--set", "Trust.slowness"): f"--set Trust.slowness: {HOW}",
    ("--set", "=3"): "There is no group of numbers ''.",
    ("--set", "Trust=3"): "'Trust' is a group of numbers: name one of Trust.slowness",
    (
        "--set",
        "Trust.slowness=0.3",
        "--set",
        "Trust.slowness=0.4",
    ): "--set Trust.slowness is asked for twice: 0.3 and 0.4.",
    ("--district", "nowhere"): "nowhere: a district is an .xlsx or .csv file.",
    ("--without", "nrms"): "There is no mechanism 'nrms'. Did you mean 'norms'?",
    ("--numbers", "prior"): "Invalid value for '--numbers'",
    ("--out", ""): "an empty name names nothing.",
    ("--out", "  "): "an empty name names nothing.",
    ("--out", "a\nb"): "'a\\nb' holds signs that cannot be seen",
    ("--out", "\x1b[31mred"): "'\\x1b[31mred' holds signs that cannot be seen",
    ("--out", "a\x00b"): "'a\\x00b' holds signs that cannot be seen",
    (
        "--out",
        "small.yaml",
    ): "Results cannot be written to 'small.yaml' (it is a file). Name another folder with --out.",
    ("--out", "small.yaml/x"): "Results cannot be written to 'small.yaml/x' (",
    ("--out", "/proc/no/where"): "Results cannot be written to '/proc/no/where' (No such file or directory).",
    ("--out", "x" * 300): "(File name too long). Name another folder with --out.",
    ("--nonsense",): "No such option: --nonsense",
}


OTHER_VERBS = {
    ("new", "first_look", "a\nb"): "'a\\nb' holds signs that cannot be seen",
    ("new", "first_look", ""): "an empty name names nothing.",
    ("sweep", "quick_look", "--out", ""): "an empty name names nothing.",
    ("sweep", "quick_look", "--out", "small.yaml"): "Name another with --out.",
    ("sweep", "quick_look", "--part", "5/3"): "--part 5/3: the third of forty is asked for as 3/40.",
    ("sweep", "quick_look", "--precision", "nan"): "Invalid value for '--precision'",
    (
        "sweep",
        "quick_look",
        "--precision",
        "0.1",
        "--part",
        "3/40",
    ): "--precision and --part 3/40: how precise the means",
    ("sweep", "quick_look", "--precision", "0"): "--precision 0 can never be reached",
    ("discover", "where_visits_fail", "--below", "nan"): "--below nan: a level is a number",
    ("resume", "nowhere"): "There is no folder 'nowhere'. A results folder is asked for, as in results/quick_look/",
    ("validate", "--out", "small.yaml"): "Name another with --out.",
    ("repeat", "small.yaml"): "'small.yaml' is a file; a results folder is asked for. famschool check small.yaml",
    ("plan", "example", "--budget", "nan"): "--budget nan: money for the whole district and a year, more than nothing.",
    ("plan", "example", "--budget", "inf"): "--budget inf: money for the whole district and a year, more than nothing.",
    ("compare", "five_strategies", "--perspective", "mine"): "There is no perspective 'mine'.",
    ("mechanisms", "--only", "nrms"): "There is no mechanism 'nrms'. Did you mean 'norms'?",
    ("patterns", "us_preschol"): "There is no place 'us_preschol'. Did you mean 'us_preschool'?",
    ("trial", "messages_yer"): "There is no trial 'messages_yer'. Did you mean 'messages_year'?",
    ("schema", "scenaro"): "Did you mean 'scenario'?",
    ("run",): "Missing argument",
    ("rn", "first_look"): "No such command 'rn'.",
}


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder with a small scenario, where one is."""
    (tmp_path / "small.yaml").write_text(SMALL, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "300")
    return tmp_path


def typed(monkeypatch, *words):
    """The exit code of what is typed."""
    monkeypatch.setattr(sys, "argv", ["famschool", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    return ended.value.code


def there(folder):
    return sorted(file.name for file in folder.iterdir())


@pytest.mark.parametrize("words", WRONG, ids=lambda words: "_".join(words).encode("unicode_escape").decode()[:40])
def test_what_is_typed_wrong_is_said_once_and_nothing_is_written(words, here, monkeypatch, capsys):
    assert typed(monkeypatch, "run", "small.yaml", *words) == 2
    said = capsys.readouterr()
    assert said.out == "" and said.err.count(WRONG[words]) == 1 and "Traceback" not in said.err
    assert there(here) == ["small.yaml"]


@pytest.mark.parametrize("words", OTHER_VERBS, ids=lambda words: ascii(" ".join(words))[1:-1])
def test_so_is_what_is_wrong_with_other_verbs(words, here, monkeypatch, capsys):
    assert typed(monkeypatch, *words) == 2
    said = capsys.readouterr()
    assert said.out == "" and said.err.count(OTHER_VERBS[words]) == 1 and "Traceback" not in said.err
    assert there(here) == ["small.yaml"]


def test_a_folder_with_other_things_is_left_alone(here, monkeypatch, capsys):
    (here / "mine").mkdir()
    (here / "mine" / "letter.txt").write_text("Dear")
    assert typed(monkeypatch, "run", "small.yaml", "--out", "mine") == 2
    assert "(the folder holds other things: letter.txt). Name another folder with --out." in capsys.readouterr().err
    assert there(here / "mine") == ["letter.txt"] and there(here) == ["mine", "small.yaml"]


VERBS = {
    "run": ("run", "small.yaml", "--seeds", "1"),
    "mechanisms": ("mechanisms", "--only", "norms", "--seeds", "2"),
    "sweep": ("sweep", "quick_look", "--yes"),
    "plan": ("plan", "example", "--budget", "5"),
    "validate": ("validate", "--members", "2"),
}
LEFT = {
    "a table of mine": {"table.csv": "mine"},
    "a page of mine": {"report.html": "mine", "README.md": "mine"},
    "somebody's manifest": {"manifest.json": '{"name": "an extension"}', "thesis.txt": "Chapter 1"},
    "a damaged manifest": {"manifest.json": "{", "cases.parquet": "mine"},
    "results of another kind": {"manifest.json": '{"id": "1", "another": 1}', "table.csv": "its numbers"},
}


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("left", LEFT)
def test_no_verb_writes_over_what_it_did_not_write(verb, left, here, monkeypatch, capsys):
    (here / "mine").mkdir()
    for name, said in LEFT[left].items():
        (here / "mine" / name).write_text(said)
    assert typed(monkeypatch, *VERBS[verb], "--out", "mine") == 2
    assert "mine" in capsys.readouterr().err
    assert {file.name: file.read_text() for file in (here / "mine").iterdir()} == LEFT[left]


def test_a_run_takes_the_place_of_a_run_and_nothing_that_was_laid_beside_it(here, monkeypatch, capsys):
    assert [typed(monkeypatch, "run", "small.yaml", "--seeds", n, "--out", "mine") for n in ("1", "2")] == [0, 0]
    (here / "mine" / "notes.csv").write_text("mine")
    assert typed(monkeypatch, "run", "small.yaml", "--seeds", "1", "--out", "mine") == 2
    assert "(the folder holds other things: notes.csv)" in capsys.readouterr().err
    assert (here / "mine" / "notes.csv").read_text() == "mine"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to(here, monkeypatch, capsys):
    (here / "locked").mkdir(mode=0o500)
    assert typed(monkeypatch, "run", "small.yaml", "--out", "locked/results") == 2
    assert "(Permission denied). Name another folder with --out." in capsys.readouterr().err


@pytest.mark.parametrize("step", ["write_tables", "_draw", "write_manifest"])
def test_a_disk_that_is_full_at_any_step_leaves_nothing(step, here, monkeypatch, capsys):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(experiments.run, step, full)
    assert typed(monkeypatch, "run", "small.yaml", "--out", "results") == 3
    said = capsys.readouterr()
    assert said.err.count("The machine failed: [Errno 28] No space left on device.") == 1 and said.out == ""
    assert there(here) == ["small.yaml"]


@pytest.mark.parametrize("how", ["ctrl_c", "sigterm"])
def test_what_ends_a_run_early_leaves_nothing_and_says_how_to_go_on(here, monkeypatch, capsys, how):
    def stopped(*_):
        if how == "ctrl_c":
            raise KeyboardInterrupt
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(60)

    monkeypatch.setattr(experiments.run, "live_pairs", stopped)
    assert typed(monkeypatch, "run", "small.yaml", "--out", "results") == 130
    assert "Stopped; nothing was written. The same command begins again." in capsys.readouterr().err
    assert there(here) == ["small.yaml"]


def started(words, folder, **how):
    command = [sys.executable, "-m", "experiments.cli", *words]
    beside = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, cwd=folder, env=beside, stderr=subprocess.PIPE, text=True, **how)


def test_files_that_may_not_grow_leave_nothing(here):
    """The kernel itself refuses to write: no more than 4 kB a file."""
    small = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (4096, 4096))
    ended = started(["run", "small.yaml", "--out", "results"], here, stdout=subprocess.PIPE, preexec_fn=small)
    out, err = ended.communicate(timeout=300)
    assert ended.returncode == 3 and out == "" and "File too large" in err and "Traceback" not in err
    assert there(here) == ["small.yaml"]


@pytest.mark.parametrize("words", [("list",), ("list", "numbers"), ("schema",)], ids="_".join)
def test_who_stops_reading_is_not_told_of_an_error(words, here):
    read, write = os.pipe()
    os.close(read)
    ended = started(words, here, stdout=write)
    os.close(write)
    err = ended.communicate(timeout=300)[1]
    assert (ended.returncode, err) == (0, "")


@pytest.mark.parametrize("words", [("describe", "norms"), ("list", "numbers"), ("sources", "first_look")], ids=" ".join)
def test_a_console_that_knows_few_letters_shows_a_question_mark(words):
    few = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([sys.executable, "-m", "experiments.cli", *words], cwd=ROOT, env=few, capture_output=True)
    assert done.returncode == 0 and b"?" in done.stdout and done.stderr == b""


def test_ctrl_c_while_the_model_compiles_is_no_traceback(here, monkeypatch, capsys):
    def forgotten(*_):
        raise RuntimeError("no compiled object yet for <Library 'plan'>")

    monkeypatch.setattr(experiments.run, "live_pairs", forgotten)
    assert typed(monkeypatch, "run", "small.yaml", "--out", "results") == 130
    assert "Stopped." in capsys.readouterr().err and there(here) == ["small.yaml"]


@pytest.mark.parametrize(("columns", "width"), [("70", 70), ("0", 100), ("", 100), ("wide", 100)])
def test_tables_in_a_pipe_are_as_wide_as_columns_says(monkeypatch, columns, width):
    monkeypatch.setenv("COLUMNS", columns)
    assert paper().width == width

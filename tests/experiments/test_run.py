"""famschool run: one scenario against its baseline, stored and read again."""

import json
import subprocess
import sys

import pandas as pd
import pytest

from experiments.cli import main

COMMAND = [sys.executable, "-m", "experiments.cli"]
SMALL = (
    "question: q\nplace: us_preschool\nfamilies: 40\nweeks: 20\nstrategy: {messages: {per_week: 3}}\nreplicates: 3\n"
)


def famschool(*words, folder):
    return subprocess.run([*COMMAND, *words], cwd=folder, capture_output=True, text=True, timeout=300, check=False)


@pytest.fixture
def typed(done, monkeypatch, capsys):
    """What a verb leaves behind, in this process: to start another takes longer than most verbs."""

    def typed(*words):
        monkeypatch.chdir(done[0])
        monkeypatch.setattr(sys, "argv", ["famschool", *words])
        with pytest.raises(SystemExit) as end:
            main()
        return end.value.code or 0, *capsys.readouterr()

    return typed


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    folder = tmp_path_factory.mktemp("run")
    (folder / "small.yaml").write_text(SMALL, encoding="utf-8")
    return folder, famschool("run", "small.yaml", "--json", folder=folder)


def test_stdout_holds_the_json_and_nothing_else(done):
    said = json.loads(done[1].stdout)
    assert done[1].returncode == 0 and set(said) == {"outcomes", "folder"}
    row = next(
        r
        for r in said["outcomes"]
        if r["outcome"] == "practice_time" and r["strategy"] == "strategy" and r["group"] == "all"
    )
    assert row["low"] <= row["difference"] <= row["high"] and row["difference"] > 0
    assert (
        row["unknown_low"] is None
        and row["spread_low"] <= row["spread_high"]
        and row["rests_on"] in ("measured", "fitted", "assumed")
    )
    base = next(r for r in said["outcomes"] if r["strategy"] == "baseline")
    assert base["difference"] is None


def test_the_folder_holds_what_it_promises(done):
    folder = done[0] / json.loads(done[1].stdout)["folder"]
    names = {file.name for file in folder.iterdir()}
    assert names == {
        "cases.parquet",
        "outcomes.parquet",
        "table.csv",
        "tables.xlsx",
        "manifest.json",
        "by_fifth.png",
        "by_fifth.svg",
        "the_year.png",
        "the_year.svg",
    }
    cases = pd.read_parquet(folder / "cases.parquet")
    assert list(cases) == ["case", "strategy", "design_id", "replicate", "seed", "status"] and len(cases) == 6
    assert list(pd.read_parquet(folder / "outcomes.parquet")) == ["case", "outcome", "observer", "group", "value"]
    assert json.loads((folder / "manifest.json").read_text())["seeds"] == 3


def test_every_week_of_every_run_is_kept_where_asked(done, typed):
    """Asked for later, the run is made again: what was read had no weeks."""
    folder = done[0] / json.loads(typed("run", "small.yaml", "--weekly", "--json")[1])["folder"]
    weekly = pd.read_parquet(folder / "weekly.parquet")
    assert list(weekly) == ["case", "week", "group", "outcome", "value"] and weekly.case.nunique() == 6
    assert sorted(weekly.week.unique()) == list(range(1, 21)) and weekly.value.notna().all()


def test_a_single_pair_has_no_error_of_the_mean(typed):
    said = json.loads(typed("run", "small.yaml", "--seeds", "1", "--json")[1])["outcomes"]
    row = next(r for r in said if r["outcome"] == "language" and r["strategy"] == "strategy")
    assert row["low"] is None and row["high"] is None and row["difference"] is not None


def test_asked_for_twice_it_is_read_not_run(typed):
    code, said, _ = typed("run", "small.yaml")
    assert code == 0 and "read, not run" in said


def test_a_changed_number_is_another_question(done, typed):
    other = typed("run", "small.yaml", "--set", "Trust.slowness=0.3", "--json")[1]
    assert json.loads(other)["folder"] != json.loads(done[1].stdout)["folder"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("run", "first_lok"), "Did you mean 'first_look'?"),
        (("run", "small.yaml", "--set", "Trust.slownes=1"), "Did you mean 'Trust.slowness'?"),
        (("run", "small.yaml", "--set", "Trust.slowness"), "as in Trust.slowness=0.3"),
        (("run", "small.yaml", "--out", "small.yaml"), "Name another folder with --out."),
        (("describe", "home_visit"), "Did you mean 'home_visits'?"),
        (("list", "place"), "Did you mean 'places'?"),
    ],
)
def test_a_wrong_request_gets_one_message_and_exit_code_two(typed, words, message):
    code, said, complaint = typed(*words)
    assert code == 2 and message in complaint and "Traceback" not in complaint and said == ""


@pytest.mark.parametrize(
    "words",
    [
        ("check", "small.yaml"),
        ("list",),
        ("describe", "home_visits"),
        ("describe", "Trust"),
        ("describe", "language"),
        ("sources", "small.yaml"),
        ("--help",),
        ("--version",),
    ],
)
def test_the_other_verbs_answer(typed, words):
    code, said, _ = typed(*words)
    assert code == 0 and said


def test_help_loads_no_heavy_library():
    heavy = (
        "import sys; sys.argv = ['famschool', '--help']\ntry:\n import experiments.cli as c; c.main()\nexcept SystemExit: pass\n"
        "heavy = ('numpy', 'numba', 'pandas', 'matplotlib', 'pyarrow', 'pydantic', 'mesa')\n"
        "print([m for m in heavy if m in sys.modules], file=sys.stderr)"
    )
    told = subprocess.run([sys.executable, "-c", heavy], capture_output=True, text=True, check=True)
    assert told.stderr.strip() == "[]"


def test_a_run_does_not_load_mesa(done):
    asks = (
        "import sys; sys.argv = ['famschool', 'run', 'small.yaml', '--json']\ntry:\n import experiments.cli as c; c.main()\n"
        "except SystemExit: pass\nprint('mesa' in sys.modules, 'numpy' in sys.modules, file=sys.stderr)"
    )
    told = subprocess.run([sys.executable, "-c", asks], cwd=done[0], capture_output=True, text=True, check=True)
    assert told.stderr.strip().splitlines()[-1] == "False True"

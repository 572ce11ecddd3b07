"""Runs survive what happens to them: failing cases, dying workers, another executor, another number of workers."""

import json
import os
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd
import pytest

import sim
from experiments.study.carry_out import Stopped, carry_out, in_words, what_comes
from experiments.study.cases import WHOLE
from experiments.study.folder import WAITS_UNTOLD, Study, alone, study_in, study_of
from experiments.study.known import KnownFunction, experiment_on
from experiments.study.reports import Report, sensitivity_report
from experiments.study.workers import Workers
from tests.experiments.study.asked import asked

LATIN = {"kind": "latin", "points": 20, "seed": 1}


def tables(folder):
    return [pd.read_parquet(Path(folder) / f"{name}.parquet") for name in ("cases", "outcomes")]


def the_same(one, other):
    for a, b in zip(tables(one), tables(other), strict=True):
        pd.testing.assert_frame_equal(a, b, check_exact=True)


@dataclass
class Fails(KnownFunction):
    """Ishigami, that cannot answer where the first coordinate is above 2, or kills its worker there."""

    deadly: bool = False

    def live(self, values, strategy, seed):
        if values["x1"] > 2.0 and self.deadly:
            os.kill(os.getpid(), signal.SIGKILL)
        if values["x1"] > 2.0:
            raise ValueError("above two")
        return super().live(values, strategy, seed)


def failing(deadly=False, **more):
    design = LATIN | {"points": 6} if deadly else LATIN
    return replace(
        experiment_on("ishigami", design, 1 if deadly else 2, 1.0),
        subject=Fails("ishigami", 1.0, deadly=deadly),
        **more,
    )


def test_families_come_out_the_same_whatever_does_the_work(tmp_path):
    experiment = asked(levers={"messages.per_week": [1, 5]}, place_varies={"culture.entrusting": [0.2, 0.6]})
    whole = {"processes": Workers("processes", 2), "serial": Workers("serial")}
    for name, workers in whole.items():
        assert study_of(experiment, tmp_path / name).run(workers, 0.05)
    assert not study_of(experiment, tmp_path / "parts", (1, 3)).run(Workers("serial"), 0.05)
    assert not study_of(experiment, tmp_path / "parts", (3, 3)).run(Workers("serial"), 0.05)
    assert study_in(tmp_path / "parts").run(Workers("serial"), 0.05)
    the_same(tmp_path / "serial", tmp_path / "processes")
    the_same(tmp_path / "serial", tmp_path / "parts")


def test_of_many_runs_the_number_is_said_before_they_are_looked_for(tmp_path, monkeypatch):
    """To name a million runs takes minutes, in which nothing was to be seen."""
    monkeypatch.setattr("experiments.study.carry_out.MANY", 39)
    one, said = experiment_on("ishigami", LATIN, 2, 1.0), []
    carry_out(Study(one, tmp_path), Workers("serial"), say=said.append)
    assert said[0] == "Looking which of 40 runs are there already …"
    assert said[1].startswith("40 runs: 20 points")


def test_forty_parts_come_to_the_same(tmp_path):
    one = experiment_on("ishigami", LATIN | {"points": 60}, 2, 1.0)
    Study(one, tmp_path / "whole").run(Workers("serial"), 0.001)
    ended = [Study(one, tmp_path / "parts", (k, 40)).run(Workers("serial"), 0.001) for k in range(1, 41)]
    assert ended == [False] * 39 + [True]
    the_same(tmp_path / "whole", tmp_path / "parts")


def test_the_order_of_sets_is_nobodys_luck(tmp_path):
    live = (
        "import json, sys; from experiments.study.folder import study_of; from experiments.study.workers import Workers\n"
        "study_of(json.loads(sys.argv[1]), sys.argv[2]).run(Workers('serial'), 0.05)"
    )
    experiment = json.dumps(asked(levers={"messages.per_week": [1, 5]}))
    for seed in ("1", "2"):
        command = [sys.executable, "-c", live, experiment, str(tmp_path / seed)]
        subprocess.run(command, check=True, capture_output=True, env=os.environ | {"PYTHONHASHSEED": seed})
    the_same(tmp_path / "1", tmp_path / "2")


def test_a_life_in_an_experiment_is_that_of_simulate(tmp_path):
    experiment = asked(uncertainties={"Trust.slowness": [0.1, 0.4]}, culture={"entrusting": 0.3})
    study_of(experiment, tmp_path).run(Workers("serial"), 0.05)
    cases, outcomes = tables(tmp_path)
    one = cases[(cases.strategy == "messages_three") & (cases.seed == 2) & (cases["Trust.slowness"] == 0.4)].case.item()
    mine = outcomes[outcomes.case == one].set_index(["outcome", "observer", "group"]).value
    scenario = {key: experiment[key] for key in ("place", "families", "weeks", "culture")}
    run = sim.simulate(scenario | {"strategy": "messages_three", "numbers": {"Trust.slowness": 0.4}}, 2)
    theirs = run.outcomes.set_index(["outcome", "observer", "group"]).value
    assert len(mine) > 10
    pd.testing.assert_series_equal(
        mine.sort_index(), theirs[mine.index].sort_index(), check_dtype=False, check_index_type=False
    )


def test_the_same_command_reads_and_more_replicates_run_only_what_is_new(tmp_path):
    lived = []
    one = experiment_on("ishigami", LATIN, 2, 1.0)
    for experiment in (one, one, one.but(replicates=5)):
        Study(experiment, tmp_path).run(Workers("serial"), 0.001, lambda done: lived.append(len(done.ids)))
    assert sum(lived) == 20 * 5
    Study(one.but(replicates=5), tmp_path / "at_once").run(Workers("serial"), 0.001)
    the_same(tmp_path, tmp_path / "at_once")


def test_a_failing_case_is_a_row_with_its_error(tmp_path):
    study = Study(failing(), tmp_path)
    assert study.run(Workers("serial"), 0.001)
    cases, outcomes = tables(tmp_path)
    lost = cases[cases.status == "failed"]
    assert len(lost) and (lost.x1 > 2).all() and (lost.error == "ValueError: above two").all()
    assert len(outcomes) == (cases.status == "done").sum() == len(cases) - len(lost)


def test_a_case_that_kills_its_worker_again_and_again_is_a_row_too(tmp_path):
    assert Study(failing(deadly=True), tmp_path).run(Workers("processes", 2), 0.05)
    cases, _ = tables(tmp_path)
    assert (cases[cases.x1 > 2].error == "The worker died, three times.").all()
    assert (cases[cases.x1 <= 2].status == "done").all()


def test_stop_ends_at_the_first_failure_and_retry_tries_failures_again(tmp_path):
    with pytest.raises(Stopped, match="above two") as stopped:
        carry_out(Study(failing(on_error="stop"), tmp_path), Workers("serial"), say=lambda words: None)
    assert stopped.value.code == 1 and "famschool resume" in str(stopped.value)
    mended = replace(failing(on_error="retry"), subject=KnownFunction("ishigami", 1.0))
    study = Study(failing(), tmp_path / "again")
    study.run(Workers("serial"), 0.001)
    (tmp_path / "again" / "manifest.json").unlink()
    assert Study(mended, tmp_path / "again").run(Workers("serial"), 0.001)
    assert (tables(tmp_path / "again")[0].status == "done").all()


def test_precision_adds_replicates_until_the_error_is_small(tmp_path):
    said = []
    study = Study(experiment_on("ishigami", {"kind": "latin", "points": 3}, 2, 1.0), tmp_path)
    done = carry_out(study, Workers("serial"), precision=0.5, say=said.append)
    assert done.experiment.replicates >= 16 and "were enough" in said[-1]


def test_a_part_cannot_be_made_precise_but_all_parts_together_can(tmp_path):
    one = experiment_on("ishigami", {"kind": "latin", "points": 3}, 2, 1.0)
    with pytest.raises(sim.ScenarioError, match=r"--precision and --part 1/2: .* without --part"):
        carry_out(Study(one, tmp_path / "parts", (1, 2)), Workers("serial"), precision=0.5)
    for part in ((1, 2), (2, 2)):
        carry_out(Study(one, tmp_path / "parts", part), Workers("serial"))
    for folder in ("parts", "whole"):
        carry_out(Study(one, tmp_path / folder), Workers("serial"), precision=0.5)
    the_same(tmp_path / "whole", tmp_path / "parts")


def test_the_time_of_the_report_is_foretold_where_one_is_written(tmp_path):
    study, part = (Study(experiment_on("ishigami", LATIN, 2, 1.0), tmp_path, part) for part in (WHOLE, (1, 2)))
    few = study.experiment
    said = "\n".join(what_comes(study, study.estimate(1), 1, sensitivity_report))
    assert f"The report then takes about {in_words(sensitivity_report.seconds(few, 0.0))} more." in said
    assert "The report" not in "\n".join(what_comes(part, part.estimate(1), 1, sensitivity_report))
    many = replace(few, axes=few.axes * 20)
    assert sensitivity_report.seconds(many, 0.0) > 5 * sensitivity_report.seconds(few, 0.0)


def report_of(seconds):
    return Report(lambda experiment: None, lambda study: None, lambda experiment, seconds_a_run: seconds)


def test_an_hour_is_an_hour_of_runs_and_report_together(tmp_path, monkeypatch):
    one, asked_about = experiment_on("ishigami", LATIN, 2, 1.0), []

    def carried_out(folder, part, report):
        study = Study(one, tmp_path / folder, part)
        carry_out(study, Workers("serial"), say=lambda words: None, agree=asked_about.append, report=report_of(report))

    with pytest.raises(
        sim.ScenarioError, match=r"It would take 2\.0 hours \(2\.0 hours of it for the report\); add --yes"
    ):
        carried_out("long", WHOLE, 7200.0)
    assert asked_about == ["This takes 2.0 hours (2.0 hours of it for the report). Go on?"]
    monkeypatch.setattr("experiments.study.carry_out.ASKS_ABOVE", 0)
    with pytest.raises(
        sim.ScenarioError, match=r"It would take 50 s; add --yes"
    ):  # less than a minute is not told apart
        carried_out("long", WHOLE, 50.0)
    monkeypatch.undo()
    carried_out("short", WHOLE, 60.0)
    carried_out("shared", (1, 2), 7200.0)  # a part is not reported on
    assert len(asked_about) == 2


def test_who_has_to_wait_for_a_folder_is_told_for_what_once(tmp_path, capsys):
    study = Study(experiment_on("ishigami", LATIN, 2, 1.0), tmp_path)
    second = threading.Thread(target=study.run, args=(Workers("serial"), 0.001))
    with alone(tmp_path):
        assert "Waiting" not in capsys.readouterr().err
        second.start()
        second.join(WAITS_UNTOLD + 1.0)
        assert second.is_alive()
        assert capsys.readouterr().err == (
            f"Waiting: another famschool is at work in '{tmp_path}'. Ctrl-C ends the wait.\n"
        )
    second.join(60)
    assert not second.is_alive() and len(tables(tmp_path)[0]) == 40 and "Waiting" not in capsys.readouterr().err


@pytest.mark.parametrize("ctrl_c", ["default_int_handler", "SIG_IGN"])  # SIG_IGN: started by a script with `&`
def test_ctrl_c_keeps_what_is_done_and_says_how_to_go_on(tmp_path, ctrl_c):
    script = (
        "import sys; from experiments.study.carry_out import *; from tests.faults.one_run import experiment\n"
        "from experiments.study.folder import Study; from pathlib import Path\n"
        f"import os, signal\nsignal.signal(signal.SIGINT, signal.{ctrl_c})\n"
        "def bar(total, begin):\n"
        "    from contextlib import contextmanager\n"
        "    @contextmanager\n"
        "    def shown(): yield lambda done: os.kill(os.getpid(), signal.SIGTERM)\n"
        "    return shown()\n"
        "if __name__ == '__main__':\n"
        "    try: carry_out(Study(experiment(), Path(sys.argv[1])), Workers('processes', 2), bar=bar)\n"
        "    except Stopped as stopped: print(stopped); sys.exit(stopped.code)\n"
    )
    (tmp_path / "script.py").write_text(script)
    here = Path(__file__).parents[3]
    ran = subprocess.run(
        [sys.executable, str(tmp_path / "script.py"), str(tmp_path / "results")],
        capture_output=True,
        text=True,
        cwd=here,
        env=os.environ | {"PYTHONPATH": str(here)},
        timeout=120,
        check=False,
    )
    assert ran.returncode == 130, ran.stderr
    assert "famschool resume" in ran.stdout and list((tmp_path / "results" / "parts").glob("*.parquet"))


def test_a_folder_of_another_question_or_model_is_refused(tmp_path, monkeypatch):
    experiment = asked(levers={"messages.per_week": [1, 5]}, replicates=1)
    study_of(experiment, tmp_path).run(Workers("serial"), 0.05)
    with pytest.raises(sim.ScenarioError, match="Name another folder"):
        study_of(experiment | {"families": 41}, tmp_path)
    monkeypatch.setattr(sim, "MODEL", "another", raising=False)
    with pytest.raises(sim.ScenarioError, match="their runs cannot be mixed"):
        study_in(tmp_path)

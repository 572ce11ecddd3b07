"""The report of famschool compare, made for a page: the same strategies, places and luck, in files to take home."""

import tempfile
from pathlib import Path

import sim
from experiments.app.apart import as_lines, line, told
from experiments.app.compare import refuse_too_long, scenarios_of
from experiments.app.district import DistrictShelf, sheet_or
from experiments.app.files import to_take_home
from experiments.app.waiting import Turn

SAID = ("place", "families", "weeks", "at", "culture", "policy", "budget", "numbers")  # of a page's start
FILES = ("report.html", "table.csv", "choice.csv", "tables.xlsx")
QUESTION = "Which of these strategies, for these families?"
PACE = 0.05  # seconds of a run, for pieces of work small enough to be told


def reported(shelf, asked):
    """Lines of JSON: one at once, then how many runs are done, the last with the files. Errors: as for compare."""
    refuse_too_long(shelf, asked, scenarios_of(DistrictShelf(shelf, asked.district), asked))
    if len(asked.strategies) < 2:
        raise sim.ScenarioError("A report compares at least two strategies.")
    if unsaid := [key for key in asked.start if key not in (*SAID, "question", "strategy", "against")]:
        raise sim.ScenarioError(f"A report cannot hold {', '.join(map(str, unsaid))[:80]}; it holds {', '.join(SAID)}.")
    return _lines(asked)


def _lines(asked):
    runs = asked.replicates * len(asked.strategies)
    with Turn() as turn, sheet_or(asked.district, None) as sheet, tempfile.TemporaryDirectory() as folder:
        for ahead in turn.wait():
            yield line(waiting=ahead)
        yield line(done=0, of=runs)
        yield from as_lines(told(run_and_write, experiment_of(asked), sheet and str(sheet), Path(folder), runs))


def experiment_of(asked):
    """The experiment that the command line would read, with nothing unknown varied."""
    strategies = [{name: {"routine": {}, "funded": True} | strategy} for name, strategy in asked.strategies.items()]
    said = {key: asked.start[key] for key in SAID if asked.start.get(key) is not None}
    return said | {
        "name": "comparison",
        "question": str(asked.start.get("question") or QUESTION),
        "strategies": strategies,
        "replicates": asked.replicates,
        "design": {"kind": "list", "points": [{}]},
        "look_at": ["language"],
    }


def run_and_write(say, experiment, sheet, folder, runs):
    """The whole work of the other process: how many runs are done, then the files."""
    from experiments.compare.report import comparison
    from experiments.compare.what_is_compared import read_comparison
    from experiments.study.folder import study_of
    from experiments.study.workers import Workers

    study, done = study_of(read_comparison(experiment, district=sheet), folder), [0]

    def hear(lived):
        done[0] += len(lived.ids) + lived.failed
        say({"done": done[0], "of": runs})

    study.run(Workers("serial"), PACE, hear)
    comparison("payers").written(study)
    say({"answer": {"files": {name: to_take_home(folder / name) for name in FILES}}})

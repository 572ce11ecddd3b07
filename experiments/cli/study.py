"""Study: many runs, that survive what happens to them."""

import json
import sys
from typing import Annotated

import typer

from experiments.cli.app import STUDY, AsJson, Out, app, paper
from experiments.cli.progress import Bar, compile_first

Experiment = Annotated[str, typer.Argument(help="An experiment: a file, or a name such as quick_look.")]
Folder = Annotated[str, typer.Argument(help="A results folder.")]
Replicates = Annotated[int | None, typer.Option(min=1, max=100_000, help="Seeds a point, instead of the file's.")]
Points = Annotated[int | None, typer.Option(min=2, help="Points of the design, instead of the file's; more go on.")]


def _reachable(precision):
    if precision == 0.0:
        raise typer.BadParameter("--precision 0 can never be reached: an error above 0 is asked for.")
    return precision


Precision = Annotated[
    float | None,
    typer.Option(
        min=0.0, callback=_reachable, help="Add replicates until the error of the mean difference is below this."
    ),
]
Count = Annotated[int, typer.Option("--workers", min=0, max=1024, help="Workers; 0: as many as there are cores.")]
Kind = Annotated[str, typer.Option("--executor", help="processes, serial or dask.")]
Scheduler = Annotated[str | None, typer.Option(help="Address of a Dask scheduler.")]
Part = Annotated[str | None, typer.Option(help="Only a share of the points: 3/40 is the third of forty.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask, however long it takes.")]


@app.command(rich_help_panel=STUDY)
def sweep(
    experiment: Experiment,
    replicates: Replicates = None,
    precision: Precision = None,
    workers: Count = 0,
    executor: Kind = "processes",
    scheduler: Scheduler = None,
    part: Part = None,
    yes: Yes = False,
    json_: AsJson = False,
    out: Out = None,
):
    """One to three things over ranges: lines with bands, heat maps, where an outcome turns.

    Example: famschool sweep quick_look --replicates 20
    """
    from experiments.study.cases import part_of
    from experiments.study.precision import refuse_precision_of_a_part
    from experiments.study.reports import sweep_report

    if part:
        refuse_precision_of_a_part(precision, part_of(part))  # before there is a folder
    study = _study(experiment, sweep_report, out, part, replicates=replicates)
    carry_out_and_show(study, sweep_report, workers, executor, scheduler, precision, yes, json_)


@app.command(rich_help_panel=STUDY)
def sensitivity(
    experiment: Experiment,
    points: Points = None,
    replicates: Replicates = None,
    workers: Count = 0,
    executor: Kind = "processes",
    scheduler: Scheduler = None,
    part: Part = None,
    yes: Yes = False,
    json_: AsJson = False,
    out: Out = None,
):
    """What decides an outcome: Morris, Sobol', delta and PAWN over what is not known, and whether it has converged.

    Example: famschool sensitivity what_matters --points 512
    """
    from experiments.study.reports import sensitivity_report

    study = _study(experiment, sensitivity_report, out, part, points=points, replicates=replicates)
    carry_out_and_show(study, sensitivity_report, workers, executor, scheduler, None, yes, json_)


@app.command(rich_help_panel=STUDY)
def discover(
    experiment: Experiment,
    below: Annotated[float | None, typer.Option(help="Of interest: a difference below this.")] = None,
    above: Annotated[float | None, typer.Option(help="Of interest: a difference above this.")] = None,
    points: Points = None,
    replicates: Replicates = None,
    workers: Count = 0,
    executor: Kind = "processes",
    scheduler: Scheduler = None,
    part: Part = None,
    yes: Yes = False,
    json_: AsJson = False,
    out: Out = None,
):
    """Where, among what is not known, a strategy does worse than the baseline (or as asked): boxes found by PRIM.

    Example: famschool discover where_visits_fail --below 0.05
    """
    from experiments.study.reports import discover_report

    report = discover_report(below, above)  # refuses before there is a folder
    study = _study(experiment, report, out, part, points=points, replicates=replicates)
    study.report = {"verb": "discover", "below": below, "above": above}
    carry_out_and_show(study, report, workers, executor, scheduler, None, yes, json_)


@app.command(rich_help_panel=STUDY)
def resume(
    folder: Folder,
    points: Points = None,
    replicates: Replicates = None,
    workers: Count = 0,
    executor: Kind = "processes",
    scheduler: Scheduler = None,
    yes: Yes = False,
    json_: AsJson = False,
):
    """Go on where an experiment or a plan stopped, or put the parts of several machines together.

    Example: famschool resume results/quick_look/1a2b3c4d5e6f
    """
    from experiments.cli.planned import carry_out_plan
    from experiments.plan.folder import is_plan, plan_in
    from experiments.study.folder import study_in
    from experiments.study.reports import report_for
    from experiments.study.workers import Workers

    if is_plan(folder):
        if points or replicates:
            raise typer.BadParameter("a plan gives each mix the seeds it needs: no --points, no --replicates.")
        carry_out_plan(plan_in(folder), Workers(executor, workers, scheduler), json_)
        return
    study = study_in(folder, points=points, replicates=replicates)
    carry_out_and_show(study, report_for(study), workers, executor, scheduler, None, yes, json_)


@app.command(rich_help_panel=STUDY)
def repeat(folder: Folder, workers: Count = 0, json_: AsJson = False):
    """Run a finished experiment, plan or scenario again and say whether every number came out the same.

    Example: famschool repeat results/quick_look/1a2b3c4d5e6f
    """
    from experiments.study.repeated import repeated

    same = repeated(folder, workers)
    print(json.dumps({"same": same.same, "values": same.values, "different": same.different}) if json_ else same.words)
    if not same.same:
        raise typer.Exit(1)


def _study(experiment, report, out, part, **changes):
    """What was asked, refused where the report could make nothing of it before there is a folder."""
    from experiments.study.cases import WHOLE, part_of
    from experiments.study.experiment import read_experiment
    from experiments.study.folder import study_of

    asked = read_experiment(experiment).but(**changes)
    report.refuse(asked)
    return study_of(asked, out, part_of(part) if part else WHOLE)


def carry_out_and_show(study, report, workers, executor, scheduler, precision, yes, json_):
    from experiments.study.carry_out import Stopped, carry_out
    from experiments.study.workers import Workers

    def say(words):
        typer.echo(words, err=True)

    def agree(words):
        return yes or (sys.stdin.isatty() and typer.confirm(words, err=True))

    report.refuse(study.experiment)
    compile_first()
    try:
        study = carry_out(study, Workers(executor, workers, scheduler), precision, say, agree, Bar, report)
    except Stopped as stopped:
        say(str(stopped))
        raise typer.Exit(stopped.code) from None
    if study is None:
        return
    _show(report.written(study), study, json_)
    from experiments.counted import counted

    failed = len(study.parts.failed)
    if failed:
        say(f"{counted(failed, 'run')} failed: see status and error in cases.parquet.")
        raise typer.Exit(1)


def _show(written, study, json_):
    if json_:
        print(json.dumps(written.json | {"folder": str(study.folder)}))
        return
    for one in written.tables:
        paper().print(one)
    for line in written.lines:
        print(line)
    for picture in written.pictures:
        print(f"Picture: {picture}")
    print(f"Folder:  {study.folder}")

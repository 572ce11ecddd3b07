"""Plan: which strategy, at what cost, and how sure that is."""

from typing import Annotated

import typer

from experiments.cli.app import PLAN, AsJson, Out, app
from experiments.cli.study import Count, Experiment, Kind, Replicates, Scheduler, Yes, carry_out_and_show

Perspective = Annotated[str, typer.Option(help="Whose costs count: preschool, payers or society (families' time too).")]


@app.command(rich_help_panel=PLAN)
def compare(
    experiment: Experiment,
    replicates: Replicates = None,
    perspective: Perspective = "payers",
    workers: Count = 0,
    executor: Kind = "processes",
    scheduler: Scheduler = None,
    yes: Yes = False,
    json_: AsJson = False,
    out: Out = None,
):
    """Strategies side by side: effects, who gains, cost, how often each is best; an HTML report.

    Example: famschool compare five_strategies --perspective society
    """
    from experiments.compare.choice import check_perspective
    from experiments.compare.report import comparison
    from experiments.compare.what_is_compared import read_comparison
    from experiments.study.folder import study_of

    check_perspective(perspective)
    study = study_of(read_comparison(experiment, replicates), out)
    carry_out_and_show(study, comparison(perspective), workers, executor, scheduler, None, yes, json_)

"""Plan: which strategy, at what cost, and how sure that is."""

from typing import Annotated

import typer

from experiments.cli.app import PLAN, AsJson, Out, app
from experiments.cli.planned import carry_out_plan
from experiments.cli.study import Count, Experiment, Kind, Replicates, Scheduler, Yes, carry_out_and_show

Perspective = Annotated[
    str, typer.Option(help="Whose costs count: preschool, authority, payers (both) or society (everybody's time too).")
]
Prices = Annotated[str | None, typer.Option(help="What things cost: a list as `famschool new prices` writes it.")]


@app.command(rich_help_panel=PLAN)
def compare(
    experiment: Experiment,
    replicates: Replicates = None,
    perspective: Perspective = "payers",
    district: Annotated[str | None, typer.Option(help="Your own preschools: an .xlsx or .csv sheet.")] = None,
    prices: Prices = None,
    workers: Count = 0,
    executor: Kind = "processes",
    scheduler: Scheduler = None,
    yes: Yes = False,
    json_: AsJson = False,
    out: Out = None,
):
    """Strategies side by side: effects, who gains, cost, how often each is best; an HTML report.

    Example: famschool compare five_strategies --perspective society --prices my_prices.yaml
    """
    from experiments.compare.choice import check_perspective
    from experiments.compare.report import comparison
    from experiments.compare.what_is_compared import read_comparison
    from experiments.study.folder import study_of

    check_perspective(perspective)
    study = study_of(read_comparison(experiment, replicates, district, prices), out)
    study.report = {"verb": "compare", "perspective": perspective}
    _say_of_the_sheet(study.experiment.subject.scenario({}, study.experiment.strategies[0]).place.district)
    carry_out_and_show(study, comparison(perspective), workers, executor, scheduler, None, yes, json_)


@app.command(rich_help_panel=PLAN)
def plan(
    district: Annotated[
        str, typer.Argument(help="Your preschools: an .xlsx or .csv sheet, or a name such as example.")
    ],
    budget: Annotated[float, typer.Option(help="Money for the whole district and a year.")],
    place: Annotated[str, typer.Option(help="Whose law, culture and prices hold.")] = "us_preschool",
    hours: Annotated[float | None, typer.Option(help="Hired hours a class and week at most.")] = None,
    levers: Annotated[str, typer.Option(help="What may be mixed: a file of configs/planning.")] = "levers",
    prices: Prices = None,
    perspective: Perspective = "payers",
    look_at: Annotated[list[str] | None, typer.Option(help="Objectives, the main one first. May be repeated.")] = None,
    workers: Count = 0,
    json_: AsJson = False,
    out: Out = None,
):
    """Searches mixes and doses within money and hours: the best ones, and the robust, cheap and fair choice.

    Example: famschool plan example --budget 60000
    """
    from experiments.plan.asked import OBJECTIVES, asked_of
    from experiments.plan.folder import plan_folder
    from experiments.study.workers import Workers

    asked = asked_of(district, budget, place, hours, levers, tuple(look_at or OBJECTIVES), prices, perspective)
    _say_of_the_sheet(asked.place.district)
    carry_out_plan(plan_folder(asked, out), Workers("processes", workers), json_)


def _say_of_the_sheet(district):
    from experiments.sheet_notes import sheet_notes

    for line in sheet_notes(district):
        typer.echo(f"Note: {line}", err=True)

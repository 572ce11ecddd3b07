"""Check: published trials run again, what surveys see, and what the numbers are fitted to."""

import json
from typing import Annotated, Literal

import typer

from experiments.cli.app import CHECK, AsJson, app
from experiments.cli.progress import Bar

Numbers = Annotated[
    Literal["posterior", "default"],
    typer.Option("--numbers", help="posterior: spread over the fitted ensemble; default: the numbers as declared."),
]


@app.command(rich_help_panel=CHECK)
def trial(
    trial: Annotated[str, typer.Argument(help="A trial: a file, or a name such as messages_year.")],
    seeds: Annotated[int | None, typer.Option("--seeds", min=1, max=100_000, help="Replicates.")] = None,
    numbers: Numbers = "posterior",
    json_: AsJson = False,
):
    """A published trial, run as it was run: what it would have found, beside what it found.

    Example: famschool trial messages_year
    """
    from rich.console import Console

    from experiments.trial.read import read_trial
    from experiments.trial.run import how_many_lives, run_trial
    from experiments.trial.show import trial_table

    asked = read_trial(trial)
    with Bar(how_many_lives(asked, seeds, numbers)) as step:
        found = run_trial(asked, seeds, numbers, step)
    if json_:
        print(json.dumps(found))
        return
    Console().print(trial_table(found, asked))


@app.command(rich_help_panel=CHECK)
def patterns(
    place: Annotated[str, typer.Argument(help="A place.")] = "us_kindergarten",
    seeds: Annotated[int, typer.Option("--seeds", min=2, max=100_000, help="Simulated years.")] = 10,
    families: Annotated[int, typer.Option("--families", min=100, max=200_000, help="Families a year.")] = 2000,
    numbers: Numbers = "posterior",
    json_: AsJson = False,
):
    """What a survey would see in the simulated families: correlations, which are not effects.

    Example: famschool patterns us_preschool --seeds 4
    """
    from rich.console import Console

    from experiments.patterns.show import pattern_table
    from experiments.patterns.survey import survey

    with Bar(seeds) as step:
        found = survey(seeds, numbers, place, families, step)
    if json_:
        print(json.dumps({"patterns": found}))
        return
    Console().print(pattern_table(found, place, families, seeds))

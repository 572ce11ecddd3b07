"""Check: what would be run, and where its numbers come from."""

import sys
from typing import Annotated

import typer

from experiments.cli.app import CHECK, AsJson, Name, app, paper
from experiments.cli.progress import Bar, compile_first


@app.command(rich_help_panel=CHECK)
def check(file: Annotated[str, typer.Argument(help="A file, or a name such as first_look.")]):
    """Read a file of yours and say what would be run: runs, time, disk, and what differs or varies.

    Scenario, experiment, trial, district, strategy, place or list of prices.

    Example: famschool check my_scenario.yaml
    """
    from experiments.check_file import lines, notes

    print("\n".join(lines(file)))
    for note in notes(file):
        print(f"Note: {note}", file=sys.stderr)


@app.command(rich_help_panel=CHECK)
def sources(scenario: Name):
    """Every number a run uses, with its source: measured, fitted, assumed, chosen.

    Example: famschool sources first_look
    """
    from experiments.read import read_with
    from experiments.show import sources_table

    table, count, studies = sources_table(read_with(scenario))
    paper().print(table)
    print(f"{count}\n\nStudies cited (all in configs/evidence.csv):")
    for study in studies:
        print(f"  {study}")


@app.command(rich_help_panel=CHECK)
def bench(json_: AsJson = False):
    """Speed against the same rules as ordinary Mesa agents, and by size: measured now, beside what it must be.

    Example: famschool bench
    """
    import json

    from rich.console import Console

    from experiments.bench.figures import figures
    from experiments.bench.show import table_of

    compile_first()
    print("Measuring, about two minutes; other work on this machine makes the figures worse.", file=sys.stderr)
    with Bar(5) as step:
        found = figures(step)
    if json_:
        print(json.dumps(found))
        return
    Console().print(table_of(found))

"""famschool <verb>: thin, one function a verb."""

import json
import sys
from typing import Annotated

import typer

app = typer.Typer(
    name="famschool",
    help="Family-school cooperation in preschool education, simulated: who is reached, at what cost, and what children gain.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
LOOK, CHECK = "Look", "Check"
Name = Annotated[str, typer.Argument(help="A scenario: a file, or a name such as first_look.")]
Seeds = Annotated[
    int | None, typer.Option("--seeds", min=1, max=100_000, help="Pairs of runs; the scenario's replicates otherwise.")
]
Weeks = Annotated[int | None, typer.Option("--weeks", help="Weeks, instead of the scenario's.")]
Set = Annotated[
    list[str] | None, typer.Option("--set", help="Change a number: --set Trust.slowness=0.3. May be repeated.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON to stdout and nothing else.")]
Out = Annotated[str | None, typer.Option("--out", help="Write the results into exactly this folder.")]


@app.command(rich_help_panel=LOOK)
def run(
    scenario: Name, seeds: Seeds = None, weeks: Weeks = None, set_: Set = None, json_: AsJson = False, out: Out = None
):
    """One scenario against its baseline, same families, same luck: table, two pictures, a folder.

    Example: famschool run first_look --seeds 20 --set Trust.slowness=0.3
    """
    from experiments.read import read_with
    from experiments.run import run as run_scenario

    asked = read_with(scenario, weeks, set_)
    _say_what_comes(asked, seeds)
    try:
        with _progress(seeds or asked.replicates) as step:
            table, folder, read = run_scenario(asked, seeds, out, step)
    except KeyboardInterrupt:
        typer.echo("Stopped; nothing was written. The same command begins again.", err=True)
        raise typer.Exit(130) from None
    if json_:
        rows = json.loads(table.to_json(orient="records"))
        print(json.dumps({"outcomes": rows, "folder": str(folder)}))
        return
    _show(table, asked, folder, read)


def _say_what_comes(scenario, seeds):
    import sim

    if not sim.is_compiled_already():
        typer.echo("Compiling the model, once (about half a minute) …", err=True)
    pairs = seeds or scenario.replicates
    typer.echo(f"{pairs} pairs of runs of {scenario.families:,} families and {scenario.weeks} weeks.", err=True)


def _show(table, scenario, folder, read):
    from rich.console import Console

    from experiments.show import outcome_table

    Console().print(outcome_table(table, scenario))
    print(f"Pictures: {folder / 'by_fifth.png'}, {folder / 'the_year.png'}")
    print(f"Folder:   {folder}" + ("  (read, not run: nothing had changed)" if read else ""))


class _progress:
    """A bar with the time left, on stderr."""

    def __init__(self, total):
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        self.bar = Progress(
            TextColumn("running"),
            BarColumn(),
            TextColumn("{task.completed}/{task.total}"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self.task = self.bar.add_task("running", total=total)

    def __enter__(self):
        self.bar.start()
        return lambda done: self.bar.update(self.task, completed=done)

    def __exit__(self, *_):
        self.bar.stop()


@app.command(rich_help_panel=CHECK)
def check(scenario: Name):
    """Read a scenario and say what would be run: runs, time, disk, and what differs from the place.

    Example: famschool check my_scenario.yaml
    """
    from experiments.read import differences, read_with

    asked = read_with(scenario)
    runs = 2 * asked.replicates
    seconds = runs * asked.families * (asked.weeks + 26) * 1e-6
    print(f"{asked.name}: {asked.question}")
    print(
        f"{runs} runs of {asked.families:,} families and {asked.weeks} weeks, "
        f"about {max(1, round(seconds))} s on one core, under 2 MB."
    )
    for line in differences(asked):
        print(f"  {line}")


@app.command("list", rich_help_panel=LOOK)
def list_(
    kind: Annotated[
        str | None, typer.Argument(help="places, scenarios, strategies, interventions, outcomes or numbers.")
    ] = None,
):
    """Places, scenarios, strategies, interventions, outcomes, numbers.

    Example: famschool list interventions
    """
    from experiments.describe import listing

    for line in listing(kind):
        print(line)


@app.command(rich_help_panel=LOOK)
def describe(
    name: Annotated[str, typer.Argument(help="A place, strategy, intervention, outcome, number or group of numbers.")],
):
    """Unit, range, source and sentence of anything; for a place, its families beside the survey's.

    Example: famschool describe us_kindergarten
    """
    from experiments.describe import describe as described

    for line in described(name):
        print(line)


@app.command(rich_help_panel=CHECK)
def sources(scenario: Name):
    """Every number a run uses, with its source: measured, fitted, assumed, chosen.

    Example: famschool sources first_look
    """
    from rich.console import Console

    from experiments.read import read_with
    from experiments.show import sources_table

    table, count = sources_table(read_with(scenario))
    Console().print(table)
    print(count)


@app.callback(invoke_without_command=True)
def version(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False):
    if version:
        import sim

        print(f"famschool {sim.__version__}")
        raise typer.Exit


def main():
    """Run a verb; a user's mistake is one message and exit code 2, the machine's failure 3, Ctrl-C 130."""
    try:
        app(standalone_mode=True)
    except KeyboardInterrupt:
        print("\nStopped. The same command begins again.", file=sys.stderr)
        sys.exit(130)
    except OSError as error:
        print(f"The machine failed: {error}.", file=sys.stderr)
        sys.exit(3)
    except ValueError as error:
        if type(error).__name__ != "ScenarioError":
            raise
        print(error, file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()

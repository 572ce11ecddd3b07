"""The command line itself, and the words its verbs share."""

import os
import sys
from typing import Annotated, Literal

import typer

app = typer.Typer(
    name="famschool",
    help="Family-school cooperation in preschool education, simulated: who is reached, at what cost, and what children gain.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)


def nameable(name):
    """The name of a folder or file as given, refused where nobody could type it: empty, or with signs that are not seen."""
    if name is not None and not name.strip():
        raise typer.BadParameter("an empty name names nothing.")
    if name is not None and not name.isprintable():
        raise typer.BadParameter(f"{name!r} holds signs that cannot be seen; choose a name without them.")
    return name


LOOK, STUDY, PLAN, CHECK = "Look", "Study", "Plan", "Check"  # what people want, in the order of --help
Name = Annotated[str, typer.Argument(help="A scenario: a file, or a name such as first_look.")]
Seeds = Annotated[
    int | None, typer.Option("--seeds", min=1, max=100_000, help="Pairs of runs; the scenario's replicates otherwise.")
]
Weeks = Annotated[int | None, typer.Option("--weeks", help="Weeks, instead of the scenario's.")]
Set = Annotated[
    list[str] | None, typer.Option("--set", help="Change a number: --set Trust.slowness=0.3. May be repeated.")
]
Without = Annotated[
    list[str] | None, typer.Option("--without", help="Switch a mechanism off: --without norms. May be repeated.")
]
Numbers = Annotated[
    Literal["posterior", "default"] | None,
    typer.Option("--numbers", help="posterior: what is not known is carried through too (the fitted ensemble)."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON to stdout and nothing else.")]
Out = Annotated[
    str | None, typer.Option("--out", callback=nameable, help="Write the results into exactly this folder.")
]


@app.callback(invoke_without_command=True)
def version(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False):
    if version:
        import sim

        print(f"famschool {sim.__version__}")
        raise typer.Exit


def paper():
    """Where tables are printed: as wide as the terminal, in a file or pipe as COLUMNS says, or 100."""
    from rich.console import Console

    said = os.environ.get("COLUMNS", "")
    width = int(said) if said.isdigit() and int(said) > 0 else None if sys.stdout.isatty() else 100
    return Console(highlight=False, markup=False, width=width)

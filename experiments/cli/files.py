"""Check: files to edit, and what editors know of them."""

import json
from pathlib import Path
from typing import Annotated

import typer

from experiments.cli.app import CHECK, app, nameable

Kind = Annotated[
    str | None, typer.Option("--kind", help="scenario, strategy, place, experiment or trial, where a name is several.")
]


@app.command(rich_help_panel=CHECK)
def new(
    name: Annotated[
        str,
        typer.Argument(
            help="What is copied: first_look, us_preschool …; or a kind of file: strategy, trial …, district, prices."
        ),
    ],
    file: Annotated[
        str | None, typer.Argument(callback=nameable, help="A file ending in .yaml, or a name: my_NAME otherwise.")
    ] = None,
    kind: Kind = None,
    force: Annotated[bool, typer.Option("--force", help="Write over what is there.")] = False,
):
    """A commented copy of a shipped config, to edit; `district`, `prices`: a sheet or list to fill in.

    Example: famschool new first_look my_town.yaml
    """
    if name == "district":
        _new_district(file or "my_district.xlsx", force)
        return
    if name == "prices":
        _new_prices(file or "my_prices.yaml", force)
        return
    from experiments.copy_config import how_it_is_used, new_config

    kind, path, beside = new_config(name, file, kind, force)
    article = "an" if kind == "experiment" else "a"
    print(f"{path}: {article} {kind} to edit; {beside.name} beside it tells editors what may stand there.")
    print(how_it_is_used(kind, path))


def _new_district(file, force):
    from experiments.district_template import write_template

    write_template(Path(file), force)
    own = " Prices of your own go into its sheet prices." if file.endswith("xlsx") else ""
    print(f"{file}: a row for each of your preschools, with a worked line; what each column means stands in it.{own}")
    print(f"famschool plan {file} --budget 60000 reads it.")


def _new_prices(file, force):
    from experiments.prices_template import write_prices

    write_prices(Path(file), force)
    print(f"{file}: every price with its range, year and source; put yours in their place.")
    print(f"famschool compare five_strategies --prices {file} reads it.")


@app.command(rich_help_panel=CHECK)
def schema(
    kind: Annotated[str | None, typer.Argument(help="scenario, strategy, place, experiment, trial or prices.")] = None,
):
    """JSON Schema of a kind of config, or of all, for editors.

    Example: famschool schema scenario
    """
    from experiments.schema import schema as of_kind
    from experiments.schema import schema_of_all

    print(json.dumps(of_kind(kind) if kind else schema_of_all(), indent=1, ensure_ascii=False))

"""A plan carried out in its folder and shown: by `plan`, and by `resume`."""

import json

import typer

from experiments.cli.progress import compile_first

SHOWN = ("chosen", "mixes", "bill", "left_out")  # tables of --json


def carry_out_plan(there, workers, json_):
    """Search, choose, write down and show; whatever ends it early is said with the line that goes on."""
    from rich.console import Console

    from experiments.study.carry_out import Stopped, kept

    compile_first()
    try:
        with kept(there), workers, Console(stderr=True).status("searching …") as status:
            done = there.carried_out(workers, lambda lived: status.update(f"searching … {lived:,} years lived or read"))
    except Stopped as stopped:
        typer.echo(str(stopped), err=True)
        raise typer.Exit(stopped.code) from None
    _show(*done, there.folder, json_)


def _show(page, said, tables, folder, json_):
    if json_:
        shown = {name: json.loads(tables[name].to_json(orient="records")) for name in SHOWN}
        print(json.dumps(shown | {"summary": said, "folder": str(folder)}))
        return
    for line in (*said, f"Report: {page}"):
        print(line)

"""Check: published trials run again, what surveys see, and what the numbers are fitted to."""

import json
from typing import Annotated

import typer

from experiments.cli.app import CHECK, AsJson, Numbers, app, nameable, paper
from experiments.cli.progress import Bar, compile_first


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
    from experiments.trial.read import read_trial
    from experiments.trial.run import how_many_lives, run_trial
    from experiments.trial.show import said_below, trial_table

    asked = read_trial(trial)
    compile_first()
    with Bar(how_many_lives(asked, seeds, numbers)) as step:
        found = run_trial(asked, seeds, numbers, step)
    if json_:
        print(json.dumps(found))
        return
    paper().print(trial_table(found, asked))
    for note in said_below(found):
        paper().print(f"Note: {note}", highlight=False, markup=False)


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
    import sim
    from experiments.patterns.show import pattern_table
    from experiments.patterns.survey import survey

    sim.read_place(place)  # a wrong name is refused before anything is compiled
    compile_first()
    with Bar(seeds) as step:
        found = survey(seeds, numbers, place, families, step)
    if json_:
        print(json.dumps({"patterns": found}))
        return
    paper().print(pattern_table(found, place, families, seeds))


@app.command(rich_help_panel=CHECK)
def validate(
    members: Annotated[
        int | None, typer.Option("--members", min=2, max=10_000, help="Sets of numbers of the ensemble; all otherwise.")
    ] = None,
    numbers: Numbers = "posterior",
    json_: AsJson = False,
    out: Annotated[str, typer.Option("--out", callback=nameable, help="Folder of the page.")] = "results/validation",
):
    """All published trials at once, misses first: a page with a forest plot, beside models that know nothing.

    Example: famschool validate --members 60
    """
    import time

    from experiments.posterior import members as ensemble
    from experiments.validate.check import WITHOUT_ENSEMBLE, validated
    from experiments.validate.manifest import page_folder, write_manifest
    from experiments.validate.page import verdict, write_page
    from experiments.validate.sizes import over_the_ensemble

    folder = page_folder(out)  # refused before the minute of work
    compile_first()
    began = time.time()
    there = len(ensemble()) if numbers == "posterior" else 0
    jobs = members or there or WITHOUT_ENSEMBLE
    with Bar(jobs) as step:
        rows = validated(jobs, numbers, step)
    held = over_the_ensemble(min(jobs, 40), numbers)
    write_page(rows, folder, jobs, held)
    write_manifest(rows, folder, jobs, numbers, began)
    said = verdict(rows)
    if json_:
        print(json.dumps(said | {"rows": rows, "folder": out}))
        return
    for row in rows:
        if row["causal"] and not row["met"]:
            print(
                f"missed  {row['name']:<34} published {row['published']:6.2f}, simulated {row['simulated']:6.2f}  {row['why']}"
            )
    print(f"{said['met']} of {said['of']} published effects are met. Page: {out}/README.md")


@app.command(rich_help_panel=CHECK)
def calibrate(
    points: Annotated[int, typer.Option("--points", min=50, max=100_000, help="Runs of the first wave.")] = 2000,
    again: Annotated[
        int, typer.Option("--again", min=20, max=100_000, help="Runs of each of three waves towards the evidence.")
    ] = 600,
    members: Annotated[int, typer.Option("--members", min=20, max=10_000, help="Sets of numbers to keep.")] = 200,
    workers: Annotated[int, typer.Option("--workers", min=1, max=256, help="Processes.")] = 2,
    folder: Annotated[
        str, typer.Option("--folder", callback=nameable, help="Where runs are kept; goes on there.")
    ] = "results/calibration",
    out: Annotated[
        str, typer.Option("--out", callback=nameable, help="Where the ensemble is written.")
    ] = "configs/posteriors",
):
    """Fit unknown numbers to the trials: an ensemble of sets that agree with them. Resumable; a quarter of an hour on two cores.

    Example: famschool calibrate --points 400 --again 150 --members 100
    """
    from experiments.calibrate.fit import Asked, calibrate, rows_left_out, write

    def say(wave, done, of):
        if done % 20 == 0 or done == of:
            typer.echo(f"{wave}: {done} of {of}", err=True)

    compile_first()
    asked = Asked(points, (again,) * 3, members, workers)
    found = calibrate(folder, asked, say)
    write(*found, out, rows_left_out(folder, asked, say))
    print(f"{len(found[0])} sets of numbers: {out}/posterior.csv")

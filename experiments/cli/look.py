"""Look: one scenario against its baseline, and what there is."""

import json
from typing import Annotated

import typer

from experiments.cli.app import LOOK, AsJson, Name, Numbers, Out, Seeds, Set, Weeks, Without, app, paper
from experiments.cli.progress import Bar, compile_first


@app.command(rich_help_panel=LOOK)
def run(
    scenario: Name,
    seeds: Seeds = None,
    weeks: Weeks = None,
    set_: Set = None,
    without: Without = None,
    numbers: Numbers = None,
    district: Annotated[str | None, typer.Option(help="Your own preschools: an .xlsx or .csv sheet.")] = None,
    weekly: Annotated[bool, typer.Option("--weekly", help="Keep weekly.parquet too: every week of every run.")] = False,
    json_: AsJson = False,
    out: Out = None,
):
    """One scenario against its baseline, same families, same luck: table, two pictures, a folder.

    Example: famschool run first_look --seeds 20 --set Trust.slowness=0.3
    """
    from experiments.read import read_with
    from experiments.run import run as run_scenario

    asked = read_with(scenario, weeks, set_, without, numbers, district)
    _say_what_comes(asked, seeds)
    try:
        with Bar(seeds or asked.replicates) as step:
            table, folder, read = run_scenario(asked, seeds, out, step, weekly)
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
    from experiments.counted import counted
    from experiments.said_before import said_before
    from experiments.sheet_notes import sheet_notes

    compile_first(institutions=any(doing.name in sim.INSTITUTIONS for doing in scenario.doings()))
    pairs = seeds or scenario.replicates
    typer.echo(
        f"{counted(pairs, 'pair')} of runs of {counted(scenario.families, 'family', 'families')} "
        f"and {counted(scenario.weeks, 'week')}.",
        err=True,
    )
    for line in (*sheet_notes(scenario.place.district), *said_before(scenario)):
        typer.echo(f"Note: {line.removesuffix('.')}.", err=True)


def _show(table, scenario, folder, read):
    from experiments.show import outcome_table

    page = paper()
    page.print(outcome_table(table, scenario, page.width))
    print(f"Pictures: {folder / 'by_fifth.png'}, {folder / 'the_year.png'}")
    print(f"Folder:   {folder}" + ("  (read, not run: nothing had changed)" if read else ""))


@app.command("list", rich_help_panel=LOOK)
def list_(
    kind: Annotated[
        str | None,
        typer.Argument(
            help="places, scenarios, strategies, experiments, trials, districts, prices, "
            "interventions, mechanisms, outcomes or numbers."
        ),
    ] = None,
):
    """What there is: files of every kind, interventions, mechanisms, outcomes, numbers.

    Example: famschool list interventions
    """
    from experiments.describe import listing

    for line in listing(kind):
        print(line)


@app.command(rich_help_panel=LOOK)
def describe(
    name: Annotated[
        str,
        typer.Argument(
            help="A place, a key of it (entrusting), strategy, intervention, mechanism, outcome, number; with --map, a scenario."
        ),
    ],
    map_: Annotated[
        bool, typer.Option("--map", help="Draw one run of a scenario: who is reached, who knows whom.")
    ] = False,
    seed: Annotated[int, typer.Option("--seed", min=0, help="Which run the map shows.")] = 1,
    out: Out = None,
):
    """Unit, range, source and sentence of anything; for a place, its families beside the survey's; a map of a scenario.

    Example: famschool describe us_kindergarten
    """
    if map_:
        _draw_map(name, seed, out)
        return
    from experiments.describe import describe as described

    console = paper()
    for part in described(name):
        console.print(part, soft_wrap=not isinstance(part, str))


def _draw_map(scenario, seed, out):
    """The picture of a district, and what it says in words."""
    import sim
    from experiments.district_map.graph import district, measures
    from experiments.district_map.picture import answer, draw

    scenario = sim.read_scenario(scenario)  # a wrong name is refused before anything is compiled
    compile_first()
    graph, world, read = district(scenario, seed)
    picture = draw(graph, world, read, seed, out or f"results/{read.name}/map")
    print(answer(graph) + ".")
    for what, value in measures(graph).items():
        print(f"  {what}: {value:.2f}" if isinstance(value, float) else f"  {what}: {value}")
    print(f"Picture: {picture}")


@app.command("app", rich_help_panel=LOOK)
def web_app(
    class_: Annotated[
        bool, typer.Option("--class", help="Let everybody in the room in, and show them the address.")
    ] = False,
    show: Annotated[
        str | None,
        typer.Option("--show", help="A folder of results, each with its manifest.json, that may be looked at."),
    ] = None,
    port: Annotated[int, typer.Option(min=1, max=65_535, help="Where it listens.")] = 8010,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the browser.")] = True,
):
    """The web app: explore a school, compare strategies; for a class, offline.

    Example: famschool app --class
    """
    from experiments.app.serve import serve

    serve(for_a_class=class_, show=show, port=port, browser=browser, say=lambda text: typer.echo(text, err=True))


@app.command(rich_help_panel=LOOK)
def mechanisms(
    place: Annotated[str, typer.Argument(help="A place: a file, or a name.")] = "us_preschool",
    seeds: Annotated[int | None, typer.Option("--seeds", min=2, max=10_000, help="Pairs of runs a mechanism.")] = None,
    only: Annotated[list[str] | None, typer.Option("--only", help="This mechanism only. May be repeated.")] = None,
    json_: AsJson = False,
    out: Out = None,
):
    """Each mechanism of the paper off against all on, same families and luck: what it moves, and whether as expected.

    Example: famschool mechanisms us_preschool --seeds 20
    """
    import sim
    from experiments.mechanisms.lived import SEEDS, how_many_lives
    from experiments.mechanisms.shown import as_json, mechanisms_table
    from experiments.mechanisms.stored import run_mechanisms

    sim.read_place(place)  # wrong names are refused before anything is compiled
    seeds = seeds or SEEDS
    lives = how_many_lives(seeds, only)
    compile_first()
    try:
        with Bar(lives) as step:
            rows, folder = run_mechanisms(place, seeds, only, out, step)
    except KeyboardInterrupt:
        typer.echo("Stopped; nothing was written. The same command begins again.", err=True)
        raise typer.Exit(130) from None
    if json_:
        print(json.dumps(as_json(rows)))
        return
    paper().print(mechanisms_table(rows, place, seeds))
    print(f"Picture: {folder / 'mechanisms.png'}")

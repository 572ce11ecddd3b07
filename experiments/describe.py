"""What there is, and what it means: places, strategies, interventions, outcomes, numbers."""

import sim
from experiments import describe_condition

FILES = ("places", "scenarios", "strategies", "experiments", "trials", "districts", "prices")
DECLARED = ("interventions", "mechanisms", "outcomes", "numbers")


def listing(kind=None):
    """Names with a sentence, of one kind or of all."""
    kinds = (*FILES, *DECLARED)
    if kind is not None and kind not in kinds:
        raise sim.unknown("kind of thing", kind, kinds, "famschool list")
    for one in (kind,) if kind else kinds:
        yield f"{one}:"
        yield from (f"  {name:24} {words}" for name, words in _names(one))


def _names(kind):
    if kind in FILES:
        for name, path in sim.list_configs(kind).items():
            yield name, _sentence_of(path)
    elif kind == "interventions":
        yield from ((name, doc(one)) for name, one in sim.INTERVENTIONS.items())
    elif kind == "mechanisms":
        yield from ((name, f"{one.sentence} [§{one.section}]") for name, one in sim.MECHANISMS.items())
    elif kind == "outcomes":
        yield from ((name, f"{one.meaning} [{one.unit}, {one.better} is better]") for name, one in sim.OUTCOMES.items())
    else:
        yield from ((name, doc(one)) for name, one in sim.NUMBERS.items())


def _sentence_of(path):
    """What a config says of itself; of a sheet, which has no place for it, what it is."""
    if path.suffix != ".yaml":
        return "A district, one preschool a row: famschool check says what it holds."
    data = sim.read_yaml(path).data
    return data.get("question") or data.get("describes") or data.get("trial") or ""


def doc(thing):
    """First sentence of what a thing says of itself."""
    return " ".join((thing.__doc__ or "").split())


def describe(name):
    """Everything known of one name, in lines; a key of a place that something else is called by, too, comes after that."""
    conditions = list(describe_condition.lines_on(name))
    if not conditions or name in _known():
        yield from _thing(name)
    yield from conditions


def _known():
    files = (stem for kind in FILES for stem in sim.list_configs(kind))
    return {*sim.INTERVENTIONS, *sim.MECHANISMS, *sim.OUTCOMES, *sim.NUMBERS, *files}


def _thing(name):
    group, _, number = name.partition(".")
    if name in sim.INTERVENTIONS:
        yield from _intervention(sim.INTERVENTIONS[name])
    elif name in sim.MECHANISMS and name not in sim.OUTCOMES:
        yield from _mechanism(sim.MECHANISMS[name])
    elif name in sim.OUTCOMES:
        if name in sim.MECHANISMS:
            yield from _mechanism(sim.MECHANISMS[name])
        one = sim.OUTCOMES[name]
        yield f"{name}: {one.meaning}"
        yield f"unit {one.unit}; {one.better} is better; seen by {', '.join(one.observers)}; rests on {one.rests_on} numbers"
    elif group in sim.NUMBERS and (not number or number in sim.NUMBERS[group].declared):
        yield from _numbers(group, number)
    elif name in sim.list_configs("places"):
        yield from _place(name)
    else:
        yield from _as_written(name)


def _as_written(name):
    """The file of that name, whatever its kind; what is told in words needs no more."""
    files = {stem: path for kind in reversed(FILES) for stem, path in sim.list_configs(kind).items()}
    if name not in files:
        known = _known() | set(describe_condition.names())
        raise sim.unknown("thing to describe", name, known, "famschool list")
    if files[name].suffix == ".xlsx":
        raise sim.ScenarioError(f"{files[name]} is a workbook: famschool check {files[name]} says what it holds.")
    yield from files[name].read_text(encoding="utf-8").splitlines()


def _intervention(kind):
    where = f" (§{kind.section})" if kind.section else ""
    yield f"{kind.name}{where}: {doc(kind)}"
    yield from _declared(kind.name, kind.Dose.declared)
    yield "  for_whom, from_week, until_week: as with every intervention"


def _mechanism(one):
    """What it says, what having it does, and how `without` switches it off."""
    yield f"{one.name} (§{one.section}): {one.sentence}"
    yield from (f"  having it: {outcome} {sign} according to the paper or the field" for outcome, sign in one.moves)
    off = ", ".join(f"{k} taken out" if v is None else f"{k} = {v}" for k, v in one.off.items())
    yield f"  without it: {off}"


def _numbers(group, number):
    yield f"{group} ({sim.FILE_OF[group]}): {doc(sim.NUMBERS[group])}"
    declared = sim.NUMBERS[group].declared
    yield from _declared(group, {number: declared[number]} if number else declared)


def _declared(group, declared):
    for name, one in declared.items():
        yield _line(group, name, one.default, one)


def _line(group, name, value, one):
    """A number with its unit, plausible range (or words to choose from) and source."""
    shown = one.shown(value) if one.choices else f"{value:g} {one.unit}"
    return f"  {group}.{name} = {shown} ({one.plausible()}); {one.source}"


def _place(name):
    from experiments.place_check import compare_with_survey

    place = sim.read_place(name)
    yield f"{name}: {place.describes}."
    yield place.stand_in
    yield ""
    for part, kind in sim.PARTS.items():
        for key, one in kind.declared.items():
            yield _line(part, key, getattr(getattr(place, part), key), one)
    yield ""
    yield from _beside_the_survey(compare_with_survey(name))


HEADINGS = {
    "margin": "Who the families are (percent)",
    "correlation": "How their attributes go together (correlation)",
    "two_way": "Cells of two attributes that were not fitted (percent)",
    "skill": "Children's skills at entry",
    "structure": "How families sort into preschools and classes",
}


def _beside_the_survey(compared):
    """A table for each kind of figure: the survey, 50,000 families drawn, and whether the draw was fitted to it."""
    for kind, rows in compared.groupby("kind", sort=False):
        yield _side_by_side(HEADINGS[kind], rows, decimals=1 if kind in ("margin", "two_way") else 3)


def _side_by_side(title, rows, decimals):
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("figure", max_width=44)
    for column in ("survey", "model", "difference"):
        table.add_column(column, justify="right", no_wrap=True)
    table.add_column("fitted", no_wrap=True)
    for row in rows.itertuples():
        figure = f"{row.name}: {row.level}" if row.level else row.name
        numbers = (f"{row.survey:.{decimals}f}", f"{row.model:.{decimals}f}", f"{row.difference:+.{decimals}f}")
        table.add_row(figure.replace("_", " "), *numbers, row.fitted)
    return table

"""What there is, and what it means: places, strategies, interventions, outcomes, numbers."""

import sim

FILES = ("places", "scenarios", "strategies")
DECLARED = ("interventions", "outcomes", "numbers")


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
            data = sim.read_yaml(path).data
            yield name, data.get("question") or data.get("describes") or ""
    elif kind == "interventions":
        yield from ((name, doc(one)) for name, one in sim.INTERVENTIONS.items())
    elif kind == "outcomes":
        yield from ((name, f"{one.meaning} [{one.unit}, {one.better} is better]") for name, one in sim.OUTCOMES.items())
    else:
        yield from ((name, doc(one)) for name, one in sim.NUMBERS.items())


def doc(thing):
    """First sentence of what a thing says of itself."""
    return " ".join((thing.__doc__ or "").split())


def describe(name):
    """Everything known of one name, in lines."""
    group, _, number = name.partition(".")
    if name in sim.INTERVENTIONS:
        yield from _intervention(sim.INTERVENTIONS[name])
    elif name in sim.OUTCOMES:
        one = sim.OUTCOMES[name]
        yield f"{name}: {one.meaning}"
        yield f"unit {one.unit}; {one.better} is better; seen by {', '.join(one.observers)}; rests on {one.rests_on} numbers"
    elif group in sim.NUMBERS and (not number or number in sim.NUMBERS[group].declared):
        yield from _numbers(group, number)
    elif name in sim.list_configs("places"):
        yield from _place(name)
    elif name in sim.list_configs("strategies"):
        yield from sim.list_configs("strategies")[name].read_text(encoding="utf-8").splitlines()
    else:
        known = {
            *sim.INTERVENTIONS,
            *sim.OUTCOMES,
            *sim.NUMBERS,
            *sim.list_configs("places"),
            *sim.list_configs("strategies"),
        }
        raise sim.unknown("thing to describe", name, known, "famschool list")


def _intervention(kind):
    yield f"{kind.name} (§{kind.section}): {doc(kind)}"
    yield from _declared(kind.name, kind.Dose.declared)
    yield "  for_whom, from_week, until_week: as with every intervention"


def _numbers(group, number):
    yield f"{group} ({sim.FILE_OF[group]}): {doc(sim.NUMBERS[group])}"
    declared = sim.NUMBERS[group].declared
    yield from _declared(group, {number: declared[number]} if number else declared)


def _declared(group, declared):
    for name, one in declared.items():
        words = ", ".join(one.choices) if one.choices else f"{one.low:g} to {one.high:g}"
        yield f"  {group}.{name} = {one.shown(one.default)} {one.unit} ({words}); {one.source}"


def _place(name):
    from experiments.place_check import compare_with_survey

    place = sim.read_place(name)
    yield f"{name}: {place.describes}"
    yield place.stand_in
    for part, kind in sim.PARTS.items():
        for key, one in kind.declared.items():
            value = one.shown(getattr(getattr(place, part), key))
            yield f"  {part}.{key} = {value} {one.unit} ({one.low:g} to {one.high:g}); {one.source}"
    yield "Families drawn (50,000) beside the survey's:"
    yield from compare_with_survey(name).to_string(index=False).splitlines()

"""What a file is, by its name or by what it says, and what would be run with it: read to the end, nothing lived."""

from difflib import get_close_matches
from pathlib import Path

import sim
from experiments.counted import counted
from experiments.doses import in_words
from experiments.never_happens import in_a_scenario
from experiments.read import differences, read_with
from experiments.sheet_notes import sheet_notes
from experiments.study import checked
from experiments.study.experiment import read_experiment

OF_A_PLACE = {"figures", "terms", "stand_in", "customs"}  # keys that only a place has
OF_A_STRATEGY = {"describes", "funded"}  # what a strategy of nothing more may say
OF_A_LIST = {"currency", "year", "index"}  # and only a list of prices


def lines(name):
    """What would be run, or what is said, in lines. Errors: ScenarioError with file and line, or sheet and cell."""
    return SAID[kind_of(name)](name)


def notes(name):
    """What can be run but may not be what was meant: offers that never happen, arms that do the same."""
    return list(NOTED.get(kind_of(name), lambda name: ())(name))


def kind_of(name):
    """The folder of configs that a file could stand in."""
    path = Path(name)
    if path.suffix.lower() in (".csv", ".xlsx"):
        return "districts"
    if path.suffix and path.is_file():
        return _by_its_keys(set(sim.read_yaml(path).data))
    return next((kind for kind in SAID if str(name) in sim.list_configs(kind)), "scenarios")


def _by_its_keys(keys):
    if "trial" in keys:
        return "trials"
    if checked.OWN_KEYS & keys:
        return "experiments"
    if keys & {"strategy", "place"}:
        return "scenarios"
    if OF_A_PLACE & keys:
        return "places"
    if OF_A_LIST & keys:
        return "prices"
    return (
        "strategies" if keys <= OF_A_STRATEGY or any(_looks_like_an_intervention(key) for key in keys) else "scenarios"
    )


def _looks_like_an_intervention(key):
    return key in sim.INTERVENTIONS or (
        key not in sim.ScenarioFile.model_fields and bool(get_close_matches(str(key), sim.INTERVENTIONS, 1, 0.8))
    )


def _scenario(name):
    asked = read_with(name)
    runs = 2 * asked.replicates
    seconds = runs * asked.families * (asked.weeks + 26) * checked.SECONDS_A_FAMILY_AND_WEEK
    yield f"{asked.name}: {asked.question}".removesuffix(": ")
    yield (
        f"{counted(runs, 'run')} of {counted(asked.families, 'family', 'families')} and {counted(asked.weeks, 'week')}, "
        f"about {max(1, round(seconds))} s on one core, under 2 MB."
    )
    yield from (f"  {line}" for line in differences(asked))


def _trial(name):
    from experiments.trial.read import read_trial
    from experiments.trial.run import refuse_what_cannot_be_run

    trial = read_trial(name)
    file = sim.find_config("trials", name)
    with sim.located(str(file), sim.read_yaml(file).lines, ("who",)):
        refuse_what_cannot_be_run(trial)
    poorest = f" of the poorest {trial.poorest:.0%}" if trial.poorest < 1.0 else ""
    yield f"{trial.name}: {trial.title}"
    yield (
        f"{counted(trial.replicates, 'replicate')} of {trial.families:,} families of {trial.place.name}, "
        f"{counted(trial.ends, 'week')} of support, measured up to week {trial.last_week}; "
        f"{trial.recruit}{poorest} recruited, assigned by {trial.assign}."
    )
    for arm in trial.arms:
        yield f"  arm {arm.name}: {'; '.join([_does(arm.strategy), *_differs(arm, trial)])}"
    for one in trial.measures:
        published = f", published as {one.evidence}" if one.evidence else ""
        yield f"  {one.outcome} seen by {one.observer}, {one.when.replace('_', ' ')}, among {one.among}{published}"


def _differs(arm, trial):
    """What an arm has otherwise than the place, and how many of its families and children there are."""
    if not arm.strategy.funded:
        yield "in the hours and money there are"
    for part in sim.CHANGED_BY_ARMS:
        now, usual = getattr(arm.conditions, part)._asdict(), getattr(trial.base, part)._asdict()
        yield from (f"{part}.{key} = {now[key]:g} (place: {usual[key]:g})" for key in now if now[key] != usual[key])
    if arm.attends < 1.0:
        yield f"{arm.attends:.0%} of its children come to preschool"
    if arm.weight > 1:
        yield f"{arm.weight} times as many as an arm of weight 1"


def _strategy(name):
    strategy = sim.read_scenario({"place": "us_preschool", "strategy": str(name)}).strategy.strategy
    yield f"{strategy.name}: {_does(strategy)}"
    yield (
        "It brings the hours and money it costs."
        if strategy.funded
        else "It must do with the hours and money there are."
    )


def _of_experiment(name):
    subject = read_experiment(name).subject
    for strategy in subject.strategies:
        yield from (f"{strategy}: {said}" for said in in_a_scenario(subject.scenario({}, strategy)))


def _of_trial(name):
    from experiments.trial.notes import notes_of
    from experiments.trial.read import read_trial

    return notes_of(read_trial(name))


def _does(strategy):
    """Its interventions with the doses that were given."""
    return ", ".join(in_words(intervention, given) for intervention, given in strategy.settings) or "nothing"


def _place(name):
    place = sim.read_place(name)
    yield f"{place.name}: {place.describes}"
    taught = sum(last - first + 1 for first, last in place.terms)
    yield f"{counted(len(place.terms), 'term')}, {counted(taught, 'school week')} a year; classes of {place.staff.class_size:g}."
    yield "famschool describe NAME shows all of a place that stands in configs/places."


def _prices(name):
    prices = sim.read_prices(name)
    own = len(prices.changed_numbers())
    yield f"{prices.name}: {len(prices.ingredients)} prices in {prices.in_words()}, {own} of them other than declared."
    if brought := prices.brought_in_words():
        yield brought


def _district(name):
    district = sim.read_district(sim.find_config("districts", name))
    classes = sum(one.classes for one in district.preschools)
    yield (
        f"{district.name}: {counted(len(district.preschools), 'preschool')}, {counted(classes, 'class', 'classes')}, "
        f"{counted(district.children, 'child', 'children')}."
    )
    empty = ", ".join(
        f"{column.replace('_', ' ')} in {counted(rows, 'row')}" for column, rows in district.left_empty().items()
    )
    yield f"Left empty, to be filled from the place: {empty or 'nothing'}."
    if district.own_prices:
        yield f"Prices of its own: {', '.join(price for price, _ in district.own_prices)}."
    yield f"famschool plan {name} --budget 60000 searches what to do; run and compare take it as --district."


def _of_a_district(name):
    return sheet_notes(sim.read_district(sim.find_config("districts", name)))


SAID = {  # in this order where two kinds have a config of one name
    "scenarios": _scenario,
    "experiments": checked.lines,
    "trials": _trial,
    "districts": _district,
    "strategies": _strategy,
    "places": _place,
    "prices": _prices,
}
NOTED = {
    "districts": _of_a_district,
    "scenarios": lambda name: in_a_scenario(read_with(name)),
    "experiments": _of_experiment,
    "trials": _of_trial,
}

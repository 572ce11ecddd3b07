"""Reading a scenario with what the command line changes in it."""

from dataclasses import replace

import sim


def read_with(name, weeks=None, changes=None, without=None, numbers=None, district=None):
    """A scenario with --weeks, --set, --without, --numbers and --district."""
    scenario = _read(name, weeks, changes, without, district)
    return scenario if numbers is None else replace(scenario, unknown="posterior" if numbers == "posterior" else "")


def _read(name, weeks, changes, without, district):
    if weeks is None and not changes and not without and district is None:
        return sim.read_scenario(name)
    path = sim.find_config("scenarios", name)
    data = dict(sim.read_yaml(path).data)
    sim.read_scenario(path)  # so that what is wrong in the file is said with its line
    if weeks is not None:
        data["weeks"] = weeks
    if district is not None:
        data["district"] = district
    if without:
        data["without"] = [*dict.fromkeys([*(data.get("without") or ()), *without])]
    by_hand = _changes(changes or ())
    given = data.get("numbers") or {}
    data["numbers"] = {**({} if given == "posterior" else given), **by_hand} if by_hand else given
    return sim.read_scenario({"name": path.stem} | data)


def _changes(texts):
    """Numbers changed by hand; one that is changed twice is a slip."""
    by_hand = {}
    for text in texts:
        name, value = _change(text)
        if name in by_hand:
            raise sim.ScenarioError(f"--set {name} is asked for twice: {by_hand[name]:g} and {value:g}.")
        by_hand[name] = value
    return by_hand


def _change(text):
    name, _, value = text.partition("=")
    try:
        return name.strip(), float(value)
    except ValueError:
        raise sim.ScenarioError(
            f"--set {text}: a change is asked for as Group.number=value, as in Trust.slowness=0.3."
        ) from None


def differences(scenario):
    """What the strategy and the scenario change, against the baseline and the place, in lines."""
    arm, base = scenario.strategy, scenario.baseline
    yield f"strategy: {_doings(arm.strategy)}; against: {_doings(base.strategy)}"
    for part in ("culture", "policy", "budget"):
        for name, value in getattr(arm, part)._asdict().items():
            usual, other = getattr(getattr(scenario.place, part), name), getattr(getattr(base, part), name)
            if value != usual or other != usual:
                yield f"{part}.{name} = {value:g} (place: {usual:g}; baseline: {other:g})"
    for name, value in scenario.changed_numbers.items():
        yield f"{name} = {value:g}, changed by hand"
    for name in scenario.without:
        yield f"without {name}: {sim.MECHANISMS[name].sentence}"
    for week, *_ in scenario.events:
        yield f"week {week}: a change in mid-run"
    yield from sim.what_waits(scenario)


def _doings(strategy):
    return ", ".join(doing.name for doing in strategy.doings) + ("" if strategy.funded else " (unfunded)")

"""What the two sides of a scenario are called, and what is compared with what: the same words in tables and pictures."""

import sim
from experiments.doses import in_words

MOST_NAMED = 3  # interventions
FEW = 2  # things that differ and can be named one by one


def name_of(arm, scenario):
    """A side of a scenario in a few words: what it does; where both do the same, under which conditions they differ."""
    one = getattr(scenario, arm)
    if not _same_strategy(scenario):
        return _told_apart(scenario)[arm]
    changed = _differences(scenario)
    if not changed:
        return f"{does(one.strategy)}, {'with' if arm == 'strategy' else 'without'} events"
    if len(changed) <= FEW:
        return ", ".join(f"{key} {getattr(getattr(one, part), key):g}" for part, key in changed).replace("_", " ")
    parts = " and ".join(dict.fromkeys(part for part, _ in changed))
    return f"{parts} {'changed' if arm == 'strategy' else 'as before'}"


def compared(scenario):
    """Strategy against strategy, and every condition in which they differ; where there are many, their parts."""
    one, other = scenario.strategy, scenario.baseline
    same = _same_strategy(scenario)
    what = does(one.strategy) if same else "strategy {strategy} against {baseline}".format(**_told_apart(scenario))
    changed = _differences(scenario)
    if not changed:
        return f"{what}, with events against without" if same else what
    said = [_against(part, key, one, other) for part, key in changed]
    if len(said) > 2 * FEW:
        said = [*said[: 2 * FEW], f"{len(said) - 2 * FEW} more"]
    return f"{what}, with {', '.join(said)}"


def does(strategy):
    """Its name, or what it does where it has none, as people say it."""
    if strategy.name != "written out":
        return strategy.name.replace("_", " ")
    doings = [doing.name.replace("_", " ") for doing in strategy.doings if doing.name != "routine"]
    if len(doings) > MOST_NAMED:
        return f"{', '.join(doings[: MOST_NAMED - 1])} and {len(doings) - MOST_NAMED + 1} more"
    return ", ".join(doings) or "routine"


def _same_strategy(scenario):
    """Whether both sides do the same; each may have been read by itself."""
    one, other = scenario.strategy.strategy, scenario.baseline.strategy
    return (one.settings, one.funded) == (other.settings, other.funded)


def _told_apart(scenario):
    """Both strategies as they are called; where that is the same, by the doses and the money in which they differ."""
    arms = {arm: getattr(scenario, arm).strategy for arm in ("strategy", "baseline")}
    called = {arm: does(strategy) for arm, strategy in arms.items()}
    if called["strategy"] != called["baseline"]:
        return called
    shared = [one for one in arms["strategy"].settings if one in arms["baseline"].settings]
    paid = arms["strategy"].funded != arms["baseline"].funded
    for arm, strategy in arms.items():
        own = [in_words(*one) for one in strategy.settings if one not in shared]
        money = [f"{'with' if strategy.funded else 'without'} hours and money of its own"] if paid else []
        called[arm] = " ".join([", ".join(own) or called[arm], *money])
    return called


def _differences(scenario):
    """(part, key) of culture, policy and budget in which the two sides differ."""
    one, other = scenario.strategy, scenario.baseline
    return [
        (part, key)
        for part in sim.CHANGED_BY_ARMS
        for key in getattr(one, part)._fields
        if getattr(getattr(one, part), key) != getattr(getattr(other, part), key)
    ]


def _against(part, key, one, other):
    values = (getattr(getattr(arm, part), key) for arm in (one, other))
    return f"{key.replace('_', ' ')} " + " against ".join(f"{value:g}" for value in values)

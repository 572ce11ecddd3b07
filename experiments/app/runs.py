"""A request for a run becomes the answer a page draws: curves, reach, the map, and what was measured."""

from threading import Condition

import numpy as np
from cachetools import LRUCache, cached

import sim
from experiments.app.institutions import Institutions
from experiments.app.skills import Behind, months_an_sd
from experiments.app.watched import GROUPS, Reach, States, in_base64, watch

DECIMALS = 4  # of a curve: finer than a screen
OF_FAMILIES = tuple(name for name, one in sim.OUTCOMES.items() if one.of == "families")


def answer(scenario, seed, outcomes=None, states=(), measured=True):
    """Both arms of a scenario with the same luck, week by week."""
    wanted = sim.RECORDED[1:] if outcomes is None else outcomes
    for name in wanted:
        _known(name, sim.RECORDED[1:], "A curve over weeks")
    for name in states:
        _known(name, OF_FAMILIES, "The map")
    reach, seen, around, behind = Reach(scenario), States(scenario, states), Institutions(), Behind(scenario, wanted)
    world, weekly = watch(scenario, seed, "strategy", lambda *now: [see(*now) for see in (reach, seen, around, behind)])
    before, weekly_before, reach_before, behind_before = _baseline(scenario, seed)
    return {
        "weeks": scenario.weeks,
        "measured_in": scenario.measured_in,
        "school_weeks": [w for w in range(1, scenario.weeks + 1) if scenario.place.school_weeks()[(w - 1) % 52]],
        "currency": scenario.place.currency,
        "stand_in": scenario.place.stand_in,
        "waits": list(sim.what_waits(scenario)),
        "weekly": curves(weekly, wanted),
        "baseline": curves(weekly_before, wanted),
        "months_an_sd": months_an_sd(scenario),
        "benchmark": scenario.numbers.Development.benchmark,
        "behind": behind.by_skill(),
        "behind_baseline": behind_before,
        "reach": reach.by_channel(),
        "reach_baseline": reach_before,
        "marks": in_base64(reach.marks),
        "states": seen.as_bytes(),
        "seats": _seats(world),
        "institutions": around.as_answer(),
        "measured": _measured(world, before) if measured else [],
    }


def _same_baseline(scenario, seed):
    arms = [scenario.baseline, *(baseline for *_, baseline in scenario.events)]
    over_time = [(arm.strategy.settings, arm.strategy.funded, arm.culture, arm.policy, arm.budget) for arm in arms]
    weeks = (scenario.weeks, scenario.measured_in, *(week for week, *_ in scenario.events))
    return repr((scenario.place, scenario.families, scenario.numbers, seed, weeks, over_time))


@cached(LRUCache(64), key=_same_baseline, condition=Condition())
def _baseline(scenario, seed):
    """What stays the same while a page changes the strategy: measured outcomes, weekly means, reach, children behind."""
    reach, behind = Reach(scenario), Behind(scenario)
    world, weekly = watch(scenario, seed, "baseline", lambda *now: (reach(*now), behind(*now)))
    return {tuple(row[:3]): row[3] for row in sim.measure(world)}, weekly, reach.by_channel(), behind.by_skill()


def _known(name, names, where):
    if name not in names:
        raise sim.unknown("outcome", name[:80], names, where)


def curves(means, names):
    """{outcome: {group: a value a week}} out of weeks × groups × recorded outcomes."""
    column = {name: k for k, name in enumerate(sim.RECORDED[1:])}
    rounded = np.round(means, DECIMALS)
    return {name: {group: rounded[:, j, column[name]].tolist() for j, group in enumerate(GROUPS)} for name in names}


def _seats(world):
    """Where everybody belongs: the class and fifth of each family, its place from poorest to richest, its language."""
    families, teachers = world.tables.families, world.tables.teachers
    order = np.zeros(families.size, int)
    for first, many in zip(teachers.first, teachers.children, strict=True):
        order[first : first + many] = np.argsort(np.argsort(families.ses[first : first + many]))
    return {
        "room": families.room.tolist(),
        "fifth": families.fifth.tolist(),
        "order": order.tolist(),
        "language": families.language.tolist(),
        "preschool_of_room": teachers.preschool.tolist(),
    }


def _measured(world, before):
    """Every outcome in the week of measurement, with the baseline's beside it."""
    return [
        {"outcome": o, "observer": by, "group": g, "value": v, "baseline": before.get((o, by, g)), "unit": unit}
        for o, by, g, v, unit in sim.measure(world)
    ]


def band(scenario, seed, outcomes, times):
    """Nine in ten of the same scenario with other families and luck: {outcome: {group: [low by week, high by week]}}."""
    for name in outcomes:
        _known(name, sim.RECORDED[1:], "A curve over weeks")
    lives = np.stack([watch(scenario, seed + k, "strategy")[1] for k in range(1, times + 1)])
    low, high = np.quantile(lives, [0.05, 0.95], axis=0)
    lows, highs = curves(low, outcomes), curves(high, outcomes)
    return {name: {g: [lows[name][g], highs[name][g]] for g in GROUPS} for name in outcomes}

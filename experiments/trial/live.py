"""One replicate of a trial: families found, drawn into arms, lived, measured."""

import math

import numpy as np

import sim
from experiments.trial.enough import among_the_poorest, enough, families_asked
from experiments.trial.read import OWN, of_the_place, part_of, rated_by_teachers

SEEDS_APART = 1_000_000  # between the places of two arms: more than there are replicates
MOST_ASKED = 10  # times the families of the trial


def live_once(trial, seed, numbers, paired=False):
    """Means and spreads of every measure in every arm: {(measure, arm): (mean, SD, families)}, and what each arm took up.

    `paired`: all families are measured in each arm; what is left is the effect, without the luck of who was drawn into
    which arm.
    """
    world, among = _recruited(trial, seed, numbers)
    dealt = sim.assign(world, among, trial.assign, [arm.weight for arm in trial.arms])
    enough(trial, dealt)
    groups = [_group(measure, world, among) for measure in trial.measures]
    found = _families_found(trial, world, among, dealt, groups, paired)
    if not any(of_the_place(measure) for measure in trial.measures):
        return found
    if not paired:
        return found | _places_of_their_own(trial, seed, numbers)
    alone = _apart(trial, world, among, [among] * len(trial.arms), groups)  # what one arm costs is seen only by itself
    return found | _of_places(trial, alone)


def _families_found(trial, world, among, dealt, groups, paired):
    if trial.worlds_apart:
        measured = [among if paired else dealt == a for a in range(len(trial.arms))]
        return _apart(trial, world, among, measured, groups)
    return _in_turn(trial, world, among, dealt, groups) if paired else _together(trial, world, among, dealt, groups)


def _of_places(trial, found):
    return {key: found[key] for key in found if of_the_place(trial.measures[key[0]])}


def _places_of_their_own(trial, seed, numbers):
    """What is one value for the place, each arm in a place with families of its own, as many as it gets.

    With the same families in every arm, their luck would cancel, and a gap between groups seem surer than a trial finds it.
    """
    found, weights = {}, sum(arm.weight for arm in trial.arms)
    for a, arm in enumerate(trial.arms):
        own = part_of(trial, arm.weight / weights)
        world, among = _recruited(own, seed + a * SEEDS_APART, numbers)
        groups = [_group(measure, world, among) for measure in trial.measures]
        found |= _of_places(trial, _live(own, world, arm.conditions, [(arm.strategy, among)], {a: among}, groups))
    return found


def _together(trial, world, among, dealt, groups):
    """The arms side by side, as they were."""
    shares = [(arm.strategy, dealt == a) for a, arm in enumerate(trial.arms)]
    members = {a: among & (dealt == a) for a in range(len(trial.arms))}
    return _live(trial, world.copied(), trial.arms[0].conditions, shares, members, groups)


def _in_turn(trial, world, among, dealt, groups):
    """Side by side as often as there are arms, each family in another arm each time: one arm's families over all lives."""
    arms = len(trial.arms)
    turns = [_together(trial, world, among, np.where(among, (dealt + turn) % arms, -1), groups) for turn in range(arms)]
    return {key: (_shares_of_all if key[-1] == "taken" else _of_all)([t[key] for t in turns]) for key in turns[0]}


def _of_all(parts):
    """Mean, SD and number of families of groups taken together, each with its own."""
    means, spreads, sizes = (np.array(column, float) for column in zip(*parts, strict=True))
    there = sizes > 0
    if not there.any():
        return math.nan, math.nan, 0
    n = sizes[there].sum()
    mean = float((sizes[there] * means[there]).sum() / n)
    within = np.where(sizes > 1, (sizes - 1) * spreads**2, 0.0)[there].sum()
    between = (sizes[there] * (means[there] - mean) ** 2).sum()
    return mean, float(np.sqrt((within + between) / (n - 1))) if n > 1 else math.nan, int(n)


def _shares_of_all(parts):
    """Shares that took part, and of what was offered, as means over the lives in which they are known."""
    columns = (np.array(column, float) for column in zip(*parts, strict=True))
    return tuple(float(np.nanmean(column)) if np.isfinite(column).any() else math.nan for column in columns)


def _apart(trial, world, among, measured, groups):
    """Each arm in a world of its own; `measured`: for each arm, which families are looked at in it."""
    found = {}
    for a, arm in enumerate(trial.arms):
        found |= _live(trial, world.copied(), arm.conditions, [(arm.strategy, among)], {a: measured[a]}, groups)
    return found


def _recruited(trial, seed, numbers):
    """A settled world, and the families of it that are in the trial."""
    asked, most = families_asked(trial), math.ceil(MOST_ASKED * trial.families / trial.poorest)
    while True:
        world = sim.settle_place(trial.place, trial.base, asked, numbers, seed)
        willing = np.ones(asked, bool) if trial.recruit == "all" else sim.who_signs_up(world)
        willing &= among_the_poorest(world.tables.families, trial)
        short = willing.sum() < 0.97 * trial.families
        if not short or asked >= most:
            return world, sim.taken_by_lot(world, willing, trial.families)
        rate = max(willing.mean(), trial.families / most)
        asked = min(most, max(math.ceil(1.03 * trial.families / rate), asked + 20))


def _group(measure, world, among):
    """Who is looked at, as at the start; None where it is only known at the time."""
    if measure.among == "reached":
        return None
    outcome = sim.OUTCOMES.get(measure.outcome)
    if outcome is not None and "tester" in outcome.observers:
        level = outcome(world, "tester")
    elif outcome is not None and outcome.of == "families" and measure.among == "lowest_quarter":
        level = outcome(world, measure.observer)
    else:
        level = sim.OUTCOMES["language"](world, "tester")
    if measure.among == "lowest_quarter":
        return level <= np.quantile(level[among], 0.25)
    return sim.mask(measure.among, world, level)


def _live(trial, world, conditions, shares, members, groups):
    """Live one world through the programme and what follows, measuring on the way."""
    life = sim.TrialLife(world, trial.place, trial.base, conditions, shares, trial.ends, trial.last_week)
    whose = [(arm, a) for a, arm in enumerate(trial.arms) if a in members]
    life.come_or_stay([arm.attends for arm, _ in whose])
    found = {}
    for week in sorted({trial.ends, *(m.week for m in trial.measures)}):
        life.live_to(week)
        for k, measure in enumerate(trial.measures):
            if measure.week == week and measure.outcome not in OWN:
                _take(found, k, measure, world, members, groups[k])
        taken = {a: _taken_up(trial, arm, world, members[a]) for arm, a in whose}
        for k, measure in enumerate(trial.measures):
            if week == (measure.week if measure.outcome in OWN else trial.ends):
                found |= {(k, a, "taken"): _shares(taken[a], _of_group(members[a], groups[k])) for a in members}
    return found


def _of_group(families, group):
    return families if group is None else families & group


def _take(found, k, measure, world, members, group):
    outcome = sim.OUTCOMES[measure.outcome]
    values = outcome(world, measure.observer)
    if outcome.of == "place":
        for a in members:
            found[k, a] = (float(values), math.nan, 1)
        return
    group = sim.mask("reached", world, None) if group is None else group
    if rated_by_teachers(measure):
        group = group & (world.tables.children.attends == 1)  # teachers have no eyes for children whom they never see
    for a, families in members.items():
        mine = values[families & group]
        spread = float(np.std(mine, ddof=1)) if mine.size > 1 else math.nan
        found[k, a] = (float(np.mean(mine)) if mine.size else math.nan, spread, mine.size)


def _taken_up(trial, arm, world, families):
    """For each family, whether it took part, and what share of what it was offered it took."""
    t = world.tables
    offered, joined = t.families.programme_offered, t.families.programme_joined
    share = np.where(offered > 0, joined / np.maximum(1, offered), np.nan)
    if offered[families].any():
        return (joined > 0).astype(float), share
    if any(other.attends != arm.attends for other in trial.arms):
        return t.children.attends.astype(float), share
    asks_nobody = any(doing.is_condition for doing in arm.strategy.doings) or arm.conditions != trial.base
    return np.full(offered.size, float(asks_nobody)), share


def _shares(taken, mine):
    """Share of families that took part, and of what was offered that those took who took part."""
    took, share = taken[0][mine], taken[1][mine]
    those = share[took > 0]
    those = those[~np.isnan(those)]
    return float(took.mean()) if took.size else math.nan, float(those.mean()) if those.size else math.nan

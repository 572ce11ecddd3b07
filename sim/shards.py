"""A place too large to be held at once, lived shard after shard: whole preschools, a cross-section of the place in each."""

from sim.run import live, year_before

OF_CLASSES = ("clear_rules", "earmarked_funds", "smaller_classes", "teacher_training")  # what a class has, all have
ORGANISATIONS = "organisations choose among the preschools of their own part"
LOWEST = "who is in the lowest quarter, as teachers rate, is found in each part by itself"
CLASSES = "which classes have enough of some families to get what concerns a class is found in each part by itself"
HEARD = "what preschools' hours allow, as the authority hears it, is each part's mean"
NEED = "need is counted against the mean of each part"


def simulate_pair_in_shards(scenario, shards, seed=1):
    """The baseline and the strategy of one shard after another, memory being that of one.

    What adds up over shards is what the whole place comes to, but for what `decided_by_shards` says.
    """
    place, base, numbers = scenario.place, scenario.baseline, scenario.numbers
    whole = place.seated(base.culture, scenario.families, seed, numbers)
    shards = min(shards, whole.preschools)
    lowest_quarter = whole.lowest_quarter(shards)
    for k in range(shards):
        start = year_before(place, base, whole.shard(k, shards), numbers, seed)
        start.lowest_quarter = lowest_quarter
        yield live(scenario, seed, start.copied(), "baseline"), live(scenario, seed, start, "strategy")


def decided_by_shards(scenario):
    """A sentence for each thing that ties all preschools of a place together, and that each shard does for itself."""
    arms = [now for arm in ("strategy", "baseline") for now in scenario.arms_over_time(arm).values()]
    found = [said for now in arms for doing in now.strategy.doings for said in _tied_by(doing)]
    found += [ORGANISATIONS for now in arms if now.budget.coordinator_hours > 0.0]
    found += [HEARD for now in arms if now.policy.consultation > 0.0]
    money = any(now.policy.earmarked_per_child > 0.0 for now in arms) or _does(arms, "earmarked_funds")
    found += [NEED for now in arms if money and now.policy.by_need > 0.0]
    return list(dict.fromkeys(found))


def _tied_by(doing):
    if doing.name in ("partnerships", "cooperation_office"):
        yield ORGANISATIONS
    if doing.name == "consultation":
        yield HEARD
    if doing.for_whom == "lowest_quarter":
        yield LOWEST
    if doing.for_whom != "all" and doing.name in OF_CLASSES:
        yield CLASSES


def _does(arms, name):
    return any(doing.name == name for now in arms for doing in now.strategy.doings)

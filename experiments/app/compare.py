"""Strategies side by side, seed by seed with the same families and luck, said line by line as it goes on."""

import math

import sim
from experiments.app.apart import line
from experiments.app.waiting import Turn
from experiments.decide import start_up
from experiments.pairs import summary

# What one request may take, in weeks lived by families: six strategies of 300 families for a year, 200 times; a visitor in
# class a tenth of it.
FAMILY_WEEKS = 25_000_000
ROWS = ("seed", "strategy", "outcome", "observer", "group", "value")


def compared(shelf, asked):
    """Lines of JSON: one at once, one a seed, the last with the answer. Who stops listening stops the work."""
    scenarios = scenarios_of(shelf, asked)
    refuse_too_long(shelf, asked, scenarios)
    return _lines(scenarios, asked.replicates)


def scenarios_of(shelf, asked):
    """One scenario a strategy, each against the first."""
    names = list(asked.strategies)
    against = {"strategy": asked.strategies[names[0]]}
    shared = {key: value for key, value in asked.start.items() if key not in ("strategy", "against", "events")}
    return {
        name: shelf.scenario(shared | {"strategy": strategy, "against": against})
        for name, strategy in asked.strategies.items()
    }


def refuse_too_long(shelf, asked, scenarios):
    """Errors: ScenarioError where one request would hold up the line."""
    first, cap = next(iter(scenarios.values())), FAMILY_WEEKS // (10 if shelf.for_a_class else 1)
    work = asked.replicates * len(scenarios) * first.families * (first.weeks + 10)
    if work > cap:
        raise sim.ScenarioError(
            f"This comparison lives {work:,} weeks of families; up to {cap:,} are done here. Take fewer runs, families or "
            "strategies; the command line takes any number."
        )


def _lines(scenarios, seeds):
    with Turn() as turn:
        for ahead in turn.wait():
            yield line(waiting=ahead)
        yield line(done=0, of=seeds)
        rows = []
        for seed in range(1, seeds + 1):
            rows += _one_seed(scenarios, seed)
            yield line(done=seed, of=seeds)
        yield line(answer=answer(scenarios, rows))


def _one_seed(scenarios, seed):
    """Every strategy from the same first day."""
    first = next(iter(scenarios.values()))
    start = sim.settle(first, seed)
    lives = {"": sim.live(first, seed, start.copied(), "baseline")}
    lives |= {name: sim.live(one, seed, start.copied()) for name, one in list(scenarios.items())[1:]}
    return [
        (seed, name, outcome, observer, group, value)
        for name, life in lives.items()
        for outcome, observer, group, value, _ in sim.measure(life.measured)
    ]


def answer(scenarios, rows):
    """One row a strategy, outcome, observer and group, as `summary` has it, and how often it came out best."""
    import pandas as pd

    first, *others = scenarios
    all_rows = pd.DataFrame(rows, columns=ROWS)
    best = _best(all_rows.replace({"strategy": {"": first}}))
    base = all_rows[all_rows.strategy == ""].assign(strategy="baseline")
    tables = [_level(base, first)] if not others else []
    for name in others:
        mine = all_rows[all_rows.strategy == name].assign(strategy="strategy")
        table = summary(pd.concat([base, mine]))
        tables.append(table.replace({"strategy": {"baseline": first, "strategy": name}}))
    table = pd.concat(tables).drop_duplicates(["outcome", "observer", "group", "strategy"])
    table = table.merge(best, how="left", on=["outcome", "observer", "group", "strategy"])
    scenario = scenarios[first]
    return {
        "strategies": [first, *others],
        "columns": list(table.columns),
        "rows": [[_plain(cell) for cell in row] for row in table.itertuples(index=False)],
        "families": scenario.families,
        "measured_in": scenario.measured_in,
        "currency": scenario.place.currency,
        "starting": _starting(scenarios),
        "stand_in": scenario.place.stand_in,
        "waits": list(dict.fromkeys(said for one in scenarios.values() for said in sim.what_waits(one))),
    }


def _starting(scenarios):
    """What each costs once, to begin with, a child: beside its money of the year, as `famschool compare` has it."""
    first = next(iter(scenarios.values()))
    doings = {name: {doing.name for doing in one.strategy.strategy.doings} for name, one in scenarios.items()}
    counts = start_up.counted(sim.settle(first, 1))
    return start_up.beyond_the_first(first.place.prices, doings, counts, first.families)


def _level(base, name):
    """The first alone: its table is that of a strategy against itself, without the differences."""
    import pandas as pd

    table = summary(pd.concat([base, base.assign(strategy="strategy")]))
    return table[table.strategy == "baseline"].assign(strategy=name)


def _best(rows):
    """In how many of a hundred seeds each strategy came out best; those that share the best place share it."""
    keys = ["outcome", "observer", "group"]
    sign = rows.outcome.map(lambda name: 1.0 if sim.OUTCOMES[name].better == "higher" else -1.0)
    rows = rows.assign(worth=rows.value * sign)
    top = rows.groupby([*keys, "seed"]).worth.transform("max")
    rows["won"] = (rows.worth >= top - 1e-12).astype(float)
    rows["won"] /= rows.groupby([*keys, "seed"]).won.transform("sum")
    return rows.groupby([*keys, "strategy"]).won.mean().mul(100).rename("best").reset_index()


def _plain(cell):
    return None if cell is None or (isinstance(cell, float) and math.isnan(cell)) else cell

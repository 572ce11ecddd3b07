"""One price or one unknown at a time, from its low to its high end: what it does to the leading strategy's cost and effect."""

import numpy as np

import sim
from experiments.compare.beside import FAMILIES, SEEDS, Beside
from experiments.decide.perspective import PERSPECTIVES, in_money
from experiments.describe import doc
from experiments.page import MONEY

SHOWN = 8  # bars of a panel
GLANCED_AT = 300  # families of the first look at every unknown, and for prices
ENDS = (0.05, 0.95)  # of an unknown's draws
PRICE_SEEDS = 2  # a price moves money, and hardly ever lives


def tornado(study, choice):
    """One row a price or unknown, the widest first (a pandas frame): at which ends, and what comes out there."""
    import pandas as pd

    rows = [*_of_prices(study, choice), *_of_unknowns(study, choice)]
    table = pd.DataFrame(rows, columns=["of", "number", "what", "low", "high", "at_low", "at_high", "at_centre"])
    table.insert(2, "meaning", [meaning_of(*one) for one in zip(table.number, table.what, strict=True)])
    table.insert(5, "unit", [unit_of(number) for number in table.number])
    width = (table.at_high - table.at_low).abs()
    return table[width > 1e-6].assign(width=width).sort_values(["of", "width"], ascending=[True, False])


def runs_beside(experiment):
    """About how many runs of the experiment's own size the lives take that are lived when the report is written."""
    families = experiment.subject.families
    glance, closer = (1.0 if experiment.subject.district else min(1.0, n / families) for n in (GLANCED_AT, FAMILIES))
    unknowns = sum(axis.role == "uncertainty" for axis in experiment.axes)
    prices = experiment.subject.scenario({}, experiment.strategies[0]).place.prices
    priced = sum(one.low < one.high for one in prices.ingredients)
    pair_at_both_ends = 4  # lives for a seed
    at_a_glance = pair_at_both_ends * (unknowns + PRICE_SEEDS * (priced + sum(1 for _ in _hours())))
    return glance * at_a_glance + closer * pair_at_both_ends * SEEDS * min(SHOWN, unknowns)


def meaning_of(number, item=""):
    """What a number is about, in the words that `famschool describe` has for its group; of a price what is bought."""
    group = number.partition(".")[0]
    return item if unit_of(number) == MONEY else doc(sim.NUMBERS[group]).rstrip(".")


def unit_of(number):
    """The unit of a number of the model, or of what it costs to begin with."""
    group, _, name = number.partition(".")
    return sim.NUMBERS[group].declared[name].unit if group in sim.NUMBERS else MONEY


def _of_prices(study, choice):
    """The leading strategy's extra cost a child at both ends of every price, and of the hours that are paid for."""
    parts, varied = PERSPECTIVES[choice.perspective], {axis.name for axis in study.experiment.axes}
    beside = Beside(study, choice, parts, families=GLANCED_AT)
    centre = _cost(beside, choice, parts, {})
    for name, what, low, high in (*_prices(choice), *_hours()):
        if low < high and name not in varied:
            at = [_cost(beside, choice, parts, {name: value}) for value in (low, high)]
            yield "cost", name, what, low, high, *at, centre
    yield from _of_start_up(choice, centre)


def _prices(choice):
    return ((one.name, one.item, one.low, one.high) for one in choice.prices.ingredients)


def _hours():
    """How many hours of others than teachers are paid for: the quantities that wages go with."""
    for group in ("StaffHours", "Upkeep"):
        for name, one in sim.NUMBERS[group].declared.items():
            if one.unit == "number of hours" and name != "taught":
                yield f"{group}.{name}", one.source, one.low, one.high


def _cost(beside, choice, parts, values):
    base, leading = (beside.means(choice.strategies[k], values, PRICE_SEEDS) for k in (0, choice.leading))
    wages = beside.scenario(choice.strategies[0], values).numbers.Wage
    extra = sum(in_money(name, amount, wages) for name, amount in zip(parts, leading - base, strict=True))
    return float(extra + choice.starting[choice.leading])


def _of_start_up(choice, centre):
    """The same for what it costs to begin with, which no run has to be lived for."""
    starting = float(choice.starting[choice.leading])
    for one in choice.prices.start_up if starting > 0.0 else ():
        at = [centre + starting * (price / one.price - 1.0) for price in (one.low, one.high)]
        yield "cost", f"start-up, {one.name}", one.item, one.low, one.high, *at, centre


def _of_unknowns(study, choice):
    """The leading strategy's months of language at both ends of the unknowns; the widest of one seed are lived with more."""
    glance, beside = (Beside(study, choice, ("language",), families=families) for families in (GLANCED_AT, FAMILIES))
    first = {name: _at_both_ends(glance, choice, name, 1) for name in choice.unknowns}
    widest = sorted(first, key=lambda name: -abs(first[name][1] - first[name][0]))[:SHOWN]
    centre = _months(beside, choice, {}, SEEDS)
    for name in widest:
        low, high = _ends(choice, name)
        group, _, key = name.partition(".")
        at = _at_both_ends(beside, choice, name, SEEDS)
        yield "effect", name, sim.NUMBERS[group].declared[key].source, low, high, *at, centre


def _ends(choice, name):
    return map(float, np.quantile(choice.unknowns[name], ENDS))


def _at_both_ends(beside, choice, name, seeds):
    return [_months(beside, choice, {name: value}, seeds) for value in _ends(choice, name)]


def _months(beside, choice, values, seeds):
    base, leading = (beside.means(choice.strategies[k], values, seeds)[0] for k in (0, choice.leading))
    return float(sim.months_of_development(leading - base, beside.development))

"""Why something well known was not chosen: it costs more than there is, or others do more for the same money."""

import math
from dataclasses import dataclass

import sim
from experiments.show import SAID_IN_MONTHS


@dataclass(frozen=True)
class LeftOut:
    """One intervention that the robust choice does without."""

    what: str  # its cheapest form in words where it costs too much, else the one that does most
    cost: float  # of the district and year, by itself; infinite where it needs more hours than may be hired
    once: float  # of this, to begin with
    too_dear: bool
    gain: float  # in the main objective, by itself
    why: str


def left_out(plan):
    """One LeftOut an intervention that could have been chosen and was not, the dearest first."""
    chosen = {lever for lever, _ in plan.chosen[0].mix}
    found = [_left_out(plan, lever) for lever in plan.asked.levers.options if lever not in chosen]
    return sorted(found, key=lambda one: -one.cost)


def _left_out(plan, lever):
    asked = plan.asked
    forms = [one for mix, one in plan.alone.items() if mix[0][0] == lever]
    cheapest = min(forms, key=lambda one: one.cost)
    if cheapest.cost > asked.budget:
        once = asked.starting(cheapest.mix)
        why = _too_much(asked, cheapest, once)
        return LeftOut(asked.words(cheapest.mix), cheapest.cost, once, True, float(cheapest.means[0]), why)
    best = max((one for one in forms if one.cost <= asked.budget), key=lambda one: one.means[0])
    starting, why = asked.starting(best.mix), _outdone(plan, lever, best)
    return LeftOut(asked.words(best.mix), best.cost, starting, False, float(best.means[0]), why)


def _too_much(asked, one, once):
    """Which limit it breaks, and what it would have done."""
    if math.isinf(one.cost):
        return f"It needs more than the {asked.hours:g} hours a class and week that may be hired."
    later = one.cost - once
    began = f" ({once:,.0f} of them once, to begin with; {later:,.0f} a year after that)" if once and later > 0 else ""
    gain = gain_in_words(asked.objectives[0], one.means[0])
    return f"By itself {gain}, but {one.cost:,.0f} {asked.place.currency} in its first year{began}: beyond the money there is."


def _outdone(plan, lever, alone):
    """What it does by itself, and in how many of the best mixes it is."""
    among = sum(any(name == lever for name, _ in one.mix) for one in plan.best)
    gain = gain_in_words(plan.asked.objectives[0], alone.means[0])
    where = f"{among} of the {len(plan.best)} best mixes have it" if among else "none of the best mixes has it"
    return f"By itself {gain} for {alone.cost:,.0f} {plan.asked.place.currency}; {where}."


def gain_in_words(name, gain):
    """A gain in the main objective for people who are not statisticians."""
    if name in SAID_IN_MONTHS:
        return f"{sim.months_of_development(gain, sim.numbers_with({}).Development):.1f} months of {name.replace('_', ' ')}"
    return f"{gain:.3f} {sim.OUTCOMES[name].unit} of {name.replace('_', ' ')}"

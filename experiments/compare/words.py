"""A comparison in the words of an official: question, answer, how sure, for whom, at what cost. Under 200 words."""

import numpy as np

import sim
from experiments.compare.table import of_all_families
from experiments.counted import counted
from experiments.decide.perspective import IN_WORDS
from experiments.doses import in_words
from experiments.show import SAID_IN_MONTHS
from experiments.study.drawing import words
from experiments.tried_in_trials import not_tried

WORTH_SHOWN = 100  # currency a month of language, for regret and finding out: one of a range, none is assumed
HARDLY = 0.05  # hours a child and year
ALIKE = 0.01  # SD of the gap; less is no difference to speak of
NAMED = 5  # strategies that the summary names with their cost
MARKED = "* rests partly on assumed numbers."
CANNOT_TELL = "no difference that this model can see"


def gain_in_words(row):
    """A difference for people who are not statisticians; months for language and numeracy, else SD or its unit."""
    if cannot_tell(row):
        return CANNOT_TELL
    if row.outcome in SAID_IN_MONTHS:
        months = sim.months_of_development(row.difference, sim.numbers_with({}).Development)
        return f"{abs(months):.1f} months{star(row.outcome)} {'more' if months > 0 else 'less'} {row.outcome.replace('_', ' ')}"
    return f"{row.difference:+.2f} {row.unit}"


def star(name):
    """A star beside what rests on assumed numbers."""
    return "*" if sim.OUTCOMES[name].rests_on == "assumed" else ""


def cannot_tell(row):
    """Whether the interval of what is not known holds zero; where nothing was varied, luck has to do."""
    low, high = (row.unknown_low, row.unknown_high)
    if low is None or not np.isfinite(low):
        low, high = row.low, row.high
    return low is None or low <= 0.0 <= high


def _is_seen(gap):
    """Whether a gap moves by something to speak of, beyond what is not known and beyond the luck of too few runs."""
    by_luck = gap.low is None or not (gap.low > 0.0 or gap.high < 0.0)
    return not cannot_tell(gap) and not by_luck and abs(gap.difference) >= ALIKE


def how_sure(study):
    """One sentence on what the bands hold."""
    if len(study.plan.points) < 2:
        return "Unknown numbers were held at their centre: this is not how sure the model is."
    draws, numbers = len(study.plan.points), len(study.experiment.axes)
    return (
        f"Bands hold nine in ten of {counted(draws, 'draw')} of {counted(numbers, 'number')} that nobody knows exactly."
    )


def summary(study, table, choice, found):
    """Paragraphs of the one-page summary; `found` is what finding out would be worth, in all and number by number."""
    rows = of_all_families(table)
    names = study.experiment.strategies
    yield _answer(rows, names, choice)
    yield _for_whom(table, names)
    yield _cost(rows, names, choice)
    yield how_sure(study) + " " + _what_would_change_it(choice, found)
    if untried := untried_of(study.experiment):
        yield untried
    yield (sim.read_place(study.experiment.subject.place).stand_in + f" {MARKED}")


def untried_of(experiment):
    """A sentence on what of the strategies no trial has tried, or None; the first one is what is done anyway."""
    arms = [experiment.subject.scenario({}, name).strategy for name in experiment.strategies[1:]]
    return not_tried(doing for arm in arms for doing in arm.strategy.doings)


def _answer(rows, names, choice):
    gains = {name: rows.loc[("language", name)] for name in names[1:]}
    seen = [name for name in gains if not cannot_tell(gains[name])]
    if not seen:
        return f"Against {words(names[0])} there is {CANNOT_TELL} in language for any of the strategies."
    best = max(seen, key=lambda name: gains[name].difference)
    gain = f"{gain_in_words(gains[best])} than under {words(names[0])}{_range_in_months(gains[best])}"
    if gains[best].difference > 0.0:
        return f"{words(best).capitalize()} does most for language: {gain}. {_by_money(choice)}"
    return f"{_worse(best, gains, seen, words(names[0]))}: {gain}. {_by_money(choice)}"


def _worse(nearest, gains, seen, first):
    """What is said where no strategy is clearly better than the first."""
    one = words(nearest)
    if len(gains) == 1:
        return f"{one.capitalize()} is clearly worse for language than {first}"
    if len(seen) == len(gains):
        return f"Every one of the strategies is clearly worse for language than {first}; {one} comes nearest to it"
    nearest_of = f"and of the {len(seen)} that are clearly worse, {one} comes nearest to it"
    is_worse = nearest_of if len(seen) > 1 else f"and {one} is clearly worse"
    return f"No strategy is clearly better for language than {first}, {is_worse}"


def _range_in_months(row):
    """What it is in nine of ten draws; nothing where nothing was varied."""
    if row.unknown_low is None or not np.isfinite(row.unknown_low):
        return ""
    development = sim.numbers_with({}).Development
    low, high = (sim.months_of_development(end, development) for end in (row.unknown_low, row.unknown_high))
    return f" ({low:.1f} to {high:.1f} in nine of ten draws)"


def _by_money(choice):
    """From which sum a child each strategy is the one to take, and in how many of ten draws it is."""
    budgets, said, last = choice.budgets()[1:], [], None
    for budget, shares in zip(budgets, choice.best_by_budget(budgets), strict=True):
        k = int(shares.argmax())
        if last is None or shares[k] > shares[last]:  # who shares the lead has not lost it
            often = f"{10 * shares[k]:.0f} of 10{'' if said else ' draws'}"
            said.append(f"{words(choice.strategies[k])} from {budget:,.0f} {choice.currency} ({often})")
            last = k
    return f"Most often the best, by the money there is a child: {'; '.join(said[:NAMED])}."


def _for_whom(table, names):
    """Under which strategies the gap narrows, and under which it widens."""
    rows = table[(table.observer == "true") & (table.outcome == "language_gap")].set_index("strategy")
    clear = [one for one in names[1:] if _is_seen(rows.loc[one])]
    narrower, wider = (
        _named([words(name) for name in clear if (rows.loc[name].difference < 0) == less]) for less in (True, False)
    )
    gap = "The gap between the richest and the poorest fifth"
    if narrower and wider:
        return f"{gap} narrows under {narrower} and widens under {wider}."
    if narrower:
        return f"{gap} narrows under {narrower}."
    if wider:
        return f"{gap} narrows under none of them and widens under {wider}."
    return f"{gap} neither narrows nor widens under any of them as far as this model can see."


def _named(names):
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more


def _cost(rows, names, choice):
    """What the strategies worth naming cost, in one currency and year, and to whom."""
    parts = []
    for k in _worth_naming(choice):
        hours = rows.loc[("teacher_hours", names[k])].difference
        more = "more" if hours > 0 else "fewer"
        work = f"{abs(hours):.1f} teacher hours {more}" if abs(hours) >= HARDLY else "hardly any teacher hours"
        once = f" ({amount(choice.starting[k])} of it once, to begin with)" if choice.starting[k] else ""
        parts.append(f"{words(names[k])} {amount(choice.costs[:, k].mean())}{once}, {work}")
    head = f"Extra cost a child in {choice.prices.in_words()}, {IN_WORDS[choice.perspective]}: "
    return head + "; ".join(parts) + ("." if len(parts) == len(names) - 1 else "; the others stand below.")


def amount(money):
    """A sum as people say it: no cents above ten."""
    return f"{money:,.0f}" if abs(money) >= 10 else f"{money:.2f}"


def _worth_naming(choice):
    """The places of the leading strategy and of others on the frontier, five at most."""
    on = [choice.strategies.index(one.name) for one in choice.standings if one.status == "frontier"]
    all_of_them = range(1, len(choice.strategies))
    first = list(all_of_them) if len(choice.strategies) <= NAMED + 1 else [choice.leading, *on]
    return sorted({k for k in first if k})[:NAMED]


def _what_would_change_it(choice, found):
    if len(choice.costs) < 2:
        return ""
    worth, alone = found
    at = f"At {WORTH_SHOWN} {choice.currency} a month of language"
    if worth < 0.005:
        return f"{at} no unknown number would change the choice."
    if worth < 0.5:
        return f"{at} finding out more would be worth less than one {choice.currency} a child."
    if not alone:
        return f"{at} not knowing costs {worth:,.0f} a child; no single number stands out as the one to find out."
    return f"{at}, {next(iter(alone))} is the unknown most worth finding out, as far as these draws tell."


def unlike_the_routine(study):
    """For each strategy, what it does beyond the baseline, in plain words."""
    for name, does in study.experiment.subject.strategies.items():
        doings = [in_words(doing, doses) for doing, doses in does.items() if doing not in ("routine", "funded")]
        paid = "" if does.get("funded", True) or not doings else " – made do with the hours and money there are"
        yield words(name), (", ".join(doings) or "what law and custom ask for") + paid

"""What a chosen mix costs whom: money by payer, the time of families and teachers apart, and what it takes to begin with."""

from dataclasses import dataclass

import sim
from experiments.decide.perspective import PERSPECTIVES, WAGE_OF, in_money, pays_start_up
from experiments.plan.lives import paid

IN_WORDS = {
    "money_preschool": "money of the preschools' own",
    "money_authority": "money the authority ties to it",
    "money_programme": "money of the programme, hired hours included",
    "family_hours": "families' time",
    "own_hours": "time of the preschools' own teachers",
}


@dataclass(frozen=True)
class Bill:
    """One mix, whole district and year: rows of (what, hours or None, money), and the sum each perspective sees."""

    rows: tuple
    sums: dict


def bill_of(asked, mix, seeds):
    """The Bill of a mix over the seeds it was judged by."""
    parts, wages = paid(asked, mix, range(1, seeds + 1)), _wages(asked)
    rows = [
        (words, parts[name] if name in WAGE_OF else None, in_money(name, parts[name], wages))
        for name, words in IN_WORDS.items()
    ]
    starting = asked.starting(mix)
    if starting:
        rows.append(("once, to begin with", None, starting))
    sums = {
        one: sum(in_money(name, parts[name], wages) for name in counted)
        + (starting if pays_start_up(one, funded=True) else 0.0)
        for one, counted in PERSPECTIVES.items()
    }
    return Bill(tuple(rows), sums)


def _wages(asked):
    """What an hour is worth under the prices that hold."""
    return sim.read_scenario(asked.scenario).numbers.Wage

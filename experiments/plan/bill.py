"""What a chosen mix costs whom, and whose hours it takes: money by payer, staff by grade, what it takes to begin with."""

from dataclasses import dataclass

import sim
from experiments.decide.perspective import DEARER, GRADES_IN_WORDS, PERSPECTIVES, WAGE_OF, in_money, pays_start_up
from experiments.plan.lives import MONEY, paid

IN_WORDS = {
    "money_preschool": "money of the preschools' own",
    "money_authority": "money the authority ties to it",
    "money_programme": "money of the programme, hired hours included",
    "unpaid_family_hours": "families' time",
    "own_hours": "time of the preschools' own teachers",
}


@dataclass(frozen=True)
class Bill:
    """One mix, whole district and year: rows of (what, hours or None, money), what the money buys, and each perspective's sum."""

    rows: tuple
    bought: tuple  # (whose hours or what, hours or None, wage or None, money): together all money, whoever pays
    sums: dict
    grades: dict  # hours of others than teachers


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
    grades = hours_by_grade(asked, mix, seeds, parts)
    return Bill(tuple(rows), tuple(_bought(parts, grades, wages, starting)), sums, grades)


def _bought(parts, grades, wages, starting):
    """What all the money buys: hired hours by grade at their wage, and the rest, which is material and services."""
    hired = parts["hired_hours"]
    rows = [("teachers, hired", hired, wages.teacher_hour, hired * wages.teacher_hour)] if hired else []
    for grade, hours in grades.items():
        wage = getattr(wages, f"{grade}_hour")
        rows.append((GRADES_IN_WORDS[grade], hours, wage, hours * wage))
    rest = sum(parts[name] for name in MONEY) - sum(money for *_, money in rows)
    rows.append(("material, services, travel", None, None, rest))
    return [*rows, ("once, to begin with", None, None, starting)] if starting else rows


def hours_by_grade(asked, mix, seeds, parts):
    """Hours of others than teachers that the money pays for: what the same lives cost more where an hour costs more.

    A mix that is paid for lives the same lives at any wage, so that the difference is hours and nothing else.
    """
    found = {}
    for grade in GRADES_IN_WORDS:
        glance = _hours(asked, mix, grade, range(1, 2), paid(asked, mix, range(1, 2)))
        if abs(glance) > 1e-3:
            found[grade] = glance if seeds == 1 else _hours(asked, mix, grade, range(1, seeds + 1), parts)
    return found


def _hours(asked, mix, grade, seeds, parts):
    wage = f"Wage.{grade}_hour"
    dear = paid(asked, mix, seeds, {wage: getattr(_wages(asked), f"{grade}_hour") + DEARER})
    return sum(dear[name] - parts[name] for name in MONEY) / DEARER


def _wages(asked):
    """What an hour is worth under the prices that hold."""
    return sim.read_scenario(asked.scenario).numbers.Wage

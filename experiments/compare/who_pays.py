"""Who pays what, in money and time: a child, and a family that was reached; whose hours, by grade of staff."""

import numpy as np

from experiments.compare.beside import Beside
from experiments.compare.table import of_all_families
from experiments.compare.tornado import GLANCED_AT, PRICE_SEEDS
from experiments.decide.perspective import DEARER, GRADES_IN_WORDS, PERSPECTIVES, WAGE_OF, in_money

MONEY = PERSPECTIVES["payers"]
TIME = tuple(WAGE_OF)


def who_pays(study, table, starting):
    """One row a strategy (a pandas frame): money a child by payer, time and its worth, families reached, money for each of them.

    `starting` is what each costs once, to begin with, a child.
    """
    import pandas as pd

    rows, names = of_all_families(table), study.experiment.strategies
    wages = study.experiment.subject.scenario({}, names[0]).numbers.Wage
    found = []
    for name, once in list(zip(names, starting, strict=True))[1:]:
        extra = {part: float(rows.loc[(part, name)].difference) for part in (*MONEY, *TIME)}
        row = {"strategy": name} | {part: extra[part] for part in MONEY} | {"once": float(once)}
        row["all_money"] = sum(extra[part] for part in MONEY) + float(once)
        row |= {part: extra[part] for part in TIME}
        row |= {f"{part}_worth": float(in_money(part, extra[part], wages)) for part in TIME}
        row["hired_hours"] = float(rows.loc[("hired_hours", name)].difference)
        reached = float(rows.loc[("programme_reach", name)]["mean"])
        row |= {"reached": reached, "a_family_reached": row["all_money"] / reached if reached > 0.0 else None}
        found.append(row)
    return pd.DataFrame(found)


def staff_hours(study, choice):
    """One row a strategy: hours a child of others than teachers, by grade, in a few lives beside at the centre (a pandas frame).

    They are what the same lives cost more where an hour of that grade costs more; None where a strategy makes do with what
    there is, since dearer hours would then change lives.
    """
    import pandas as pd

    beside = Beside(study, choice, ("money",), families=GLANCED_AT)
    strategies = study.experiment.subject.strategies
    usual = {name: beside.means(name, seeds=PRICE_SEEDS)[0] for name in choice.strategies}
    base = choice.strategies[0]
    rows = {name: {"strategy": name} for name in choice.strategies[1:]}
    for grade in GRADES_IN_WORDS:
        wage = f"Wage.{grade}_hour"
        held = next(one.price for one in choice.prices.ingredients if one.name == wage)
        dear = {wage: choice.centre.get(wage, held) + DEARER}
        plain = beside.means(base, dear, PRICE_SEEDS)[0] - usual[base]
        for name in choice.strategies[1:]:
            paid = beside.means(name, dear, PRICE_SEEDS)[0] - usual[name] - plain
            rows[name][grade] = round(paid / DEARER, 4) if strategies[name].get("funded", True) else None
    return pd.DataFrame(list(rows.values()))


def in_use(table):
    """The grades that any strategy has hours of."""
    return [grade for grade in GRADES_IN_WORDS if np.nansum(np.abs(table[grade].astype(float))) > 0.0]

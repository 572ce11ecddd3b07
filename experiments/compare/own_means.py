"""What happens when money runs out: each strategy paid for by the programme, and made do with what preschools have."""

import sim
from experiments.compare.beside import Beside

LOOKED_AT = ("language", "money", "promises_cancelled", "strain", "contacts")


def within_own_means(study, choice):
    """One row a strategy and way of paying (a pandas frame): differences from the baseline, with the same luck."""
    import pandas as pd

    asked = study.experiment.subject.strategies
    base = study.experiment.strategies[0]
    both = {base: asked[base]}
    for name, does in asked.items():
        if name != base:
            both |= {(name, funded): dict(does) | {"funded": funded} for funded in (True, False)}
    beside, rows = Beside(study, choice, LOOKED_AT, both), []
    level = beside.means(base)
    development = beside.scenario(base).numbers.Development
    for name, funded in (key for key in both if key != base):
        extra = beside.means((name, funded)) - level
        months = float(sim.months_of_development(extra[0], development))
        rows.append((name, "programme" if funded else "preschool", months, *map(float, extra[1:])))
    columns = ["strategy", "paid_by", "months_of_language", *LOOKED_AT[1:]]
    return pd.DataFrame(rows, columns=columns)


def in_words(table, place):
    """One sentence on what is left of the strategies where nobody adds money."""
    alone, paid = (table[table.paid_by == who] for who in ("preschool", "programme"))
    cancelled = alone.promises_cancelled.to_numpy() - paid.promises_cancelled.to_numpy()
    budget = place.budget
    had = f"{budget.money_per_child:,.0f} {place.currency} a child and year and {budget.teacher_hours:g} hours a class and week"
    had = "what their rows of the sheet give them" if place.district else had
    worst = int(cancelled.argmax())
    if cancelled[worst] < 0.05:
        return f"With {had}, preschools can keep what these strategies promise."
    name = alone.strategy.iloc[worst].replace("_", " ")
    left, whole = alone.months_of_language.iloc[worst], paid.months_of_language.iloc[worst]
    return (
        f"With {had} and nothing added, money or hours run out: most under {name}, where {cancelled[worst]:.1f} promised "
        f"contacts a child are cancelled and {left:+.2f} months of language are left of {whole:+.2f}."
    )

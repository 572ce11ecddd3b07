"""What is counted in the tables of a comparison, where a column does not say it itself: a sheet of tables.xlsx."""

from experiments.compare.good_enough import WORTHS
from experiments.compare.words import WORTH_SHOWN


def units(choice):
    """What is counted in each column of the tables that do not say it themselves, sheet by sheet."""
    money, months = f"{choice.prices.in_words()} a child", "months of an ordinary child's development"
    regret = {f"most_regret_at_{worth}": f"{money}, if a month is worth that much" for worth in WORTHS}
    return {
        "choice": {
            "cost_a_child": f"{money}, against the baseline",
            "months_of_language": f"{months}, against the baseline",
            "icer": f"{choice.currency} a month more, against the next cheaper one worth having (icer_against)",
            "cost_a_month_against_baseline": f"{choice.currency} a month",
            "best_at_…": f"share of draws in which it is best, if a month is worth so many {choice.currency}",
            f"most_regret_at_{WORTH_SHOWN}": regret[f"most_regret_at_{WORTH_SHOWN}"],
        },
        "who_gains": {
            "months": months,
            "low, high": "nine in ten draws of the unknown numbers lie between",
            "clear": "told from zero",
        },
        "by_skill": {"gain": "as the column unit says"},
        "who_pays": {
            "money_…, once, all_money, …_worth": money,
            "…_hours": "hours a child",
            "reached": "share of families",
            "a_family_reached": f"{choice.prices.in_words()} a family that took part",
        },
        "staff_hours": {"every column": "hours a child"},
        "good_enough": regret | {"at_least_…_months": "share of draws"},
        "by_budget": {"budget_a_child": money, "every strategy": "share of draws in which it does most for language"},
        "discounted": {
            "rate": "a year",
            "cost_a_child": money,
            "months_of_language": months,
            "cost_a_month": f"{choice.currency} a month",
        },
        "tornado": {
            "low, high": f"in the column unit, a sum of money in {choice.prices.in_words()}",
            "at_low, at_high, at_centre, width": f"{money} where of is cost, months of language where of is effect",
        },
        "own_means": {"months_of_language": months, "money": money, "promises_cancelled, contacts": "contacts a child"},
    }

"""Whose costs count: money by payer, and for society the time of families and of the preschools' own teachers too."""

import sim

WAGE_OF = {"unpaid_family_hours": "family_hour", "own_hours": "teacher_hour"}  # time, and what an hour of it is worth
PERSPECTIVES = {
    "preschool": ("money_preschool",),
    "authority": ("money_authority", "money_programme"),
    "payers": ("money_preschool", "money_authority", "money_programme"),
    "society": ("money_preschool", "money_authority", "money_programme", "unpaid_family_hours", "own_hours"),
}
IN_WORDS = {
    "preschool": "to the preschools themselves",
    "authority": "to the authority or whoever funds the programme",
    "payers": "to all who pay money",
    "society": "to society: all money, and families' and teachers' own time at its wage",
}
GRADES_IN_WORDS = {
    "assistant": "assistants, child care",
    "coordinator": "coordinators, office staff",
    "leader": "course leaders",
    "visitor": "trained visitors",
    "coach": "coaches and trainers",
    "interpreter": "interpreters",
}
DEARER = 1000.0  # currency an hour, to read hours off what lives cost more: large against what rounding to cents does
COSTS = PERSPECTIVES["society"]  # every part that any perspective counts


def check_perspective(perspective):
    """Errors: ScenarioError for a perspective that is not known."""
    if perspective not in PERSPECTIVES:
        raise sim.unknown("perspective", perspective, PERSPECTIVES, "--perspective")


def in_money(name, amount, wages):
    """An amount of a part of the costs in currency; `wages` are the numbers of Wage."""
    return amount * getattr(wages, WAGE_OF[name]) if name in WAGE_OF else amount


def pays_start_up(perspective, funded):
    """Whether what a strategy costs to begin with falls on these payers."""
    return perspective in ("payers", "society") or perspective == ("authority" if funded else "preschool")

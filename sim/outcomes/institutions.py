"""What is measured on organisations, evaluation and plans: gifts, how well a preschool sees, who has a plan (§3.3, §5.3)."""

import numpy as np

from sim.core.outcome import PRESCHOOLS, mean_over, outcome


@outcome(unit="partners a preschool", better="higher", of="place", sums=PRESCHOOLS)
def partners(world):
    """Organisations that work with a preschool this term."""
    return float(world.tables.partnerships.partner.sum()) / world.tables.preschools.size


@outcome(unit="currency a child", better="higher", of="place")
def money_organisations(world):
    """What organisations gave since week 1, in money or in kind."""
    return float(world.tables.organisations.cents_given.sum()) / 100.0 / world.tables.families.size


@outcome(unit="Gini", better="lower", of="place")
def uneven_partners(world):
    """How unevenly organisations' partnerships fall on preschools: 0 all have as many, near 1 one has all."""
    t = world.tables
    there = np.sort(np.bincount(t.partnerships.preschool, t.partnerships.partner, t.preschools.size))
    if there.sum() == 0:
        return 0.0
    rank = np.arange(1, there.size + 1)
    return float(2 * (rank * there).sum() / (there.size * there.sum()) - (there.size + 1) / there.size)


@outcome(
    unit="share",
    better="lower",
    of="place",
    sums=mean_over(lambda world: (world.tables.evaluations.effort > 0.0).sum()),
)
def error_of_evaluation(world):
    """How far what preschools that look back see of groups of families lies from the truth."""
    e = world.tables.evaluations
    looked = e.effort > 0.0
    return float(e.error[looked].mean()) if looked.any() else 0.0


@outcome(unit="share", better="higher")
def learning_plan(world):
    """Share of children with an individual plan this term."""
    return (world.tables.attention.plan_by > 0).astype(float)


@outcome(unit="share", better="higher")
def learning_plan_agreed(world):
    """Share of children with an individual plan that their parents agreed on."""
    return (world.tables.attention.plan_by == 2).astype(float)


@outcome(unit="share", better="higher")
def shown_by_families(world):
    """How much of what parents can show a class, trades and other languages with their customs, is in use in the child's."""
    t = world.tables
    return 0.5 * (t.teachers.trades_shown + t.teachers.cultures_shown)[t.families.room]

"""What is measured on parent committees: whom they represent, what they ask for, what becomes of it (§4.3)."""

import numpy as np

from sim.core.outcome import PRESCHOOLS, mean_over, outcome

COMMITTEES = mean_over(lambda world: (world.tables.committees.members > 0).sum())
SEATS = mean_over(lambda world: world.tables.committees.seats.sum())


def _mean(world, column):
    """Mean over the preschools that have a committee; 0 where none has."""
    c = world.tables.committees
    there = c.members > 0
    return float(c[column][there].mean()) if there.any() else 0.0


@outcome(unit="SD", better="lower", of="place", sums=COMMITTEES)
def committee_ses_gap(world):
    """Mean SES of committee members less that of the parents they speak for."""
    return _mean(world, "ses_gap")


@outcome(unit="difference of shares", better="higher", of="place", sums=COMMITTEES)
def committee_language_gap(world):
    """Share of committee members who speak another language at home less that of the parents they speak for."""
    return _mean(world, "language_gap")


@outcome(unit="share", better="lower", of="place", sums=COMMITTEES)
def committee_values_gap(world):
    """How far what committee members value lies from what the parents they speak for value, 0 to 1."""
    return _mean(world, "values_gap")


@outcome(unit="share", better="higher", of="place", sums=SEATS)
def committee_seats_filled(world):
    """Share of the seats of parent committees that are taken."""
    c = world.tables.committees
    return float(c.members.sum() / max(1, c.seats.sum()))


@outcome(unit="proposals a preschool", better="higher", of="place", sums=PRESCHOOLS)
def proposals_made(world):
    """Proposals that a preschool's parent committee made since week 1."""
    return float(np.mean(world.tables.committees.proposals))


@outcome(unit="proposals a preschool", better="higher", of="place", sums=PRESCHOOLS)
def proposals_carried(world):
    """Proposals of a preschool's parent committee that were carried since week 1."""
    return float(np.mean(world.tables.committees.carried))


@outcome(unit="currency a child", better="higher", of="place")
def committee_spending(world):
    """Money that parent committees spent from their funds since week 1."""
    return float(world.tables.committees.cents_spent.sum()) / 100.0 / world.tables.families.size

"""What is measured on promises: how many offers and mandates are kept (§4.2, §5.2)."""

from sim.core.outcome import mean_over, outcome


def _kept(world, promised, cancelled):
    """Share kept of what was promised since week 1; all of it where nothing was promised."""
    ledger = world.tables.ledger
    return 1.0 - float(ledger[cancelled].sum()) / max(1.0, float(ledger[promised].sum()))


@outcome(
    unit="share", better="higher", of="place", sums=mean_over(lambda world: world.tables.ledger.promised.sum(), 1.0)
)
def offers_kept(world):
    """Share of the contacts promised to families since week 1 that were not cancelled."""
    return _kept(world, "promised", "cancelled")


@outcome(
    unit="share", better="higher", of="place", sums=mean_over(lambda world: world.tables.ledger.mandated.sum(), 1.0)
)
def mandates_kept(world):
    """Share of the contacts that law asked for since week 1 that were not cancelled."""
    return _kept(world, "mandated", "mandated_cancelled")


@outcome(unit="share", better="higher", of="place")
def mandates_asked(world):
    """Share of the contacts in the law that the authority asks for, after consultation."""
    return float(world.tables.authority.asks[0])


@outcome(unit="contacts a child", better="higher", of="place")
def offers(world):
    """Contacts offered to a family since week 1 and not cancelled, by whomever they are paid for."""
    ledger = world.tables.ledger
    return float((ledger.promised - ledger.cancelled).sum()) / world.tables.families.size

"""What families know and a class can use: a trade, a language, a custom, shown by parents who give it hours (§2.2)."""

from sim.core.compiled import rule
from sim.core.declare import parameters
from sim.core.units import per_contact, per_week, weight


@parameters
class FundsOfKnowledge:
    """How what volunteers show becomes part of teaching, and what it is then worth (Moll and others 1992 for the idea)."""

    by_visit = per_contact(
        0.10, low=0.03, high=0.3, source="assumed: of what is still new to the class, by a parent who comes"
    )
    fades = per_week(0.05, low=0.02, high=0.15, source="assumed: half is out of use after a term")
    trade = weight(0.05, low=0.0, high=0.2, source="assumed: for every child, a year of preschool being 1")
    custom = weight(0.05, low=0.0, high=0.2, source="assumed: as a trade; of homes with another language")
    language = weight(
        0.10, low=0.0, high=0.3, source="assumed: for a child at home in another language and culture, none for others"
    )


@rule
def shown_after_a_visit(shown, p):
    """Every parent who comes shows the class a part of what it has not seen yet."""
    return shown + p.by_visit * (1.0 - shown)


@rule
def shown_after_a_week(shown, p):
    """What is not shown again goes out of use."""
    return shown * (1.0 - p.fades)


@rule
def brought_into_teaching(trades, cultures, distance, p):
    """Trades and customs enrich teaching for every child; a home language heard in class helps who is at home in another."""
    return p.trade * trades + (p.custom + p.language * distance) * cultures

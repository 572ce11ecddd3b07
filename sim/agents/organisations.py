"""Organisations of the neighbourhood, and which preschools each works with (§3.3)."""

from sim.core.declare import table
from sim.core.units import code_column, count_column, real_column, row_column, share_column


@table
class Organisations:
    """One row an organisation."""

    number = count_column("the organisation's own number; its luck hangs on it", written_by="population", unit="number")
    kind = code_column(
        "0 training institution, 1 library, 2 enterprise, 3 health or social service", written_by="population"
    )
    east = real_column("kilometres", "where it lies", written_by="population")
    north = real_column("kilometres", "where it lies", written_by="population")
    serves = count_column("preschools it works with this term", written_by="term")
    cents_given = count_column("what it gave since week 1, in money or in kind", written_by="term", unit="cents")


@table
class Partnerships:
    """One row an organisation and a preschool near it."""

    organisation = row_column("the organisation", written_by="population")
    preschool = row_column("the preschool", written_by="population")
    distance = real_column("kilometres", "how far apart they lie", written_by="population")
    experience = share_column("how well they know how to work together", written_by="term")
    partner = code_column("1 if they work together this term", written_by="term")

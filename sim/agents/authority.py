"""The authority: what it asks of the preschools of a district."""

from sim.core.declare import table
from sim.core.units import share_column


@table
class Authority:
    """One row. Written when a term starts."""

    consults = share_column("how far preschools are heard when mandates are made", written_by="term")
    inspects = share_column("how closely it looks whether mandates are kept", written_by="term")
    by_need = share_column("how far tied money goes by need", written_by="term")
    can_be_kept = share_column(
        "share of the law's contacts that hours allow, as preschools say", written_by="term", start=1.0
    )
    asks = share_column(
        "share of the law's contacts that it asks for, after consultation", written_by="term", start=1.0
    )

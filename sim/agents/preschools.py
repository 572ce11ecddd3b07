"""Preschools: goals, and the clarity of rights and duties."""

from sim.core.declare import table
from sim.core.units import code_column, count_column, per_domain_column, real_column, share_column


@table
class Preschools:
    """One row a preschool."""

    number = count_column("the preschool's own number; its luck hangs on it", written_by="population", unit="number")
    private = code_column("1 for a private preschool", written_by="population")
    mean_ses = real_column("SD", "mean SES of its families", written_by="population")
    east = real_column("kilometres", "where it lies", written_by="population")
    north = real_column("kilometres", "where it lies", written_by="population")
    goals_at_start = per_domain_column(
        "weight", "its goals before anything, six weights that add to one", written_by="population"
    )
    asked_for = per_domain_column(
        "weight", "what its parent committee asks for, six weights that add to one", written_by="term", start=1 / 6
    )
    heeded = share_column("how far what it stands for has moved there", written_by="term")
    outreach = real_column("hours a week", "hours spent on winning partners", written_by="term")
    hub_open = share_column("how much of the hours asked for its walk-in place is open", written_by="term")
    goals = per_domain_column("weight", "its goals now", written_by="spread")
    clarity = share_column("how clearly rights and duties are written down", written_by="plan")

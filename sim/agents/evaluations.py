"""What each preschool's last evaluation found, and what it changed for the term."""

import numpy as np

from sim.core.declare import table
from sim.core.kinds import CHANNELS
from sim.core.units import code_column, count_column, real_column, share_column, wide_column


@table
class Evaluations:
    """One row a preschool, written when a term starts."""

    paid = share_column("how much of the work asked for is done this term", written_by="term")
    effort = share_column("share of families asked about the last term; 0 where nobody looked back", written_by="term")
    outside = share_column("how far an organisation looks on from outside", written_by="term")
    shared = share_column("how far the report is shown to parents and committee", written_by="term")
    since = count_column("when it last looked", written_by="term", unit="week")
    asked_before = wide_column(
        "contacts a family", np.float64, len(CHANNELS), "asked through each channel up to then", written_by="term"
    )
    seen = real_column(
        "difference of shares", "change of parents' satisfaction as the preschool sees it", written_by="term"
    )
    error = real_column("share", "how far what it sees of groups of families lies from the truth", written_by="term")
    least_reached = code_column(
        "group found out of reach: 0 none, 1 to 5 a fifth, 6 another language", written_by="term"
    )
    weakest = code_column("domain in which children are rated lowest, from 1; 0 for none", written_by="term")
    emphasis = wide_column(
        "times the ordinary", np.float64, len(CHANNELS), "how often each channel is used", written_by="term", start=1.0
    )

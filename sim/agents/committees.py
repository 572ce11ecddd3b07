"""Parent committees: who sits there, what they want, what became of it, and what is in their fund."""

from sim.core.declare import table
from sim.core.units import (
    code_column,
    count_column,
    sd_column,
    share_column,
)


@table
class Committees:
    """One row a preschool. Everything is decided when a term starts; no seats, no committee."""

    seats = count_column("places on the committee", written_by="term")
    members = count_column("families that sit on it this term", written_by="term")
    founded = count_column("times members have been found", written_by="term")
    found_by = code_column("0 volunteers, 1 election, 2 lot, 3 one from each group", written_by="term")
    voice = share_column("how far the preschool heeds it", written_by="term")
    sittings = count_column("sittings this term", written_by="term")
    ses_gap = sd_column("mean SES of its members less that of all parents of the preschool", written_by="term")
    language_gap = sd_column(
        "share of members who speak another language at home less that of all parents", written_by="term"
    )
    values_gap = share_column("how far members' values lie from all parents' values, 0 to 1", written_by="term")
    heard = count_column("turns that members had to speak, since week 1", written_by="term")
    proposals = count_column("proposals made since week 1", written_by="term")
    carried = count_column("of them carried", written_by="term")
    barrier = code_column("what it last reported: 0 nothing, 1 time, 2 language, 3 distrust", written_by="term")
    cents_from_preschool = count_column("put into its fund by the preschool", written_by="term", unit="cents")
    cents_from_programme = count_column("put into its fund by the programme", written_by="term", unit="cents")
    cents_raised = count_column("put into its fund by others", written_by="term", unit="cents")
    cents_spent = count_column("spent from its fund", written_by="term", unit="cents")
    cents_left = count_column("left in its fund", written_by="term", unit="cents")
    cents_lapsed = count_column("given back when it ended", written_by="term", unit="cents")
    buys = code_column(
        "what its fund pays for this term: 0 nothing, 1 books, 2 evenings, 3 activities, 4 interpreters",
        written_by="term",
    )
    times = count_column(
        "how often, how many books a family, or for how many thousandths of contacts", written_by="term"
    )
    books = count_column("books a family that it has bought", written_by="term")
    books_since = count_column("when it last bought some", written_by="term", unit="week")

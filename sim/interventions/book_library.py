"""Books at home (§4.3)."""

from sim.core.declare import parameters
from sim.core.intervention import Intervention
from sim.core.units import count


class BookLibrary(Intervention):
    """Books, or a digital library, lent to families for their home."""

    section = "4.3"

    @parameters
    class Dose:
        """How many books a family has at hand."""

        books = count(100, low=0, high=400, source="a choice; E65: a tablet with more than 200 books")

    def plan(self, term):
        term.lend(self.dose.books)

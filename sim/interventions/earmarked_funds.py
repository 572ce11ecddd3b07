"""Money tied to cooperation (§4.2)."""

from sim.core.declare import parameters
from sim.core.intervention import Intervention
from sim.core.units import count, hours, money


class EarmarkedFunds(Intervention):
    """Money that may be spent on work with families alone, hours of staff for it, and books for their homes."""

    section = "4.2"
    is_condition = True
    shared_by = "preschool"

    @parameters
    class Dose:
        """A child and year; a class and week; a family."""

        money_per_child = money(40, low=0, high=400, most=1e6, source="a choice: a child and year")
        staff_hours = hours(1.0, low=0, high=8, most=168, source="a choice: a class and week")
        books = count(20, low=0, high=200, most=1000, source="a choice: a family")

    def plan(self, term):
        term.earmark(self.dose.money_per_child, self.dose.staff_hours)
        term.lend(self.dose.books)

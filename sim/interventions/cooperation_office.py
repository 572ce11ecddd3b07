"""A cooperation office (§4.3)."""

from sim.core.declare import parameters
from sim.core.intervention import Intervention
from sim.core.units import hours


class CooperationOffice(Intervention):
    """A coordinator in each preschool takes work off teachers, asks families again and wins partners."""

    section = "4.3"
    is_condition = True
    shared_by = "preschool"
    waits_for_a_term = "organisations choose whom they work with"

    @parameters
    class Dose:
        """How many hours a week."""

        staff_hours_a_week = hours(10, low=0, high=40, most=400, source="a choice: a quarter of a post a preschool")

    def plan(self, term):
        if self.dose.staff_hours_a_week > 0:
            term.found()

"""A volunteer team (§4.3)."""

from sim.core.declare import parameters
from sim.core.intervention import Intervention
from sim.core.units import hours


class Volunteers(Intervention):
    """Parents are asked to give hours to the class; who comes takes work off the teacher and shows the children what it knows."""

    section = "4.3"

    @parameters
    class Dose:
        """How many hours a year each family is asked for."""

        hours_asked = hours(10, low=0, high=40, most=200, source="a choice: an afternoon a month")

    def plan(self, term):
        term.ask_for_hours(self.dose.hours_asked)

"""Partnerships with organisations of the neighbourhood (§3.3, §4.3)."""

from sim.core.declare import parameters
from sim.core.intervention import Intervention
from sim.core.units import hours


class Partnerships(Intervention):
    """Somebody goes and wins organisations: for courses, books, money, visits, and an eye from outside."""

    section = "3.3"
    is_condition = True
    waits_for_a_term = "organisations choose whom they work with"

    @parameters
    class Dose:
        """How many hours a week of a preschool."""

        outreach_hours = hours(2, low=0, high=10, most=80, source="a choice")

    def plan(self, term):
        if self.dose.outreach_hours > 0:
            term.found()

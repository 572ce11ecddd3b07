"""A community hub (§3.3)."""

from sim.core.declare import parameters
from sim.core.intervention import Intervention
from sim.core.units import hours


class CommunityHub(Intervention):
    """A walk-in place near each preschool, with its own staff, where families play, read and meet."""

    section = "3.3"
    is_condition = True

    @parameters
    class Dose:
        """How many hours a week it is open."""

        hours_a_week = hours(8, low=0, high=40, most=100, source="a choice: two afternoons")

    def plan(self, term):
        if self.dose.hours_a_week > 0:
            term.found()

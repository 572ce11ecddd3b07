"""Individual learning plans (§3.2, §6)."""

from sim.core.declare import parameters
from sim.core.intervention import Intervention
from sim.core.units import share


class LearningPlans(Intervention):
    """A plan for each child, written every term and agreed with the parents who come to talk about it."""

    section = "3.2"
    is_condition = True

    @parameters
    class Dose:
        """For how many of the children."""

        share = share(1, low=0, high=1, source="a choice: every child")

    def plan(self, term):
        if self.dose.share > 0:
            term.found()

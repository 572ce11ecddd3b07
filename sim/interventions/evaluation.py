"""Looking back (§5.3)."""

from sim.core.declare import parameters
from sim.core.intervention import Intervention
from sim.core.units import share


class Evaluation(Intervention):
    """Each term a preschool asks families how it went, looks whom it did not reach, and changes its plans."""

    section = "5.3"
    is_condition = True
    shared_by = "preschool"

    @parameters
    class Dose:
        """How many families are asked, and how far the report is shown to parents and committee."""

        effort = share(0.8, low=0, high=1, source="a choice: share of families asked")
        shared = share(1, low=0, high=1, source="a choice")

    def plan(self, term):
        if self.dose.effort > 0:
            term.found()

"""Preschools take part in making policy (§4.2)."""

from sim.core.declare import parameters
from sim.core.intervention import Intervention
from sim.core.units import share


class Consultation(Intervention):
    """The authority hears preschools before it asks for contacts; it concerns the whole district, whomever it is said for."""

    section = "4.2"
    is_condition = True
    shared_by = "preschool"

    @parameters
    class Dose:
        """How far what preschools say they can keep counts."""

        weight = share(0.7, low=0, high=1, source="a choice: 1 asks for what can be kept and no more")

    def plan(self, term):
        term.hear_preschools(self.dose.weight)

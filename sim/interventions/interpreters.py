"""Help with language (§4.1)."""

from sim.core.declare import parameters
from sim.core.intervention import Intervention
from sim.core.units import share


class Interpreters(Intervention):
    """An interpreter or a go-between at contacts with families of another language."""

    section = "4.1"
    is_condition = True

    @parameters
    class Dose:
        """For which share of contacts."""

        share = share(
            0.8, low=0, high=1, source="a choice; P24: 57% of such parents have difficulty, 70% of schools interpret"
        )

    def plan(self, term):
        term.interpret(self.dose.share)

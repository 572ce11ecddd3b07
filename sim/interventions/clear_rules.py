"""Rights and duties (§4.2, §5.2)."""

from sim.core.declare import parameters
from sim.core.intervention import Intervention
from sim.core.units import share


class ClearRules(Intervention):
    """Rights and duties of parents and preschool, written down together; where the place has clearer ones, those hold."""

    section = "4.2"
    is_condition = True
    shared_by = "preschool"

    @parameters
    class Dose:
        """How clear they become."""

        clarity = share(0.9, low=0, high=1, source="a choice: 1 leaves nobody in doubt")

    def plan(self, term):
        term.write_rules(self.dose.clarity)

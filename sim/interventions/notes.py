"""Personal notes (§5.1)."""

from sim.core.declare import parameters
from sim.core.intervention import Intervention
from sim.core.kinds import Channel
from sim.core.units import count


class Notes(Intervention):
    """A personal note on the child, written by the teacher."""

    section = "5.1"

    @parameters
    class Dose:
        """How many a month."""

        per_month = count(2, low=0, high=8, most=60, source="a choice; P20: 57% had a personal note in a year")

    def plan(self, term):
        term.offer(Channel.NOTE, per_month=self.dose.per_month)

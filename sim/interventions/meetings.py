"""Class and school meetings (§5.1, §5.2)."""

from sim.core.declare import parameters
from sim.core.intervention import Intervention
from sim.core.kinds import Channel
from sim.core.units import count, share


class Meetings(Intervention):
    """More meetings of the class, in which parents are told, and asked and heard as far as the preschool listens."""

    section = "5.1"

    @parameters
    class Dose:
        """How many a year, and how far they listen as well as tell."""

        per_year = count(3, low=0, high=12, most=100, source="a choice: as many again as the routine has")
        listening = share(0.5, low=0, high=1, source="a choice: half of the time is the parents'")

    def plan(self, term):
        term.offer(Channel.MEETING, per_year=self.dose.per_year, listening=self.dose.listening)

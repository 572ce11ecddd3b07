"""Individual talks of parents and teacher (§5.1, §5.2)."""

from sim.core.declare import parameters
from sim.core.intervention import Intervention
from sim.core.kinds import Channel
from sim.core.units import count, share


class Talks(Intervention):
    """The teacher talks with each family on its child; she may set a goal with the parents."""

    section = "5.1"

    @parameters
    class Dose:
        """How many a year, and how far each ends with a goal."""

        per_year = count(2, low=0, high=12, most=100, source="a choice: as many again as M02 asks for")
        goal_setting = share(0.5, low=0, high=1, source="a choice; E66: goals add to the time parents read")

    def plan(self, term):
        term.offer(Channel.TALK, per_year=self.dose.per_year, goals=self.dose.goal_setting)

"""Parents and children read and do things together at the preschool (§5.3)."""

from sim.core.declare import parameters
from sim.core.intervention import Intervention
from sim.core.kinds import Channel
from sim.core.units import count


class JointActivities(Intervention):
    """Open half-days on which parents come to read and work with their child in the class."""

    section = "5.3"

    @parameters
    class Dose:
        """How many a year."""

        per_year = count(4, low=0, high=12, most=100, source="a choice; M05: open half-days, one or two a semester")

    def plan(self, term):
        term.offer(Channel.JOINT_ACTIVITY, per_year=self.dose.per_year)

"""Two-way electronic contact (§5.1)."""

from sim.core.declare import parameters
from sim.core.intervention import Intervention
from sim.core.kinds import Channel
from sim.core.units import minutes


class Platform(Intervention):
    """Parents ask and tell by an app or by mail, and the teacher answers, as far as her minutes go."""

    section = "5.1"

    @parameters
    class Dose:
        """How much of a class's staff time."""

        staff_minutes_a_week = minutes(
            60, low=0, high=240, most=2400, source="a choice: an hour answers a dozen families of a class a week"
        )

    def plan(self, term):
        term.offer(Channel.EXCHANGE, per_week=term.exchanges_a_week(self.dose.staff_minutes_a_week))

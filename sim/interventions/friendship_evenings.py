"""Friendship evenings (§5.3)."""

from sim.core.declare import parameters
from sim.core.intervention import Intervention
from sim.core.kinds import Channel
from sim.core.units import count


class FriendshipEvenings(Intervention):
    """Several families of the class meet over a meal, an evening a school week until the sessions are over."""

    section = "5.3"

    @parameters
    class Dose:
        """How many evenings."""

        sessions = count(8, low=0, high=12, most=36, source="a choice; N01: eight weekly evenings")

    def plan(self, term):
        term.offer(Channel.EVENING, times=self.dose.sessions)

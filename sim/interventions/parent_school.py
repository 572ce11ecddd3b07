"""A course for parents (§4.3)."""

from sim.core.declare import parameters
from sim.core.intervention import Intervention
from sim.core.kinds import Channel
from sim.core.units import choice, count, minutes, share


class ParentSchool(Intervention):
    """A course for parents in the class, a session a school week unless said otherwise, led by a paid leader."""

    section = "4.3"

    @parameters
    class Dose:
        """How many sessions, how many school weeks apart, how long, about what, and whether parents' time is paid."""

        sessions = count(8, low=0, high=20, most=36, source="a choice; E79: thirteen sessions")
        every_weeks = count(1, low=1, high=9, least=1, most=36, source="a choice; 4: about once a month")
        minutes = minutes(90, low=30, high=180, most=600, source="a choice")
        topic = choice("reading", "reading", "behaviour", "both", "concepts", source="a choice; E25, E55")
        incentive = share(0, low=0, high=1, source="a choice; 1 pays for a parent's time")

    def plan(self, term):
        length = term.session_length(self.dose.minutes)
        term.offer(
            Channel.COURSE,
            times=self.dose.sessions,
            every=round(self.dose.every_weeks),
            cents=term.cents_of(Channel.COURSE, length),
            cents_each=term.cents_of_time(Channel.COURSE, length, self.dose.incentive),
            strength=length,
            topic=int(self.dose.topic),
            incentive=self.dose.incentive,
        )

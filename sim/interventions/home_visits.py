"""Home visits (§5.1)."""

from sim.core.declare import parameters
from sim.core.intervention import Intervention
from sim.core.kinds import Channel
from sim.core.units import choice, count


class HomeVisits(Intervention):
    """The teacher, or a visitor trained to practise with parent and child, comes to the family's home."""

    section = "5.1"

    @parameters
    class Dose:
        """How many a year, and who comes."""

        per_year = count(
            12,
            low=0,
            high=48,
            most=200,
            source="a choice; M01: two by law; E50: three a month do twice as much as fewer",
        )
        visitor = choice("trained_visitor", "teacher", "trained_visitor", source="a choice")

    def plan(self, term):
        channel = Channel.TEACHER_VISIT if self.word("visitor") == "teacher" else Channel.TRAINED_VISIT
        term.offer(channel, per_year=self.dose.per_year)

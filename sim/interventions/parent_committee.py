"""A parent committee (§4.3)."""

from sim.core.declare import parameters
from sim.core.intervention import Intervention
from sim.core.units import choice, count, money, share


class ParentCommittee(Intervention):
    """Parents sit together each term: they propose, are heeded as far as they have a voice, and spend a fund."""

    section = "4.3"
    is_condition = True
    shared_by = "preschool"
    waits_for_a_term = "a committee's members are found, and its say and fund settled"

    @parameters
    class Dose:
        """How many sit, how they are found, how often they meet, how far they are heeded, and what they can spend."""

        seats = count(6, low=0, high=12, most=60, source="a choice: for a preschool of three classes")
        found_by = choice("volunteers", "volunteers", "election", "lot", "one_from_each_group", source="a choice")
        meetings_a_term = count(3, low=0, high=8, most=16, source="a choice")
        voice = share(0.5, low=0, high=1, source="a choice: 0 hears them, 1 does what they ask")
        fund_per_child = money(10, low=0, high=100, source="a choice: a child and year")

    def plan(self, term):
        if self.dose.seats > 0:
            term.found()

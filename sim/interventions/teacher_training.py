"""Teachers learn (§3.2)."""

from sim.core.declare import parameters
from sim.core.intervention import Intervention
from sim.core.units import choice, count


class TeacherTraining(Intervention):
    """Days of training and a coach in the class, on working with families of other cultures or on teaching."""

    section = "3.2"
    is_condition = True
    shared_by = "class"

    @parameters
    class Dose:
        """How much a year, and of what."""

        days = count(3, low=0, high=10, most=100, source="a choice")
        coaching_visits = count(4, low=0, high=20, most=200, source="a choice; K11: coaching is the largest item")
        topic = choice("families", "families", "teaching", source="a choice")

    def plan(self, term):
        of_teaching = self.word("topic") == "teaching"
        term.train(self.dose.days, self.dose.coaching_visits, of_teaching=of_teaching)

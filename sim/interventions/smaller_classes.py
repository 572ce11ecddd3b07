"""Smaller classes: a rival use of the money."""

from sim.core.declare import parameters
from sim.core.errors import ScenarioError
from sim.core.intervention import Intervention
from sim.core.units import count

FEWEST = 5  # a group smaller than this is no class


class SmallerClasses(Intervention):
    """More teachers, until each has no more children than so many."""

    section = ""
    is_condition = True
    shared_by = "class"

    @parameters
    class Dose:
        """How many children a teacher."""

        children = count(
            13,
            low=10,
            high=20,
            most=50,
            source="a choice; E74: fewer children matter from fifteen down; 0: as they are",
        )

    def __init__(self, **settings):
        super().__init__(**settings)
        if 0 < self.dose.children < FEWEST:
            raise ScenarioError(
                f"smaller_classes.children = {self.dose.children:g}: 0 leaves classes as they are, else {FEWEST} to 50 children."
            )

    def plan(self, term):
        term.make_classes_smaller(self.dose.children)

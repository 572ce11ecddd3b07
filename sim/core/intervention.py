"""What an intervention is."""

from abc import ABC, abstractmethod

from sim.core.errors import ScenarioError, unknown

GROUPS = (
    "all",
    "ses_1",
    "ses_2",
    "ses_3",
    "ses_4",
    "ses_5",
    "lowest_quarter",
    "other_language",
    "behind",
    "not_reached",
)


class Intervention(ABC):
    """Something a preschool can do. It decides what families are offered, never how they respond."""

    Dose: type  # the numbers the preschool decides, declared with @parameters
    section = ""  # of the paper
    is_condition = False  # True: it lasts (interpreters, training) and is not offered on occasions
    shared_by = "family"  # or class, preschool: the fewest that it can be done for without others having it, too
    waits_for_a_term = ""  # what of it is done only when a term starts, where it is asked for in mid-term
    name = ""  # the name of its file, set when the folder is gathered

    def __init__(self, *, for_whom="all", from_week=1, until_week=None, **dose):
        if for_whom not in GROUPS:
            raise unknown("group", for_whom, GROUPS, f"{self.name}.for_whom")
        self.for_whom = for_whom
        self.from_week = _a_week(f"{self.name}.from_week", from_week)
        self.until_week = None if until_week is None else _a_week(f"{self.name}.until_week", until_week)
        if self.until_week is not None and self.until_week < self.from_week:
            raise ScenarioError(f"{self.name}.until_week = {until_week} lies before from_week = {from_week}.")
        self.dose = self.Dose.but(**dose)

    def word(self, name):
        """The word of a dose that is a choice."""
        return self.Dose.declared[name].shown(getattr(self.dose, name))

    @abstractmethod
    def plan(self, term):
        """Write this term's offers."""


def _a_week(name, value):
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 10_000:
        raise ScenarioError(f"{name} = {value!r} is not a week: weeks count from 1.")
    return value

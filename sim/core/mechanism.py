"""What a mechanism of the paper is: what having it does, and how a scenario does without it."""

from dataclasses import dataclass, field

PLACES_OWN = "as in the place"  # switched off: what the file of the place has, whatever the scenario says
SIGNS = {"+": 1, "-": -1}


@dataclass(frozen=True)
class Mechanism:
    """One idea of the paper, with the values at which it does nothing.

    `moves` says what having it does according to the paper or the field: (outcome, "+" or "-"), copied from the guide of
    the model (its own three from the field) and never from a run. `off` is said in the words of a scenario's events, so that
    the week needs no branch: a number or a whole group of numbers of sim/rules/, `policy.clarity`, `culture.…`,
    `budget.…`, `staff.…`, or `strategy.<intervention>`: None, which takes it out of every strategy, or one of its doses
    at nothing.
    `setting` holds the keys of a scenario without which it would have nothing to do. `reason` is why the model may show
    little of what is expected: said where it cannot be told.
    """

    name: str
    section: str
    sentence: str
    moves: tuple
    off: dict
    setting: dict = field(default_factory=dict)
    reason: str = ""

    def expected(self, outcome):
        """1 where having the mechanism raises the outcome, -1 where it lowers it."""
        return SIGNS[dict(self.moves)[outcome]]

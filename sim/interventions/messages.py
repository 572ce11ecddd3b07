"""Short messages with one thing to try (§5.1)."""

from sim.core.declare import parameters
from sim.core.intervention import Intervention
from sim.core.kinds import Channel
from sim.core.units import choice, count, share


class Messages(Intervention):
    """Short messages to parents, each with one thing to try at home, or about life at school."""

    section = "5.1"

    @parameters
    class Dose:
        """How many, about what."""

        per_week = count(3, low=0, high=7, most=70, source="E07: three a week; E60: five do no better")
        about = choice("practice", "practice", "school_life", source="a choice")
        goals = share(0, low=0, high=1, source="a choice; E12, E66: messages that ask parents to set a goal")
        reward = share(0, low=0, high=1, source="a choice; E12: a social reward for reaching it")

    def plan(self, term):
        topic = 0 if self.word("about") == "practice" else 1
        term.offer(
            Channel.MESSAGE, per_week=self.dose.per_week, topic=topic, goals=self.dose.goals, reward=self.dose.reward
        )

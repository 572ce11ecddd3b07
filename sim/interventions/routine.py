"""The routine: what law and custom already ask for in the place. The baseline of every comparison."""

from sim.core.declare import parameters
from sim.core.intervention import Intervention
from sim.core.kinds import Channel


class Routine(Intervention):
    """Meetings, talks, visits and notes as the place's policy asks for; events, volunteering and a committee by custom."""

    section = "4.2"

    @parameters
    class Dose:
        """Nothing to choose: the place's policy and customs say it (M01 to M05)."""

    def plan(self, term):
        policy, customs = term.policy, term.customs
        term.offer(Channel.EVENT, per_year=customs.events_a_year)
        term.offer(Channel.VOLUNTEER, per_year=customs.volunteering_a_year)
        term.meet_and_answer(policy.meetings_a_year, policy.feedback)
        term.offer(Channel.COMMITTEE, per_year=policy.committee, mandated=1)
        term.offer(Channel.TALK, per_year=policy.talks_a_year, mandated=1)
        term.offer(Channel.TEACHER_VISIT, per_year=policy.visits_a_year, mandated=1)
        term.offer(Channel.NOTE, per_month=policy.notes_a_month, mandated=1)
        term.coordinate()

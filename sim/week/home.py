"""4 · Home: how much time, and how well it is spent."""

import math

from sim.core.compiled import loop
from sim.core.kinds import Channel, Strand
from sim.rules.effort import (
    best_answer,
    concern_for_the_child,
    cost_of_effort,
    effort_after_a_week,
    role_when_clear,
    urge_after_a_week,
    value_of_effort,
)
from sim.rules.goals import moved
from sim.rules.home_practice import (
    confidence_after_a_week,
    confidence_at_rest,
    input_from_home,
    materials_after_a_week,
    quality_after_a_week,
    quality_for_domain,
    use_of_time,
)
from sim.rules.information import belief_after_a_week


@loop
def home(t, p, seed, week):
    for i in range(t.families.ses.size):
        _believe(t, p, i)
        _decide_on_time(t, p, i)
        _practise(t, p, i)
        _books(t, p, i, week)
        _give_input(t, p, i)


@loop
def _believe(t, p, i):
    """What the family believes of the teacher's effort, holds itself responsible for, and dares."""
    f = t.families
    truth, expected = t.attention.effort[i], math.exp(f.expectation[i])
    f.belief[i] = max(p.Effort.least, belief_after_a_week(f.belief[i], truth, expected, f.information[i], p.Information))
    clarity = t.preschools.clarity[f.preschool[i]]
    others = t.attention.responsibility_at_start[i]
    aim = role_when_clear(f.role_at_start[i], others, clarity, p.Responsibility.familys_part)
    f.role[i] = moved(f.role[i], aim, p.Responsibility.pace)
    at_rest = confidence_at_rest(f.ses[i], p.HomePractice)
    f.confidence[i] = confidence_after_a_week(f.confidence[i], at_rest, t.week.encouragement[i], p.HomePractice)


@loop
def _decide_on_time(t, p, i):
    """The best answer to the effort it believes the teacher makes, pushed by tips, in the pace of habit."""
    f = t.families
    concern = concern_for_the_child(f.information[i], t.children.skills[i, 0])
    value = value_of_effort(f.role[i], f.confidence[i], concern, p.Effort)
    cost = cost_of_effort(f.pressure[i], f.ses[i], p.Effort)
    best = best_answer(value, cost, f.belief[i], p.Effort.home_exponent, p.Effort.school_exponent, p.Effort)
    f.urge[i] = urge_after_a_week(f.urge[i], t.week.nudges[i], p.Effort)
    f.effort[i] = effort_after_a_week(f.effort[i], best * math.exp(f.urge[i]), p.Effort)


@loop
def _practise(t, p, i):
    f = t.families
    for strand in range(f.quality.shape[1]):
        f.quality[i, strand] = quality_after_a_week(
            f.quality[i, strand], f.quality_at_start[i, strand], t.week.lessons[i, strand], p.HomePractice
        )


@loop
def _books(t, p, i, week):
    """Books are at hand while the library lends to a family that borrows."""
    at_hand = 0.0
    if t.families.borrows[i]:
        for r in range(t.timetable.channel.size):
            lends = t.timetable.channel[r] == Channel.LIBRARY and t.timetable.first[r] <= week <= t.timetable.last[r]
            if lends and t.whom[r, i]:
                at_hand = max(at_hand, t.timetable.strength[r])
    t.families.materials[i] = materials_after_a_week(t.families.materials[i], at_hand, p.HomePractice)


@loop
def _give_input(t, p, i):
    """What practice gives the child in each domain."""
    f = t.families
    time_used = use_of_time(f.effort[i], p.HomePractice)
    reading, guidance, concepts = f.quality[i, Strand.READING], f.quality[i, Strand.GUIDANCE], f.quality[i, Strand.CONCEPTS]
    for d in range(t.week.home_input.shape[1]):
        quality = quality_for_domain(reading, guidance, concepts, p.ReadingShare[d], p.GuidanceShare[d])
        t.week.home_input[i, d] = input_from_home(quality, f.materials[i] * p.ReadingShare[d], time_used, p.HomePractice)

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
    for i in range(t.families.size):
        f, now = t.families[i], t.week[i]
        _believe(f, t.attention[i], now, t.preschools[f.preschool].clarity, p)
        _decide_on_time(f, now, t.children[i].skills[0], p)
        for strand in range(f.quality.size):
            f.quality[strand] = quality_after_a_week(
                f.quality[strand], f.quality_at_start[strand], now.lessons[strand], p.HomePractice
            )
        at_hand = _books_at_hand(t.timetable, t.whom, i, week) if f.borrows else 0.0
        f.materials = materials_after_a_week(f.materials, at_hand, p.HomePractice)
        _give_input(f, now, p)


@loop
def _believe(f, a, now, clarity, p):
    """What the family believes of the teacher's effort, holds itself responsible for, and dares."""
    expected = math.exp(f.expectation)
    f.belief = max(p.Effort.least, belief_after_a_week(f.belief, a.effort, expected, f.information, p.Information))
    aim = role_when_clear(f.role_at_start, a.responsibility_at_start, clarity, p.Responsibility.familys_part)
    f.role = moved(f.role, aim, p.Responsibility.pace)
    at_rest = confidence_at_rest(f.ses, p.HomePractice)
    f.confidence = confidence_after_a_week(f.confidence, at_rest, now.encouragement, p.HomePractice)


@loop
def _decide_on_time(f, now, skill, p):
    """The best answer to the effort it believes the teacher makes, pushed by tips, in the pace of habit."""
    concern = concern_for_the_child(f.information, skill)
    value = value_of_effort(f.role, f.confidence, concern, p.Effort)
    cost = cost_of_effort(f.pressure, f.ses, p.Effort)
    best = best_answer(value, cost, f.belief, p.Effort.home_exponent, p.Effort.school_exponent, p.Effort)
    f.urge = urge_after_a_week(f.urge, now.nudges, p.Effort)
    f.effort = effort_after_a_week(f.effort, best * math.exp(f.urge), p.Effort)


@loop
def _books_at_hand(timetable, whom, i, week):
    """Books are at hand while a library lends to the family."""
    at_hand = 0.0
    for r in range(timetable.size):
        offer = timetable[r]
        if offer.channel == Channel.LIBRARY and whom[r, i] and offer.first <= week <= offer.last:
            at_hand = max(at_hand, offer.strength)
    return at_hand


@loop
def _give_input(f, now, p):
    """What practice gives the child in each domain."""
    time_used = use_of_time(f.effort, p.HomePractice)
    reading, guidance, concepts = f.quality[Strand.READING], f.quality[Strand.GUIDANCE], f.quality[Strand.CONCEPTS]
    for d in range(now.home_input.size):
        quality = quality_for_domain(reading, guidance, concepts, p.ReadingShare[d], p.GuidanceShare[d])
        now.home_input[d] = input_from_home(quality, f.materials * p.ReadingShare[d], time_used, p.HomePractice)

"""4 · Home: how much time, and how well it is spent."""

from sim.core.compiled import loop
from sim.core.kinds import Channel, Strand
from sim.rules.effort import (
    best_answer,
    concern_for_the_child,
    cost_of_effort,
    effort_after_a_week,
    pushed,
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
    share_kept,
    use_of_time,
)
from sim.rules.information import belief_after_a_week
from sim.rules.reconsidering import thinks_again


@loop
def home(t, p, seed, week, first, end):
    practice_kept, interest_kept = share_kept(p.HomePractice.half_life), share_kept(p.HomePractice.books_wear)
    for c in range(first, end):
        teacher, clarity = t.teachers[c], t.preschools[t.teachers[c].preschool].clarity
        for i in range(teacher.first, teacher.first + teacher.children):
            f, now = t.families[i], t.week[i]
            _believe(f, t.attention[i], now, clarity, p)
            if thinks_again(f.who, week):
                _weigh_time(f, t.children[i].skills[0], p)
            f.urge = urge_after_a_week(f.urge, now.nudges, p.Effort)
            f.effort = effort_after_a_week(f.effort, pushed(f.wanted, f.urge), p.Effort)
            _practise_better(f, now, practice_kept, p.HomePractice)
            at_hand = _books_at_hand(t.timetable, t.whom, i, week) if f.borrows else 0.0
            f.materials = materials_after_a_week(f.materials, at_hand, interest_kept, p.HomePractice)
            _give_input(f, now, p)


@loop
def _believe(f, a, now, clarity, p):
    """What the family believes of the teacher's effort, holds itself responsible for, and dares."""
    f.belief = max(p.Effort.least, belief_after_a_week(f.belief, a.effort, f.expected, f.information, p.Information))
    aim = role_when_clear(f.role_at_start, a.responsibility_at_start, clarity, p.Responsibility.familys_part)
    f.role = moved(f.role, aim, p.Responsibility.pace)
    at_rest = confidence_at_rest(f.ses, p.HomePractice)
    f.confidence = confidence_after_a_week(f.confidence, at_rest, now.encouragement, p.HomePractice)


@loop
def _weigh_time(f, skill, p):
    """The best answer to the effort it believes the teacher makes; habit follows it week by week."""
    concern = concern_for_the_child(f.information, skill)
    value = value_of_effort(f.role, f.confidence, concern, p.Effort)
    cost = cost_of_effort(f.pressure, f.ses, p.Effort)
    f.wanted = best_answer(value, cost, f.belief, p.Effort.home_exponent, p.Effort.school_exponent, p.Effort)


@loop
def _practise_better(f, now, kept, p):
    """Lessons raise the quality of each strand of practice, and it fades."""
    for s in range(f.quality.size):
        f.quality[s] = quality_after_a_week(f.quality[s], f.quality_at_start[s], now.lessons[s], kept, p)


@loop
def _books_at_hand(timetable, whom, i, week):
    """Books are at hand while a library lends to the family."""
    at_hand = 0.0
    for r in range(timetable.size):
        offer = timetable[r]
        if offer.channel == Channel.LIBRARY and whom[i, r] and offer.first <= week <= offer.last:
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

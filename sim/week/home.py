"""4 · Home: how much time, and how well it is spent."""

import numpy as np

from sim.core.compiled import loop, step
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
    materials_after_a_week,
    quality_after_a_week,
    share_kept,
    urge_with_books,
)
from sim.rules.information import belief_after_a_week
from sim.rules.learning_plans import bound_by_the_plan, responsibility_under_a_plan
from sim.rules.messages import use_of_a_tip
from sim.rules.reconsidering import pace_of_a_month, thinks_again
from sim.week.libraries import books_at_hand, lending
from sim.week.readiness import readiness


@loop
def home(t, p, seed, week, first, end):
    practice_kept, interest_kept = share_kept(p.HomePractice.half_life), share_kept(p.HomePractice.books_wear)
    lends = lending(t.timetable, week)
    wanted, urge = np.empty(t.due.shape[1]), np.empty(t.due.shape[1])
    for c in range(first, end):
        teacher, conditions = t.teachers[c], t.conditions[c]
        again = thinks_again(teacher.room, week)
        for i in range(teacher.first, teacher.first + teacher.children):
            f, a, now = t.families[i], t.attention[i], t.week[i]
            _believe(f, a, now, p)
            if again:
                _think_again(f, a, t.children[i].skills[0], conditions, p)
            f.urge = urge_after_a_week(f.urge, now.nudges, p.Effort)
        _push(t.families, teacher, wanted, urge, p.HomePractice)
        for i in range(teacher.first, teacher.first + teacher.children):
            f, now = t.families[i], t.week[i]
            f.effort = effort_after_a_week(f.effort, wanted[i - teacher.first], p.Effort)
            _practise_better(f, now, practice_kept, p.HomePractice)
            at_hand = books_at_hand(t.timetable, lends, t.whom, i, f.borrows) if f.borrows else 0.0
            f.materials = materials_after_a_week(f.materials, at_hand, interest_kept, p.HomePractice)


@step
def _believe(f, a, now, p):
    """What the family believes of the teacher's effort, and dares."""
    f.belief = max(
        p.Effort.least, belief_after_a_week(f.belief, a.effort, float(f.expected), f.information, p.Information)
    )
    at_rest = confidence_at_rest(f.ses, p.HomePractice)
    f.confidence = confidence_after_a_week(f.confidence, at_rest, now.encouraged, p.HomePractice)


@step
def _think_again(f, a, skill, conditions, p):
    """What the family holds itself responsible for, the time it thinks best, what tips are of use to it, how ready it is."""
    part = conditions.parent_duties
    aim = role_when_clear(float(f.role_at_start), float(a.responsibility_at_start), conditions.clarity, part)
    f.role = moved(f.role, aim, pace_of_a_month(p.Responsibility.pace))
    concern = concern_for_the_child(f.information, skill)
    bound = bound_by_the_plan(float(a.plan_agreed), conditions.watched, p.LearningPlans)
    value = value_of_effort(responsibility_under_a_plan(f.role, bound), f.confidence, concern, p.Effort)
    cost = cost_of_effort(f.pressure, f.ses, p.Effort)
    f.wanted = best_answer(value, cost, f.belief, p.Effort.home_exponent, p.Effort.school_exponent, p.Effort)
    f.use_of_tips = use_of_a_tip(skill, p.Messages)
    f.readiness = readiness(f, p.Readiness)


@step
def _push(families, teacher, wanted, urge, p):
    """The time each family of a class wants, with what tips, goals and books add; loops apart: many at once."""
    for j in range(teacher.children):
        f = families[teacher.first + j]
        wanted[j], urge[j] = f.wanted, urge_with_books(f.urge, f.materials, p)
    for j in range(teacher.children):
        wanted[j] = pushed(wanted[j], urge[j])


@step
def _practise_better(f, now, kept, p):
    """Lessons raise the quality of each strand of practice, and it fades."""
    for s in range(f.quality.size):
        f.quality[s] = quality_after_a_week(f.quality[s], float(f.quality_at_start[s]), now.lessons[s], kept, p)

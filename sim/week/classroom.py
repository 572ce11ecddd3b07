"""5 · Classroom: the teacher's effort for each family, teaching, strain; hours and money are booked."""

from sim.core.compiled import loop, step
from sim.rules.effort import best_answer, effort_after_a_week, joint_benefit, role_when_clear
from sim.rules.funds_of_knowledge import brought_into_teaching
from sim.rules.goals import moved
from sim.rules.in_step import pulling_together
from sim.rules.information import belief_after_a_week
from sim.rules.learning_plans import (
    agreement_on_the_child,
    bound_by_the_plan,
    knowledge_used,
    responsibility_under_a_plan,
)
from sim.rules.reconsidering import pace_of_a_month, thinks_again
from sim.rules.staff_training import learned_after_a_week
from sim.rules.teaching import children_fewer, teaching_received
from sim.rules.workload import strain_after_a_week


@loop
def classroom(t, p, seed, week, first, end):
    of_year = (week + 51) % 52
    school = t.taught[of_year + 1] > t.taught[of_year]
    for c in range(first, end):
        teacher = t.teachers[c]
        again = thinks_again(teacher.room, week)
        asked = 0.0
        for i in range(teacher.first, teacher.first + teacher.children):
            a, f = t.attention[i], t.families[i]
            belief = belief_after_a_week(a.belief, f.effort, float(a.expected), a.knowledge, p.Information)
            a.belief = max(p.Effort.least, belief)
            if again:
                _think_again(a, f, t.conditions[c], p)
            if t.children[i].attends:
                asked += a.wanted * p.Effort.ordinary_minutes_of_teacher
        have = _minutes_after_contacts(teacher)
        scale = min(1.0, have / asked) if school and asked > 0.0 else 1.0  # contacts come first, then all alike
        fewer = children_fewer(t.conditions[c].children_taught, p.Teaching)
        teacher.strain = strain_after_a_week(teacher.strain, teacher.demand, p.Workload)
        for i in range(teacher.first, teacher.first + teacher.children):
            f, a, now = t.families[i], t.attention[i], t.week[i]
            if school and t.children[i].attends:
                a.effort = effort_after_a_week(a.effort, a.wanted * scale, p.Effort)
            now.teaching = _teaching(teacher, fewer, a, f.distance, t.children[i].attends, p) if school else 0.0
            if again:
                agreement = agreement_on_the_child(f.agreement, float(a.plan_agreed), p.LearningPlans)
                benefit = joint_benefit(f.effort, a.effort, agreement, p.Effort)
                now.joint = pulling_together(benefit, f.information, a.knowledge, p.InStep)
            t.ledger[c].cancelled += now.cancelled
            t.ledger[c].family_minutes += now.family_minutes
        minutes = min(have, int(asked + 1e-6)) if school else 0  # whole minutes, whatever the order of the sum
        _learn(teacher, t.conditions[c], school, p.StaffTraining)
        if school:
            t.ledger[c].minutes_hired += t.conditions[c].hired_minutes
            t.ledger[c].cents_hired += t.conditions[c].hired_cents
            t.ledger[c].cents_authority += t.conditions[c].cents_authority
        _count_promises(teacher, t.ledger[c])
        _book_hours(teacher, t.ledger[c], minutes, int(p.Workload.carried * _minutes_a_week(t.conditions[c])))
        _book_money(teacher, t.ledger[c], of_year == 51)


@step
def _think_again(a, f, conditions, p):
    """What the teacher feels responsible for, and her best answer to the effort she believes in, had she the hours."""
    part = 1.0 - conditions.parent_duties
    aim = role_when_clear(float(a.responsibility_at_start), float(f.role_at_start), conditions.clarity, part)
    a.responsibility = moved(a.responsibility, aim, pace_of_a_month(p.Responsibility.pace))
    bound = bound_by_the_plan(float(a.plan_agreed), conditions.watched, p.LearningPlans)
    value = responsibility_under_a_plan(a.responsibility, bound) * p.Effort.worth
    a.wanted = best_answer(value, 1.0, a.belief, p.Effort.school_exponent, p.Effort.home_exponent, p.Effort)


@step
def _learn(teacher, conditions, school, p):
    """Training and coaching in school weeks add to what a teacher can; both fade."""
    skill, quality = (conditions.skill_lesson, conditions.quality_lesson) if school else (0.0, 0.0)
    teacher.skill_learned = learned_after_a_week(teacher.skill_learned, teacher.skill, p.skill_ceiling, skill, p)
    learned = teacher.quality_learned
    teacher.quality_learned = learned_after_a_week(learned, teacher.quality, p.quality_ceiling, quality, p)


@step
def _minutes_a_week(conditions):
    return conditions.minutes_a_week + conditions.minutes_granted


@step
def _minutes_after_contacts(teacher):
    have = teacher.minutes_left + teacher.minutes_given + teacher.minutes_granted + teacher.minutes_overtime
    have += teacher.minutes_help + teacher.minutes_volunteered
    return have - teacher.minutes_training - teacher.minutes_in_contacts


@step
def _teaching(teacher, fewer, a, distance, attends, p):
    """Teaching less ordinary teaching; who does not come goes without it."""
    if not attends:
        return -1.0
    quality = teacher.quality + teacher.quality_learned
    knowledge = knowledge_used(a.knowledge, float(a.plan), p.LearningPlans)
    brought = brought_into_teaching(teacher.trades_shown, teacher.cultures_shown, distance, p.FundsOfKnowledge)
    return teaching_received(quality, knowledge, brought, teacher.strain, fewer, p.Teaching)


@step
def _count_promises(teacher, ledger):
    ledger.promised += teacher.promised
    ledger.mandated += teacher.mandated
    ledger.mandated_cancelled += teacher.mandated_cancelled


@step
def _book_hours(teacher, ledger, attention, most):
    """given + granted + raised + overtime = contacts + attention + training + left + lapsed, in minutes; help cannot be saved."""
    raised = teacher.minutes_help + teacher.minutes_volunteered
    helped = min(raised, teacher.minutes_in_contacts + attention)
    left = _minutes_after_contacts(teacher) - attention - (raised - helped)
    lapsed = max(0, left - most)
    ledger.minutes_raised += raised
    ledger.minutes_helped += helped
    ledger.minutes_given += teacher.minutes_given
    ledger.minutes_granted += teacher.minutes_granted
    ledger.minutes_overtime += teacher.minutes_overtime
    ledger.minutes_contacts += teacher.minutes_in_contacts
    ledger.minutes_attention += attention
    ledger.minutes_training += teacher.minutes_training
    ledger.minutes_lapsed += lapsed + raised - helped
    ledger.minutes_hired += teacher.minutes_hired
    teacher.minutes_left = left - lapsed


@step
def _book_money(teacher, ledger, year_ends):
    """given + granted = used + left + lapsed, in cents: what is not used by the end of the year lapses."""
    used = teacher.cents_in_contacts + teacher.cents_upkeep
    left = teacher.cents_left + teacher.cents_given + teacher.cents_granted - used
    lapsed = left if year_ends else 0
    ledger.cents_given += teacher.cents_given
    ledger.cents_granted += teacher.cents_granted
    ledger.cents_used += used
    ledger.cents_lapsed += lapsed
    ledger.cents_hired += teacher.cents_hired
    ledger.family_minutes_paid += teacher.minutes_paid
    teacher.cents_left = left - lapsed

"""5 · Classroom: the teacher's effort for each family, teaching, strain; hours and money are booked."""

import math

from sim.core.compiled import loop
from sim.rules.effort import best_answer, effort_after_a_week, joint_benefit, role_when_clear
from sim.rules.goals import moved
from sim.rules.information import belief_after_a_week
from sim.rules.teaching import teaching_received
from sim.rules.workload import strain_after_a_week


@loop
def classroom(t, p, seed, week):
    for c in range(t.teachers.room.size):
        school = t.teachers.minutes_given[c] > 0
        for i in range(t.teachers.first[c], t.teachers.first[c] + t.teachers.children[c]):
            _decide_on_effort(t, p, i)
        minutes = _minutes_for_single_children(t, p, c) if school else 0
        t.teachers.strain[c] = strain_after_a_week(t.teachers.strain[c], t.teachers.demand[c], p.Workload)
        for i in range(t.teachers.first[c], t.teachers.first[c] + t.teachers.children[c]):
            _teach(t, p, c, i, _is_taught(t, i, week))
        _book(t, p, c, minutes, week)


@loop
def _is_taught(t, i, week):
    of_year = (week + 51) % 52
    return t.taught[of_year + 1] > t.taught[of_year]


@loop
def _decide_on_effort(t, p, i):
    """The teacher's best answer to the effort she believes the family makes."""
    a, f = t.attention, t.families
    expected = math.exp(a.expectation[i])
    a.belief[i] = max(p.Effort.least, belief_after_a_week(a.belief[i], f.effort[i], expected, a.knowledge[i], p.Information))
    clarity = t.preschools.clarity[f.preschool[i]]
    schools_part = 1.0 - p.Responsibility.familys_part
    aim = role_when_clear(a.responsibility_at_start[i], f.role_at_start[i], clarity, schools_part)
    a.responsibility[i] = moved(a.responsibility[i], aim, p.Responsibility.pace)
    value = a.responsibility[i] * p.Effort.worth
    best = best_answer(value, 1.0, a.belief[i], p.Effort.school_exponent, p.Effort.home_exponent, p.Effort)
    t.wanted[i] = best


@loop
def _minutes_for_single_children(t, p, c):
    """Contacts come first; short of hours she scales her effort for all alike."""
    teachers, minutes = t.teachers, 0.0
    for i in range(teachers.first[c], teachers.first[c] + teachers.children[c]):
        minutes += t.wanted[i] * p.Effort.ordinary_minutes_of_teacher
    have = _minutes_after_contacts(t, c)
    scale = min(1.0, have / minutes) if minutes > 0.0 else 1.0
    for i in range(teachers.first[c], teachers.first[c] + teachers.children[c]):
        t.attention.effort[i] = effort_after_a_week(t.attention.effort[i], t.wanted[i] * scale, p.Effort)
    return min(have, int(minutes * scale))


@loop
def _minutes_after_contacts(t, c):
    teachers = t.teachers
    given = teachers.minutes_left[c] + teachers.minutes_given[c] + teachers.minutes_overtime[c]
    return given - teachers.minutes_in_contacts[c]


@loop
def _teach(t, p, c, i, school):
    """Teaching less ordinary teaching; who does not come goes without. No school, no teaching."""
    teachers = t.teachers
    t.week.teaching[i] = 0.0
    if school:
        received = teaching_received(teachers.quality[c], t.attention.knowledge[i], teachers.strain[c],
                                     teachers.children[c], p.Teaching)
        t.week.teaching[i] = received if t.children.attends[i] else -1.0
    t.week.joint[i] = joint_benefit(t.families.effort[i], t.attention.effort[i], t.families.agreement[i], p.Effort)


@loop
def _book(t, p, c, attention, week):
    """given + overtime = contacts + attention + left + lapsed, in whole minutes; money likewise, in cents."""
    teachers, ledger = t.teachers, t.ledger
    left = _minutes_after_contacts(t, c) - attention
    most = int(p.Workload.carried * t.conditions.minutes_a_week[c])
    lapsed = max(0, left - most)
    ledger.minutes_given[c] += teachers.minutes_given[c]
    ledger.minutes_overtime[c] += teachers.minutes_overtime[c]
    ledger.minutes_contacts[c] += teachers.minutes_in_contacts[c]
    ledger.minutes_attention[c] += attention
    ledger.minutes_lapsed[c] += lapsed
    ledger.minutes_hired[c] += teachers.minutes_hired[c]
    teachers.minutes_left[c] = left - lapsed
    _book_money(t, c, week)
    for i in range(teachers.first[c], teachers.first[c] + teachers.children[c]):
        ledger.cancelled[c] += t.week.cancelled[i]
        ledger.family_minutes[c] += t.week.family_minutes[i]


@loop
def _book_money(t, c, week):
    """Money that is not used by the end of the year lapses."""
    teachers, ledger = t.teachers, t.ledger
    left = teachers.cents_left[c] + teachers.cents_given[c] - teachers.cents_in_contacts[c]
    lapsed = left if (week + 51) % 52 == 51 else 0
    ledger.cents_given[c] += teachers.cents_given[c]
    ledger.cents_used[c] += teachers.cents_in_contacts[c]
    ledger.cents_lapsed[c] += lapsed
    ledger.cents_hired[c] += teachers.cents_hired[c]
    teachers.cents_left[c] = left - lapsed

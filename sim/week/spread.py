"""6 · Spread: parents move one another's norms and values, goals follow parents, and parents get to know one another."""

import numpy as np

from sim.core.chance import Ask, life, luck
from sim.core.compiled import loop, step
from sim.core.kinds import LAST_CLASS_CHANNEL, Channel
from sim.rules.goals import hears_all, moved, near_enough, openness_to_school, value_aimed_at
from sim.rules.listening import voice_of_parents
from sim.rules.reconsidering import pace_of_a_month, thinks_again
from sim.rules.ties import chance_of_a_new_tie, closeness_after_a_month, closeness_after_meeting, likeness

CHANNELS = len(Channel)
AT_SCHOOL = (1 << (int(LAST_CLASS_CHANNEL) + 1)) - 1  # the bits of all class channels, where parents meet


@loop
def listen(t, p, seed, week, first, end):
    """All of a preschool hear what others value, and who came to what, before anybody's values move."""
    asked, came = np.empty(CHANNELS), np.empty(CHANNELS)
    for c in range(first, end):
        teacher = t.teachers[c]
        if thinks_again(teacher.room, week):
            for j in range(teacher.children):
                i = teacher.first + j
                school = t.preschools[teacher.preschool]
                _aim_values(t.families, t.families[i], t.ties[i], school, t.values_aimed[teacher.desk + j], p.Goals)
                _hear_who_came(t.families, t.families[i], t.ties[i], asked, came)
    for c in range(first, end):
        school = t.teachers[c].preschool
        _goals_follow(t.preschools[school], t.said[school], p)


@loop
def spread(t, p, seed, week, first, end):
    pace = pace_of_a_month(p.Goals.pace)
    occasion = 1000 * ((week + 51) // 52)  # and how often the family has come this year
    for c in range(first, end):
        teacher, goals = t.teachers[c], t.preschools[t.teachers[c].preschool].goals
        again = thinks_again(teacher.room, week)
        for j in range(teacher.children):
            i = teacher.first + j
            f, now = t.families[i], t.week[i]
            if again:
                _settle_values(f, t.values_aimed[teacher.desk + j], goals, pace)
                _let_ties_fade(t.ties[i], p.TieChange)
            came = now.came_now & AT_SCHOOL
            if came:
                _draw_closer(teacher, t.week, t.ties[i], came, p.TieChange)
                _get_to_know(t, t.ties[i], teacher, i, life(seed, f.who), occasion, p.TieChange)
            _remember_who_came(f, now)


@step
def _aim_values(families, f, ties, preschool, aims, p):
    """Where a family's values are drawn, from last week's values of its friends: ties outside, domains inside."""
    total = 0.0
    for d in range(6):
        aims[d] = 0.0
    for s in range(ties.other.size):
        if ties.other[s] >= 0:
            friend, close = families[ties.other[s]], float(ties.closeness[s])
            if hears_all(p) or near_enough(_apart(f.values, friend.values), p):
                total += close
                for d in range(6):
                    aims[d] += close * friend.values[d]
    by_friends = p.friends if total > 0.0 else 0.0
    by_school = openness_to_school(f.information, f.trust, p)
    one = 1.0 / total if total > 0.0 else 0.0
    for d in range(6):
        aims[d] = value_aimed_at(f.values_at_start[d], aims[d] * one, preschool.goals[d], by_friends, by_school)


@step
def _apart(mine, others):
    """The part of what two families value that they do not share."""
    apart = 0.0
    for d in range(6):
        apart += abs(mine[d] - others[d])
    return 0.5 * apart


@step
def _hear_who_came(families, f, ties, asked, came):
    """For each channel, the share of tied families asked last time that came; a half where none was asked."""
    for k in range(asked.size):
        asked[k], came[k] = 0.0, 0.0
    for s in range(ties.other.size):
        if ties.other[s] >= 0:
            friend, close = families[ties.other[s]], float(ties.closeness[s])
            were_asked, have_come = friend.asked_last, friend.came_last
            for k in range(asked.size):
                asked[k] += close * ((were_asked >> k) & 1)
                came[k] += close * ((have_come >> k) & 1)
    for k in range(asked.size):
        f.friends_came[k] = came[k] / asked[k] if asked[k] > 0.0 else 0.5


@step
def _goals_follow(one, said, p):
    """Goals move a little to what was said at the week's meetings, around what the preschool stands for; then it is heard."""
    if said[6] > 0.0:
        voice = voice_of_parents(p.Goals.voice_of_meetings, said[7] / said[6], p.Listening)
        for d in range(6):
            stands_for = moved(one.goals_at_start[d], one.asked_for[d], one.heeded)
            aim = moved(stands_for, said[d] / said[6], voice)
            one.goals[d] = moved(one.goals[d], aim, p.Goals.goals_pace)
    said[:] = 0.0


@step
def _settle_values(f, aims, goals, pace):
    """Values move a share of the way; agreement is their overlap with the goals."""
    for d in range(6):
        f.values[d] = moved(f.values[d], aims[d], pace)
    f.agreement = 1.0 - _apart(f.values, goals)


@step
def _let_ties_fade(ties, p):
    """Ties fade, and forgotten ones are dropped."""
    for s in range(ties.other.size):
        if ties.other[s] >= 0:
            ties.closeness[s] = closeness_after_a_month(float(ties.closeness[s]), p)
            if ties.closeness[s] == 0.0:
                ties.other[s] = -1


@step
def _remember_who_came(f, now):
    """For the channels of this week, who was asked and who came replaces what was known from last time."""
    f.asked_last |= now.asked_now
    f.came_last = (f.came_last & ~now.asked_now) | now.came_now


@step
def _draw_closer(teacher, now, ties, came, p):
    """Ties between parents who both came to an event of their class grow."""
    for s in range(ties.other.size):
        j = ties.other[s]
        if teacher.first <= j < teacher.first + teacher.children and came & now[j].came_now:
            ties.closeness[s] = closeness_after_meeting(float(ties.closeness[s]), p)


@step
def _get_to_know(t, ties, teacher, i, mine, occasion, p):
    """A parent at a class event talks to one other, at a friendship evening to a whole table, and may get to know them."""
    f = t.families[i]
    for k in range(LAST_CLASS_CHANNEL + 1):
        occasion += np.int64(f.joined[k])
    talks = int(p.talks_at_an_evening) if t.week[i].came_now & (1 << Channel.EVENING) else 1
    for talk in range(talks):
        one = 16 * occasion + talk
        lot = luck(mine, Ask.NEW_TIE, one)
        if lot < chance_of_a_new_tie(1.0, p):  # else not even two who are wholly alike would
            seat = int(luck(mine, Ask.MEETS_WHOM, one) * teacher.children)
            _talk_to(t.families, t.week, ties, i, t.seats[teacher.first + seat], lot, p)


@step
def _talk_to(families, now, ties, i, j, lot, p):
    """Two who came to the same may know one another from now on."""
    together = now[i].came_now & now[j].came_now & AT_SCHOOL
    if j == i or together == 0:
        return
    slot = _free_slot(ties, j)
    alike = likeness(families[i].ses, families[j].ses, families[i].language == families[j].language, p)
    if slot >= 0 and lot < chance_of_a_new_tie(alike, p):
        ties.other[slot] = j
        ties.closeness[slot] = p.closeness_of_new


@step
def _free_slot(ties, j):
    """A free slot for a new tie, or −1 where there is none or the tie is there."""
    free = -1
    for s in range(ties.other.size):
        if ties.other[s] == j:
            return -1
        if ties.other[s] < 0:
            free = s
    return free

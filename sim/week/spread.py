"""6 · Spread: parents move one another's norms and values, goals follow parents, and parents get to know one another."""

import numpy as np

from sim.core.chance import Ask, life, luck
from sim.core.compiled import loop
from sim.core.kinds import LAST_CLASS_CHANNEL, Channel
from sim.rules.goals import moved, openness_to_school, value_aimed_at
from sim.rules.ties import chance_of_a_new_tie, closeness_after_a_week, likeness


@loop
def spread(t, p, seed, week):
    _aim_values(t, p)
    _goals_follow(t, p)
    for i in range(t.families.ses.size):
        _settle_values(t, p, i)
        _remember_who_came(t, i)
        _draw_closer(t, p, i)
    for c in range(t.teachers.room.size):
        for i in range(t.teachers.first[c], t.teachers.first[c] + t.teachers.children[c]):
            if t.week.came_now[i] & t.class_channels[0]:
                _get_to_know(t, p, c, i, seed)


@loop
def _aim_values(t, p):
    """Where each family's values are drawn, from last week's values of its friends: ties outside, domains inside."""
    f, aims, sums = t.families, t.values_aimed, np.zeros(6)
    for i in range(f.ses.size):
        total = 0.0
        sums[:] = 0.0
        for s in range(t.ties.other.shape[1]):
            j, close = t.ties.other[i, s], t.ties.closeness[i, s]
            if j >= 0:
                total += close
                for d in range(6):
                    sums[d] += close * f.values[j, d]
        friends = p.Goals.friends if total > 0.0 else 0.0
        school = openness_to_school(f.information[i], f.trust[i], p.Goals)
        one = 1.0 / total if total > 0.0 else 0.0
        for d in range(6):
            goal = t.preschools.goals[f.preschool[i], d]
            aims[i, d] = value_aimed_at(f.values_at_start[i, d], sums[d] * one, goal, friends, school)


@loop
def _goals_follow(t, p):
    """Goals move a little to the values of those who came to a meeting, and back to what the preschool stands for."""
    goals, said = t.preschools.goals, t.said
    said[:] = 0.0
    bit = 1 << Channel.MEETING
    for i in range(t.families.ses.size):
        if t.week.came_now[i] & bit:
            school = t.families.preschool[i]
            said[school, 6] += 1.0
            for d in range(6):
                said[school, d] += t.families.values[i, d]
    voice = p.Goals.voice_of_meetings
    for school in range(goals.shape[0]):
        if said[school, 6] > 0.0:
            for d in range(6):
                heard = said[school, d] / said[school, 6]
                aim = (1.0 - voice) * t.preschools.goals_at_start[school, d] + voice * heard
                goals[school, d] = moved(goals[school, d], aim, p.Goals.goals_pace)


@loop
def _settle_values(t, p, i):
    """Values move a share of the way; agreement is their overlap with the goals."""
    f, apart = t.families, 0.0
    for d in range(6):
        f.values[i, d] = moved(f.values[i, d], t.values_aimed[i, d], p.Goals.pace)
        apart += abs(f.values[i, d] - t.preschools.goals[f.preschool[i], d])
    f.agreement[i] = 1.0 - 0.5 * apart


@loop
def _remember_who_came(t, i):
    """For the channels of this week, who was asked and who came replaces what was known from last time."""
    f, asked, came = t.families, t.week.asked_now[i], t.week.came_now[i]
    f.asked_last[i] |= asked
    f.came_last[i] = (f.came_last[i] & ~asked) | came


@loop
def _draw_closer(t, p, i):
    """Ties between parents who both came to a class event grow, the others fade; forgotten ones are dropped."""
    ties, mine = t.ties, t.week.came_now[i] & t.class_channels[0]
    for s in range(ties.other.shape[1]):
        j = ties.other[i, s]
        if j >= 0:
            same_class = t.families.room[i] == t.families.room[j]
            met = same_class and (mine & t.week.came_now[j]) != 0
            ties.closeness[i, s] = closeness_after_a_week(ties.closeness[i, s], met, p.TieChange)
            if ties.closeness[i, s] < p.TieChange.forgotten:
                ties.other[i, s] = -1
                ties.closeness[i, s] = 0.0


@loop
def _get_to_know(t, p, c, i, seed):
    """A parent at a class event talks to one other who came, and may get to know them."""
    f, ties = t.families, t.ties
    mine = life(seed, f.who[i])
    first, children = t.teachers.first[c], t.teachers.children[c]
    occasion = _occasions(t, i)
    j = first + int(luck(mine, Ask.MEETS_WHOM, occasion) * children)
    together = t.week.came_now[i] & t.week.came_now[j] & t.class_channels[0]
    if j == i or together == 0:
        return
    slot = _free_slot(ties, i, j)
    alike = likeness(f.ses[i], f.ses[j], f.language[i] == f.language[j], p.TieChange)
    if slot >= 0 and luck(mine, Ask.NEW_TIE, occasion) < chance_of_a_new_tie(alike, p.TieChange):
        ties.other[i, slot] = j
        ties.closeness[i, slot] = p.TieChange.closeness_of_new


@loop
def _occasions(t, i):
    """How often the family has been asked to class events: the occasion of its luck in meeting others."""
    times = 0
    for k in range(LAST_CLASS_CHANNEL + 1):
        times += t.families.offered[i, k]
    return times


@loop
def _free_slot(ties, i, j):
    """A free slot for a new tie, or −1 where there is none or the tie is there."""
    free = -1
    for s in range(ties.other.shape[1]):
        if ties.other[i, s] == j:
            return -1
        if ties.other[i, s] < 0:
            free = s
    return free

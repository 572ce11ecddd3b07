"""7 · Grow: skills. In the year before week 1 nothing grows, and what is ordinary for each child is remembered."""

import numpy as np

from sim.core.chance import Ask, life, six_noises
from sim.core.compiled import loop, step
from sim.rules.growth import noise_scale, skill_after_a_week, tilted


@loop
def grow(t, p, seed, week, first, end):
    scale, taught = noise_scale(p.Growth), np.empty(6)
    for c in range(first, end):
        teacher, change = t.teachers[c], t.class_change[c]
        _pull_of_class(t.children, teacher, p.PeerWeight, change)
        for d in range(6):
            taught[d] = tilted(p.SchoolWeight[d], t.preschools[teacher.preschool].goals[d], p.Growth)
        for i in range(teacher.first, teacher.first + teacher.children):
            f, child, now = t.families[i], t.children[i], t.week[i]
            together = now.joint - child.joint_at_start
            noises = six_noises(life(seed, f.who), Ask.GROWTH_NOISE, week)
            for d in range(6):
                practised = tilted(p.HomeWeight[d], f.values[d], p.Growth)
                home = practised * (now.home_input[d] - child.input_at_start[d])
                gains = home + taught[d] * now.teaching + p.JointWeight[d] * together + change[d] * child.attends
                child.skills[d] = skill_after_a_week(
                    child.skills[d], child.potential[d], gains, scale * noises[d], p.Growth
                )


@step
def _pull_of_class(children, teacher, weights, change):
    """What classmates add a week: how far those who come have got on average since week 1, where that counts."""
    come = 0
    for i in range(teacher.first, teacher.first + teacher.children):
        come += children[i].attends
    for d in range(6):
        change[d] = 0.0
        if weights[d] > 0.0:
            for i in range(teacher.first, teacher.first + teacher.children):
                if children[i].attends:
                    change[d] += children[i].skills[d] - children[i].skills_at_start[d]
            change[d] *= weights[d] / max(1, come)


@loop
def remember(t, p, seed, week, first, end):
    """Means of the year before week 1: each child's ordinary input from home and ordinary joint benefit."""
    share = 1.0 / 52.0
    for c in range(first, end):
        for i in range(t.teachers[c].first, t.teachers[c].first + t.teachers[c].children):
            child, now = t.children[i], t.week[i]
            child.joint_at_start += share * now.joint
            for d in range(6):
                child.input_at_start[d] += share * now.home_input[d]

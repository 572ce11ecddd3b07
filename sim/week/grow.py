"""7 · Grow: skills. In the year before week 1 nothing grows, and what is ordinary for each child is remembered."""

import numpy as np

from sim.core.chance import Ask, life, six_noises
from sim.core.compiled import loop, step
from sim.core.kinds import Strand
from sim.rules.growth import (
    added_by_home,
    moved_by_home,
    noise_scale,
    potential_after_a_week,
    skill_after_a_week,
    tilted,
)
from sim.rules.home_practice import input_from_home, share_of_concepts, use_of_time
from sim.rules.in_step import carried_on


@loop
def grow(t, p, seed, week, first, end):
    scale, taught, concepts, given = noise_scale(p.Growth), np.empty(6), _concepts(p), np.empty(6)
    home, used, each = np.empty(6), np.empty(t.due.shape[1]), 1.0 / p.Growth.most_from_home
    for c in range(first, end):
        teacher, change = t.teachers[c], t.class_change[c]
        _pull_of_class(t.children, teacher, p.PeerWeight, change)
        for d in range(6):
            taught[d] = tilted(p.SchoolWeight[d], t.preschools[teacher.preschool].goals[d], p.Growth)
        _use_of_time(t.families, teacher, p.HomePractice, used)
        for i in range(teacher.first, teacher.first + teacher.children):
            f, child, now = t.families[i], t.children[i], t.week[i]
            together = now.joint - float(child.joint_at_start)
            _home_input(f, used[i - teacher.first], concepts, p, given)
            noises = six_noises(life(seed, f.who), Ask.GROWTH_NOISE, week)
            for d in range(6):  # three loops apart, so that all domains are worked out at once
                practised = tilted(p.HomeWeight[d], f.values[d], p.Growth)
                offered = practised * (given[d] - float(child.input_at_start[d]))
                home[d] = moved_by_home(offered, each * child.from_home[d], p.Growth)
            for d in range(6):
                child.from_home[d] = added_by_home(child.from_home[d], home[d], p.Growth)
            for d in range(6):
                gains = home[d] + taught[d] * now.teaching + p.JointWeight[d] * together + change[d] * child.attends
                potential = float(child.potential[d])
                child.skills[d] = skill_after_a_week(child.skills[d], potential, gains, scale * noises[d], p.Growth)
                child.potential[d] = potential_after_a_week(potential, gains, p.Growth)


@step
def _concepts(p):
    """For each domain, how far practice in it lives on concepts."""
    concepts = np.empty(6)
    for d in range(6):
        concepts[d] = share_of_concepts(p.ReadingShare[d], p.GuidanceShare[d])
    return concepts


@step
def _use_of_time(families, teacher, p, used):
    """How far each family of a class uses its time; a loop of its own, so that many are worked out at once."""
    for j in range(teacher.children):
        used[j] = families[teacher.first + j].effort
    for j in range(teacher.children):
        used[j] = use_of_time(used[j], p)


@step
def _home_input(f, used, concepts, p, given):
    """What practice gives the child in each domain, which draws on the strands of practice in its own proportion."""
    rich, books, in_step = p.HomePractice.richness, p.HomePractice.books, carried_on(f.information, p.InStep)
    reading = rich * f.quality[Strand.READING] + books * f.materials  # books are for reading
    guidance, concept = rich * f.quality[Strand.GUIDANCE], rich * f.quality[Strand.CONCEPTS]
    for d in range(6):
        richer = p.ReadingShare[d] * reading + p.GuidanceShare[d] * guidance + concepts[d] * concept
        given[d] = input_from_home(richer + in_step, used)


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
    share, concepts, given, used = 1.0 / 52.0, _concepts(p), np.empty(6), np.empty(t.due.shape[1])
    for c in range(first, end):
        teacher = t.teachers[c]
        _use_of_time(t.families, teacher, p.HomePractice, used)
        for i in range(teacher.first, teacher.first + teacher.children):
            child, now = t.children[i], t.week[i]
            _home_input(t.families[i], used[i - teacher.first], concepts, p, given)
            child.joint_at_start += share * now.joint
            for d in range(6):
                child.input_at_start[d] += share * given[d]

"""7 · Grow: skills. In the year before week 1 nothing grows, and what is ordinary for each child is remembered."""

from sim.core.chance import Ask, life, six_noises
from sim.core.compiled import loop
from sim.rules.growth import skill_after_a_week, tilted


@loop
def grow(t, p, seed, week):
    for c in range(t.teachers.size):
        teacher, change = t.teachers[c], t.class_change[c]
        _class_means(t.children, teacher, change)
        for i in range(teacher.first, teacher.first + teacher.children):
            f, child = t.families[i], t.children[i]
            noises = six_noises(life(seed, f.who), Ask.GROWTH_NOISE, week)
            for d in range(6):
                gains = _gains(f, child, t.week[i], t.preschools[f.preschool], d, p) + p.PeerWeight[d] * change[d]
                child.skills[d] = skill_after_a_week(child.skills[d], child.potential[d], gains, noises[d], p.Growth)


@loop
def _class_means(children, teacher, change):
    """How far the class has come, on average, since week 1."""
    for d in range(6):
        change[d] = 0.0
        for i in range(teacher.first, teacher.first + teacher.children):
            change[d] += (children[i].skills[d] - children[i].skills_at_start[d]) / teacher.children


@loop
def _gains(f, child, now, preschool, d, p):
    """What home, teaching and pulling together add this week beyond the ordinary."""
    home = tilted(p.HomeWeight[d], f.values[d], p.Growth) * (now.home_input[d] - child.input_at_start[d])
    school = tilted(p.SchoolWeight[d], preschool.goals[d], p.Growth) * now.teaching
    return home + school + p.JointWeight[d] * (now.joint - child.joint_at_start)


@loop
def remember(t, p, seed, week):
    """Means of the year before week 1: each child's ordinary input from home and ordinary joint benefit."""
    for i in range(t.families.size):
        child, now = t.children[i], t.week[i]
        child.joint_at_start += now.joint / 52.0
        for d in range(6):
            child.input_at_start[d] += now.home_input[d] / 52.0

"""7 · Grow: skills. In the year before week 1 nothing grows, and what is ordinary for each child is remembered."""

from sim.core.chance import Ask, life, six_noises
from sim.core.compiled import loop
from sim.rules.growth import skill_after_a_week, tilted


@loop
def grow(t, p, seed, week):
    for c in range(t.teachers.room.size):
        _class_means(t, c)
        for i in range(t.teachers.first[c], t.teachers.first[c] + t.teachers.children[c]):
            noises = six_noises(life(seed, t.families.who[i]), Ask.GROWTH_NOISE, week)
            for d in range(6):
                gains = _gains(t, p, c, i, d)
                t.children.skills[i, d] = skill_after_a_week(
                    t.children.skills[i, d], t.children.potential[i, d], gains, noises[d], p.Growth
                )


@loop
def _class_means(t, c):
    """How far the class has come, on average, since week 1."""
    first, children = t.teachers.first[c], t.teachers.children[c]
    for d in range(6):
        change = 0.0
        for i in range(first, first + children):
            change += t.children.skills[i, d] - t.children.skills_at_start[i, d]
        t.class_change[c, d] = change / children


@loop
def _gains(t, p, c, i, d):
    """What home, teaching, pulling together and peers add this week beyond the ordinary."""
    families, week, children = t.families, t.week, t.children
    home = tilted(p.HomeWeight[d], families.values[i, d], p.Growth) * (week.home_input[i, d] - children.input_at_start[i, d])
    school = tilted(p.SchoolWeight[d], t.preschools.goals[families.preschool[i], d], p.Growth) * week.teaching[i]
    joint = p.JointWeight[d] * (week.joint[i] - children.joint_at_start[i])
    peers = p.PeerWeight[d] * t.class_change[c, d]
    return home + school + joint + peers


@loop
def remember(t, p, seed, week):
    """Means of the year before week 1: each child's ordinary input from home and ordinary joint benefit."""
    for i in range(t.families.ses.size):
        t.children.joint_at_start[i] += t.week.joint[i] / 52.0
        for d in range(6):
            t.children.input_at_start[i, d] += t.week.home_input[i, d] / 52.0

"""Record: sums of the week by fifth of SES, for curves over time."""

from sim.core.compiled import loop, step


@loop
def record(t, p, seed, week, first, end):
    for c in range(first, end):
        teacher = t.teachers[c]
        for i in range(teacher.first, teacher.first + teacher.children):
            f = t.families[i]
            _add(f, t.attention[i], t.week[i], t.children[i], teacher.strain, t.weekly[week - 1, f.fifth])


@step
def _add(f, a, now, child, strain, sums):
    """In the order of RECORDED in sim/world.py."""
    sums[0] += 1.0
    sums[1] += f.effort
    sums[2] += (f.quality[0] + f.quality[1] + f.quality[2]) / 3.0
    sums[3] += f.information
    sums[4] += abs(f.belief - a.effort)
    sums[5] += f.trust
    sums[6] += f.agreement
    sums[7] += f.felt_quality
    sums[8] += strain
    sums[9] += 1.0 if now.came_now else 0.0
    for d in range(6):
        sums[10 + d] += child.skills[d]

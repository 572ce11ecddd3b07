"""Record: sums of the week by fifth of SES, for curves over time."""

from sim.core.compiled import loop, step


@loop
def record(t, p, seed, week, first, end):
    for c in range(first, end):
        teacher, sums = t.teachers[c], t.weekly[week - 1]
        for i in range(teacher.first, teacher.first + teacher.children):
            f = t.families[i]
            _add(f, t.attention[i], t.week[i], t.children[i], teacher.strain, sums)


@step
def _add(f, a, now, child, strain, sums):
    """In the order of RECORDED in sim/world.py."""
    fifth = f.fifth
    sums[fifth, 0] += 1.0
    sums[fifth, 1] += f.effort
    sums[fifth, 2] += (f.quality[0] + f.quality[1] + f.quality[2]) / 3.0
    sums[fifth, 3] += f.information
    sums[fifth, 4] += abs(f.belief - a.effort)
    sums[fifth, 5] += f.trust
    sums[fifth, 6] += f.agreement
    sums[fifth, 7] += f.felt_quality
    sums[fifth, 8] += strain
    sums[fifth, 9] += 1.0 if now.came_now else 0.0
    for d in range(6):
        sums[fifth, 10 + d] += child.skills[d]

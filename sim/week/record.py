"""Record: sums of the week by fifth of SES, for curves over time."""

from sim.core.compiled import loop


@loop
def record(t, p, seed, week):
    for i in range(t.families.ses.size):
        _add(t, i, t.weekly[week - 1, t.families.fifth[i]])


@loop
def _add(t, i, sums):
    """In the order of sim/recorded.py."""
    f, a = t.families, t.attention
    sums[0] += 1.0
    sums[1] += f.effort[i]
    sums[2] += (f.quality[i, 0] + f.quality[i, 1] + f.quality[i, 2]) / 3.0
    sums[3] += f.information[i]
    sums[4] += abs(f.belief[i] - a.effort[i])
    sums[5] += f.trust[i]
    sums[6] += f.agreement[i]
    sums[7] += f.felt_quality[i]
    sums[8] += t.teachers.strain[f.room[i]]
    sums[9] += 1.0 if t.week.came_now[i] else 0.0
    for d in range(6):
        sums[10 + d] += t.children.skills[i, d]

"""Outside the week: how ready each family would be to come, were it asked now through a channel."""

from sim.core.compiled import loop
from sim.rules.taking_part import chance_of_taking_up, help_with_language, leaning, obstacle
from sim.week.readiness import readiness


@loop
def chances_of_coming(t, numbers, k, chances):
    """Each family's chance, what its friends did last time left aside."""
    p = numbers[0]
    for i in range(t.families.size):
        f = t.families[i]
        ready = readiness(f, p.Readiness) + p.Readiness.invitation * f.invitation
        help = help_with_language(p.Help[k], float(f.help), t.teachers[f.room].skill_learned)
        hindrance = obstacle(f.pressure, p.Burden[k], f.distance, help, p.Readiness)
        leans = leaning(ready, 0.5, hindrance, p.Appeal[k], p.Sharpness[k], p.Readiness)
        chances[i] = chance_of_taking_up(leans)

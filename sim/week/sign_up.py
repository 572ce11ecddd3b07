"""Before a programme starts: which families would sign up for it."""

from sim.core.chance import Ask, life, luck
from sim.core.compiled import loop
from sim.core.kinds import PROGRAMME, Channel
from sim.rules.taking_part import chance_of_taking_up, leaning, obstacle
from sim.week.readiness import readiness


@loop
def would_sign_up(t, numbers, seed, answers):
    """1 for each family that signs up: asked once, it decides as on a course (P29), and with the luck it would have there.

    So who signs up for a trial of a course is who would enrol in it, and not half of them.
    """
    p, k = numbers[0], Channel.COURSE
    for i in range(t.families.size):
        f = t.families[i]
        ready = readiness(f, p.Readiness) + p.Readiness.invitation * f.invitation
        hindrance = obstacle(f.pressure, p.Burden[k], f.distance, p.Help[k], p.Readiness)
        willing = chance_of_taking_up(leaning(ready, 0.5, hindrance, p.Appeal[k], p.Sharpness[k], p.Readiness))
        answers[i] = 1 if luck(life(seed, f.who), Ask.ENROLS, k + PROGRAMME) < willing else 0

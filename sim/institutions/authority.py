"""The authority: what law asks after consultation, how it inspects, and the money it ties to cooperation (§4.2)."""

import numpy as np

from sim.conditions import Asked, classes_of, left_by
from sim.core.kinds import LAST_CLASS_CHANNEL, Channel, Payer
from sim.population.habits import goals_of
from sim.rules.authority import asked_after_consultation, shortest_for_the_file
from sim.rules.earmarking import minutes_bought, share_by_need

LAW = {  # key of the policy: channel, and how many times a year one of it is
    "meetings_a_year": (Channel.MEETING, 1.0),
    "talks_a_year": (Channel.TALK, 1.0),
    "visits_a_year": (Channel.TEACHER_VISIT, 1.0),
    "notes_a_month": (Channel.NOTE, 9.0),
}


def law_after_consultation(world, policy, weight):
    """The policy with its contacts as far as they are asked for; preschools say what their hours can keep."""
    authority, can_be_kept = world.tables.authority, _what_hours_allow(world, policy)
    asks = asked_after_consultation(weight, can_be_kept)
    authority.consults[0], authority.inspects[0], authority.by_need[0] = weight, policy.inspection, policy.by_need
    authority.can_be_kept[0], authority.asks[0] = can_be_kept, asks
    return policy._replace(**{key: getattr(policy, key) * asks for key in LAW})


def turn_goals(world, policy):
    """Preschools turn to what the policy stresses, a part of the way each term; what parents have moved stays moved."""
    schools = world.tables.preschools
    step = world.numbers.Authority.turns_a_term * (goals_of(policy) - schools.goals_at_start)
    if step.any():
        schools.goals_at_start += step
        goals = np.maximum(0.0, schools.goals + step)
        schools.goals[:] = goals / goals.sum(axis=1, keepdims=True)


def _what_hours_allow(world, policy):
    """Share of the law's hours that the classes' hours cover, the same for each class that has enough."""
    t, minutes = world.tables, world.numbers.TeacherMinutes
    needed, children = 0.0, t.teachers.children
    for key, (channel, a_year) in LAW.items():
        times = 1 if channel <= LAST_CLASS_CHANNEL else children
        needed = needed + getattr(policy, key) * a_year * minutes[channel] * times
    have = t.conditions.minutes_a_week * float(t.taught[52])
    return float(np.mean(np.minimum(1.0, have / np.maximum(needed, 1.0))))


def weight_of_preschools(policy, doings, week):
    """How far preschools are heard: as the policy says, or a strategy that is on, whichever is more."""
    on = [d for d in doings if d.name == "consultation" and d.from_week <= week <= (d.until_week or week)]
    return max([policy.consultation, *(d.dose.weight for d in on)])


def inspect(world, policy):
    """Under inspection contacts are cut shorter before any is cancelled."""
    p = world.numbers
    world.tables.conditions.shortest[:] = shortest_for_the_file(p.Workload.shortest, policy.inspection, p.Authority)


def clearer_rules(world, whom, clarity):
    """Rights and duties written down together, in these families' classes, as far as there is time to write."""
    conditions, classes = world.tables.conditions, classes_of(whom, world.tables)

    def deliver(paid):
        written = conditions.clarity + paid * np.maximum(0.0, clarity - conditions.clarity)
        conditions.clarity[:] = np.where(classes, written, conditions.clarity)

    minutes = world.numbers.Authority.writing_rules * clarity * classes
    return Asked(deliver, own_minutes=minutes / float(world.tables.taught[52]))


def hearings(world, weight):
    """What being heard takes of every class's teacher."""
    minutes = world.numbers.Authority.consulting * weight * np.ones(world.tables.teachers.size)
    return Asked(lambda paid: None, own_minutes=minutes / float(world.tables.taught[52]))


def grant(world, policy, earmarked, routine):
    """Tied money and hours for the weeks that begin: the policy's, and what strategies add; each class's in whole cents.

    `earmarked` has (payer, money a child and year, hours a class and week, whom), `routine` the offers that come first.
    The authority pays for the policy's, the programme for its own; a preschool that ties its own money turns a part of
    what its routine leaves into hours.
    """
    conditions = world.tables.conditions
    for name in ("minutes_granted", "cents_granted", "cents_authority"):
        conditions[name][:] = 0
    everybody = np.ones(world.tables.families.size, bool)
    grants = [(None, policy.earmarked_per_child, 0.0, everybody)] if policy.earmarked_per_child > 0.0 else []
    for payer, money, hours, whom in (*grants, *earmarked):
        _grant(world, policy.by_need, payer, money, hours, classes_of(whom, world.tables), routine)


def _grant(world, by_need, payer, money, hours, classes, routine):
    """One grant: hours and money for each class a school week, and who pays."""
    t, p = world.tables, world.numbers
    weeks, wage = float(t.taught[52]), p.Wage.teacher_hour
    a_class = money * t.teachers.children * classes * _by_need(t, by_need)
    minutes = (minutes_bought(a_class, wage, p.Earmarking) / weeks) + 60.0 * hours * classes
    cents = 100.0 * (1.0 - p.Earmarking.on_hours) * a_class
    if payer == Payer.SCHOOL:
        wages = 100.0 * wage * minutes / 60.0
        has = np.maximum(0, left_by(routine, world)[1] - t.conditions.upkeep_cents)
        paid = np.minimum(1.0, has / np.maximum(wages, 1e-9))
        whole = np.floor(paid * minutes + 1e-9).astype(np.int64)
        t.conditions.minutes_granted += whole
        t.conditions.upkeep_cents += np.ceil(100.0 * wage * whole / 60.0 - 1e-9).astype(np.int64)
        return
    minutes, cents = np.floor(minutes + 1e-9).astype(np.int64), np.round(cents).astype(np.int64)
    t.conditions.minutes_granted += minutes
    t.conditions.cents_granted += cents
    bill = np.ceil(100.0 * wage * minutes / 60.0 + cents / weeks - 1e-9).astype(np.int64)
    account = "hired_cents" if payer == Payer.PROGRAMME else "cents_authority"
    t.conditions[account] += bill


def _by_need(tables, by_need):
    """For each class what its preschool gets of the money a child: need is the share of families of the two poorest fifths."""
    f = tables.families
    poor = np.bincount(f.preschool, f.fifth <= 1, tables.preschools.size)
    need = poor / np.maximum(1, np.bincount(f.preschool, minlength=tables.preschools.size))
    mean_need = float((f.fifth <= 1).mean())
    return np.broadcast_to(share_by_need(by_need, need, mean_need), need.shape)[tables.teachers.preschool]

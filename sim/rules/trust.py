"""Trust follows the quality of contact, slowly (§5.1, §5.2)."""

from sim.core.compiled import rule
from sim.core.declare import parameters
from sim.core.units import per_contact, share, weight


@parameters
class Warmth:
    """How good a contact through each channel feels when nothing is in its way."""

    event = share(0.60, low=0.4, high=0.8, source="assumed")
    volunteer = share(0.75, low=0.5, high=0.9, source="assumed: working side by side")
    meeting = share(0.55, low=0.3, high=0.7, source="assumed")
    committee = share(0.70, low=0.5, high=0.9, source="assumed: working side by side")
    course = share(0.75, low=0.5, high=0.9, source="assumed: working side by side")
    joint_activity = share(0.75, low=0.5, high=0.9, source="assumed: working side by side")
    evening = share(0.65, low=0.5, high=0.9, source="assumed: between an event and working side by side")
    talk = share(0.70, low=0.5, high=0.9, source="assumed; C03: .23 SD on the relationship")
    teacher_visit = share(0.80, low=0.6, high=0.95, source="assumed; C03: .23 SD on the relationship")
    trained_visit = share(0.72, low=0.5, high=0.9, source="assumed")
    note = share(0.65, low=0.4, high=0.8, source="fitted: C03")
    exchange = share(0.65, low=0.4, high=0.8, source="assumed: as a note")
    message = share(0.55, low=0.4, high=0.7, source="assumed")
    library = share(0.60, low=0.4, high=0.8, source="assumed")
    sitting = share(0.70, low=0.5, high=0.9, source="assumed: working side by side")
    hub = share(0.65, low=0.4, high=0.85, source="assumed")


@parameters
class Closeness:
    """How far one contact through each channel moves what contacts have felt like, and trust with it."""

    event = per_contact(0.08, low=0.02, high=0.2, source="assumed")
    volunteer = per_contact(0.15, low=0.05, high=0.3, source="assumed")
    meeting = per_contact(0.08, low=0.02, high=0.2, source="assumed")
    committee = per_contact(0.20, low=0.05, high=0.4, source="assumed")
    course = per_contact(0.08, low=0.02, high=0.2, source="assumed")
    joint_activity = per_contact(0.12, low=0.05, high=0.3, source="assumed: nearly as volunteering")
    evening = per_contact(
        0.04, low=0.0, high=0.15, source="assumed: families meet, the teacher is one of many; N03: nothing with staff"
    )
    talk = per_contact(0.20, low=0.05, high=0.4, source="assumed; C03: .23 SD on the relationship")
    teacher_visit = per_contact(0.25, low=0.1, high=0.5, source="assumed; C03: .23 SD on the relationship")
    trained_visit = per_contact(0.08, low=0.02, high=0.2, source="assumed: the visitor is not the teacher")
    note = per_contact(0.05, low=0.0, high=0.1, source="assumed")
    exchange = per_contact(0.04, low=0.0, high=0.1, source="assumed: a little less than a note")
    message = per_contact(0.0, low=0.0, high=0.02, source="assumed: nobody is met")
    library = per_contact(0.0, low=0.0, high=0.02, source="assumed: nobody is met")
    sitting = per_contact(0.10, low=0.02, high=0.3, source="assumed: half of a talk, the table is shared")
    hub = per_contact(0.0, low=0.0, high=0.05, source="assumed: the teacher is not met")


@parameters
class Trust:
    """What spoils a contact, and how trust follows."""

    slowness = weight(
        0.20, low=0.05, high=0.5, source="C05: +.05 SD after a year, against .23 for the relationship (C03)"
    )
    rushed = per_contact(0.05, low=0.01, high=0.2, source="assumed; C19 for the sign")
    cancelled = per_contact(0.03, low=0.005, high=0.1, source="assumed")
    person_sd = share(0.20, low=0.1, high=0.3, source="assumed: lasting personal difference")
    spoiled_by_strain = weight(0.40, low=0.1, high=0.8, source="assumed")
    spoiled_by_distance = weight(0.30, low=0.1, high=0.6, source="assumed")
    spoiled_by_hurry = weight(0.80, low=0.3, high=1.5, source="assumed")
    skill_above_ordinary = weight(0.20, low=0.0, high=0.5, source="assumed")
    typical_skill = share(0.30, low=0.1, high=0.6, source="assumed")


@rule
def quality_of_contact(warmth, strain, skill, help, distance, hurried, p):
    """A contact is as good as its channel, better with a skilled teacher, worse with strain, hurry and distance not bridged."""
    apart = distance * (1.0 - max(skill, help))  # what neither the teacher nor an interpreter bridges
    quality = (
        warmth
        + p.skill_above_ordinary * (skill - p.typical_skill)
        - p.spoiled_by_strain * strain
        - p.spoiled_by_distance * apart
        - p.spoiled_by_hurry * (1.0 - hurried)
    )
    return min(1.0, max(0.0, quality))


@rule
def felt_after_contact(felt, quality, closeness):
    """What contacts feel like moves towards the last one."""
    return felt + closeness * (quality - felt)


@rule
def trust_after_contact(trust, felt, habit, closeness, p):
    """Trust follows what contacts feel like, slowly, around a lasting personal difference."""
    aim = min(1.0, max(0.0, felt + habit))
    return trust + p.slowness * closeness * (aim - trust)


@rule
def trust_after_a_rushed_contact(trust, quality, p):
    """A rushed contact that is worse than one trusts pulls trust down quickly."""
    return trust + p.rushed * min(0.0, quality - trust)


@rule
def trust_after_a_cancelled_promise(trust, p):
    """A promise that was cancelled costs a share of trust."""
    return trust * (1.0 - p.cancelled)

"""Hours: what contacts take, what happens when there are too few, and strain (§4.3)."""

from sim.core.compiled import rule
from sim.core.declare import parameters
from sim.core.units import minutes, per_week, share, weight


@parameters
class TeacherMinutes:
    """Minutes of the teacher, preparation and travel included: a contact, or for class channels one occasion for the class."""

    event = minutes(180, low=60, high=360, source="assumed")
    volunteer = minutes(45, low=15, high=120, source="assumed: finding and placing helpers")
    meeting = minutes(150, low=90, high=240, source="assumed")
    committee = minutes(60, low=30, high=180, source="assumed: the class's share")
    course = minutes(0, low=0, high=60, source="assumed: a paid leader leads it")
    joint_activity = minutes(120, low=60, high=240, source="assumed")
    evening = minutes(60, low=0, high=180, source="assumed: a paid team leads it, the teacher comes for an hour")
    talk = minutes(40, low=20, high=60, source="assumed")
    teacher_visit = minutes(
        90, low=60, high=150, source="assumed: twelve visits for twenty children need ten hours a week"
    )
    trained_visit = minutes(0, low=0, high=20, source="assumed: the visitor reports in writing")
    note = minutes(6, low=3, high=15, source="assumed")
    exchange = minutes(5, low=2, high=12, least=0.5, source="assumed: reading, answering, looking it up")
    message = minutes(0, low=0, high=1, source="assumed: written once for all")
    library = minutes(0, low=0, high=10, source="assumed")
    sitting = minutes(15, low=5, high=40, source="assumed: a member's share of the ninety minutes of who chairs it")
    hub = minutes(0, low=0, high=5, source="assumed: its own staff")


@parameters
class FamilyMinutes:
    """Minutes that a contact takes of a family, the way included."""

    event = minutes(120, low=60, high=240, source="assumed")
    volunteer = minutes(150, low=60, high=240, source="assumed")
    meeting = minutes(105, low=60, high=150, source="assumed")
    committee = minutes(600, low=200, high=1500, source="assumed: a year of sittings")
    course = minutes(130, low=90, high=180, source="assumed")
    joint_activity = minutes(120, low=60, high=240, source="assumed")
    evening = minutes(180, low=90, high=240, source="assumed: a meal, play and talk, the way included")
    talk = minutes(45, low=20, high=90, source="assumed")
    teacher_visit = minutes(60, low=30, high=90, source="assumed")
    trained_visit = minutes(60, low=45, high=90, source="assumed")
    note = minutes(3, low=1, high=10, source="assumed")
    exchange = minutes(5, low=2, high=12, least=0.5, source="assumed")
    message = minutes(2, low=1, high=5, source="assumed")
    library = minutes(30, low=10, high=60, source="assumed")
    sitting = minutes(120, low=60, high=180, source="assumed: the way included")
    hub = minutes(90, low=30, high=150, source="assumed")


@parameters
class Workload:
    """What happens when more is asked than there are hours."""

    overtime = share(0.10, low=0.0, high=0.3, source="assumed: of the week's hours")
    shortest = share(0.70, low=0.5, high=0.9, source="assumed: share of its ordinary time that a contact can be cut to")
    carried = weight(4.0, low=1.0, high=8.0, source="assumed: weeks of hours that can be saved for an event")
    strain_pace = per_week(0.10, low=0.03, high=0.3, source="assumed")
    strain_at = weight(1.0, low=0.8, high=1.2, source="assumed: demand at which strain begins")
    strain_full = weight(1.0, low=0.5, high=2.0, source="assumed: demand beyond that which strains fully")


@rule
def hurry(have, demand, shortest):
    """Contacts are shortened, down to a limit, when more is asked than there are hours."""
    if demand <= have:
        return 1.0
    return max(shortest, have / demand)


@rule
def demand_on_hours(minutes, have, given):
    """What is asked against the week's hours: beyond 1 only as far as saved hours and overtime do not cover it."""
    if given <= 0.0:
        return 2.0 if minutes > 0.0 else 0.0
    if minutes <= have:
        return min(1.0, minutes / given)
    return 1.0 + (minutes - have) / given


@rule
def strain_after_a_week(strain, demand, p):
    """Strain follows what is asked beyond the hours there are."""
    load = min(1.0, max(0.0, (demand - p.strain_at) / p.strain_full))
    return strain + p.strain_pace * (load - strain)

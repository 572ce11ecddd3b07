"""What home and school know of one another, and how lack of it becomes misunderstanding (§1, §5.1)."""

from sim.core.compiled import rule
from sim.core.declare import parameters
from sim.core.units import per_contact, per_week, share, weight


@parameters
class Telling:
    """Share of what a family does not know of its child at school that one contact of good quality closes."""

    event = per_contact(0.04, low=0.0, high=0.15, source="assumed")
    volunteer = per_contact(0.15, low=0.05, high=0.3, source="assumed")
    meeting = per_contact(0.08, low=0.02, high=0.2, source="assumed")
    committee = per_contact(0.20, low=0.05, high=0.4, source="assumed")
    course = per_contact(0.05, low=0.0, high=0.15, source="assumed")
    joint_activity = per_contact(0.10, low=0.02, high=0.25, source="assumed: parents see their child at school")
    evening = per_contact(
        0.04, low=0.0, high=0.15, source="assumed: as an event; N03: nothing on shared expectations with staff"
    )
    talk = per_contact(0.20, low=0.10, high=0.6, source="fitted: C04")
    teacher_visit = per_contact(0.35, low=0.15, high=0.6, source="assumed: as a talk")
    trained_visit = per_contact(0.08, low=0.0, high=0.25, source="assumed: the visitor is not the teacher")
    note = per_contact(0.06, low=0.02, high=0.3, source="fitted: C04")
    exchange = per_contact(
        0.12, low=0.03, high=0.3, source="assumed: a question answered in writing, a little less than a note"
    )
    message = per_contact(0.03, low=0.0, high=0.10, source="assumed: where messages are about school life")
    library = per_contact(0.0, low=0.0, high=0.05, source="assumed")
    sitting = per_contact(0.20, low=0.05, high=0.4, source="assumed: as serving on a committee")
    hub = per_contact(0.03, low=0.0, high=0.1, source="assumed: the staff there is not the teacher")


@parameters
class Hearing:
    """Share of what a teacher does not know of a child at home that one contact of good quality closes."""

    event = per_contact(0.03, low=0.0, high=0.1, source="assumed")
    volunteer = per_contact(0.10, low=0.02, high=0.3, source="assumed")
    meeting = per_contact(0.04, low=0.0, high=0.15, source="assumed")
    committee = per_contact(0.10, low=0.02, high=0.3, source="assumed")
    course = per_contact(0.02, low=0.0, high=0.1, source="assumed: a paid leader leads it")
    joint_activity = per_contact(
        0.08, low=0.02, high=0.25, source="assumed: the teacher sees parent and child together"
    )
    evening = per_contact(0.03, low=0.0, high=0.1, source="assumed: as an event")
    talk = per_contact(0.30, low=0.1, high=0.5, source="assumed; C04: contact raises communication by .34 SD")
    teacher_visit = per_contact(0.50, low=0.2, high=0.7, source="assumed: the home says more than a talk")
    trained_visit = per_contact(0.10, low=0.0, high=0.3, source="assumed: by report")
    note = per_contact(0.02, low=0.0, high=0.1, source="assumed")
    exchange = per_contact(0.10, low=0.02, high=0.3, source="assumed: parents tell, too; a third of what a talk does")
    message = per_contact(0.0, low=0.0, high=0.05, source="assumed")
    library = per_contact(0.0, low=0.0, high=0.05, source="assumed")
    sitting = per_contact(0.10, low=0.02, high=0.3, source="assumed: as serving on a committee")
    hub = per_contact(0.0, low=0.0, high=0.05, source="assumed: the teacher is not there")


@parameters
class Information:
    """How knowledge ages and beliefs follow it."""

    going_out_of_date = per_week(0.10, low=0.015, high=0.20, source="fitted: C04")
    teacher_forgets = per_week(0.02, low=0.005, high=0.05, source="assumed: she sees the child every day")
    teacher_habit = share(0.25, low=0.1, high=0.5, source="assumed")
    habit = share(0.35, low=0.2, high=0.5, source="fitted: C04; what a family knows by itself")
    habit_sd = share(0.27, low=0.1, high=0.35, source="fitted: C04; without it a few visits would be worth four SD")
    belief_pace = per_week(0.10, low=0.03, high=1.0, source="assumed")
    expected_bias = weight(0.15, low=0.0, high=0.4, source="assumed: exp(-.15 - .2 distance + .3 N)")
    expected_distance = weight(0.20, low=0.0, high=0.5, source="assumed: exp(-.15 - .2 distance + .3 N)")
    expected_sd = weight(0.30, low=0.1, high=0.6, source="assumed: exp(-.15 - .2 distance + .3 N)")


@rule
def known_after_contact(known, share_closed, quality):
    """A contact closes a share of what is not known, the more the better it is."""
    return known + share_closed * quality * (1.0 - known)


@rule
def known_after_a_week(known, habit, fading):
    """What is known goes out of date, down to what one picks up anyway."""
    return known + fading * (habit - known)


@rule
def belief_after_a_week(belief, truth, expected, information, p):
    """What one knows draws belief to the truth; for the rest it stays at what the culture expects."""
    return belief + p.belief_pace * (information * truth + (1.0 - information) * expected - belief)


@rule
def picked_up(habit, told):
    """What a family hears without any contact: as it always did, and from friends who sit on the committee."""
    return habit + told * (1.0 - habit)

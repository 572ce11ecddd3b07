"""What is measured on families: taking part, practice at home, information, trust, agreement, responsibility."""

import numpy as np

from sim.core.chance import Ask
from sim.core.kinds import Channel, Strand
from sim.core.luck_of_rows import normals_of
from sim.core.outcome import outcome

ACTIVITIES = (Channel.EVENT, Channel.VOLUNTEER, Channel.MEETING, Channel.COMMITTEE, Channel.TALK)


@outcome(unit="kinds a year", better="higher", rests_on="fitted")
def school_participation(world):
    """Kinds of school activity a family joined this year, of event, volunteering, meeting, committee and talk."""
    return (world.tables.families.joined[:, ACTIVITIES] > 0).sum(axis=1).astype(float)


def _came(world, channel):
    return (world.tables.families.joined[:, channel] > 0).astype(float)


@outcome(unit="share", better="higher", rests_on="fitted")
def event(world):
    """Share of families that came to a school event this year."""
    return _came(world, Channel.EVENT)


@outcome(unit="share", better="higher", rests_on="fitted")
def volunteer(world):
    """Share of families that volunteered this year."""
    return _came(world, Channel.VOLUNTEER)


@outcome(unit="share", better="higher", rests_on="fitted")
def meeting(world):
    """Share of families that came to a class or school meeting this year."""
    return _came(world, Channel.MEETING)


@outcome(unit="share", better="higher", rests_on="fitted")
def conference(world):
    """Share of families that came to a parent-teacher talk this year."""
    return _came(world, Channel.TALK)


@outcome(unit="share", better="higher", rests_on="fitted")
def committee(world):
    """Share of families that served on a committee this year."""
    return _came(world, Channel.COMMITTEE)


@outcome(unit="share", better="higher")
def visited(world):
    """Share of families visited at home this year."""
    joined = world.tables.families.joined
    return ((joined[:, Channel.TEACHER_VISIT] + joined[:, Channel.TRAINED_VISIT]) > 0).astype(float)


@outcome(unit="share", better="higher")
def took_a_course(world):
    """Share of families that came to at least one session of a course this year."""
    return _came(world, Channel.COURSE)


@outcome(unit="times ordinary", better="higher", observers=("true", "parent"))
def practice_time(world, observer):
    """Time of practice at home, an ordinary family having 1; as parents report it, with error."""
    time = world.tables.families.effort
    if observer == "true":
        return time
    error = normals_of(world.tables.families.who, world.seed, Ask.MEASUREMENT, world.week * 100 + 90)
    return time + world.numbers.Observers.time_report_error * error


@outcome(unit="SD", better="higher", observers=("true", "parent"))
def practice_quality(world, observer):
    """Mean quality of the strands of practice at home, each in SD of families; as parents report it, with error."""
    quality = world.tables.families.quality.mean(axis=1)
    if observer == "true":
        return quality
    error = normals_of(world.tables.families.who, world.seed, Ask.MEASUREMENT, world.week * 100 + 91)
    return quality + world.numbers.Observers.parent_report_error * error


@outcome(unit="SD", better="higher", observers=("true", "parent"))
def book_sharing(world, observer):
    """Quality of talking and reading together, one strand of practice at home, in SD of families."""
    quality = world.tables.families.quality[:, Strand.READING]
    if observer == "true":
        return quality
    error = normals_of(world.tables.families.who, world.seed, Ask.MEASUREMENT, world.week * 100 + 92)
    return quality + world.numbers.Observers.parent_report_error * error


@outcome(unit="share", better="higher")
def information(world):
    """Share of what there is to know of its child at school that a family knows."""
    return world.tables.families.information


@outcome(unit="times ordinary", better="lower")
def misperception(world):
    """How far the teacher's effort that a family believes in lies from the effort she makes."""
    return np.abs(world.tables.families.belief - world.tables.attention.effort)


@outcome(unit="share", better="higher", observers=("parent", "teacher"))
def trust(world, observer):
    """Trust between family and teacher, as parents hold it or as teachers do; some families are trusted more easily."""
    if observer == "parent":
        return world.tables.families.trust
    person = normals_of(world.tables.families.who, world.seed, Ask.TEACHERS_TRUST, 0)
    return np.clip(world.tables.attention.trust + world.numbers.Observers.teachers_trust_sd * person, 0.0, 1.0)


@outcome(unit="share", better="higher")
def contact_quality(world):
    """How good contacts with the teacher have felt to a family; the trustful are content with less."""
    families = world.tables.families
    taken = world.numbers.Observers.contacts_taken * families.trust_habit
    return np.clip(families.felt_quality + taken, 0.0, 1.0)


@outcome(unit="share", better="higher")
def agreement(world):
    """Overlap of what a family values with the preschool's goals."""
    return world.tables.families.agreement


@outcome(unit="share", better="lower")
def responsibility_shifted(world):
    """Share of a child's education that neither family nor teacher feels responsible for."""
    return np.maximum(0.0, 1.0 - world.tables.families.role - world.tables.attention.responsibility)


@outcome(unit="parents", better="higher")
def parents_known(world):
    """Other parents a family knows, of those its ties have room for."""
    return (world.tables.ties.other >= 0).sum(axis=1).astype(float)


@outcome(unit="share", better="lower")
def isolated(world):
    """Share of families without a tie to another."""
    return (world.tables.ties.other < 0).all(axis=1).astype(float)

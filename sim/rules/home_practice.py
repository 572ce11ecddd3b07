"""Time and quality of practice at home, what courses, visits and books do to it, and how it fades (§3.1, §4.3)."""

import math

from sim.core.compiled import rule
from sim.core.declare import parameters
from sim.core.exponential import exp
from sim.core.units import choice, per_contact, per_week, ratio, sd_above_zero, share, weeks, weight

IN_PROPORTION = 1.0  # the second word of HomePractice.time_counts


@parameters
class HomePractice:
    """What makes practice rich, and how skill in it comes and goes."""

    half_life = weeks(
        3.0,
        low=1.0,
        high=6.0,
        source="fitted: E28 and its follow-up, E48; longer, and the gain of a short course would grow on when it is over",
    )
    ceiling = sd_above_zero(2.1, low=1.0, high=2.5, source="fitted: E25; a ceiling above the mean gain of 1.01 SD")
    session = per_contact(
        0.38, low=0.15, high=0.5, source="fitted: E25; the share of the way that a session of 90 minutes closes"
    )
    full_session = ratio(90.0, low=60.0, high=150.0, source="E25: minutes of a session that closes a third of the way")
    trained_visit = per_contact(
        0.05,
        low=0.03,
        high=0.35,
        source="fitted: E49 E50; less than a session: a visit is about much else",
    )
    hub_visit = per_contact(0.04, low=0.0, high=0.12, source="assumed: play and books under the eyes of staff")
    joint_activity = per_contact(
        0.10, low=0.03, high=0.25, source="assumed: parents see and try reading together; a third of a session"
    )
    teacher_visit = per_contact(0.06, low=0.0, high=0.15, source="assumed: a teacher comes to talk")
    spill = share(0.25, low=0.0, high=0.5, source="assumed: what one topic does for the others; E55, E56")
    goals_set = per_contact(0.05, low=0.0, high=0.15, source="assumed: a talk that sets a goal")
    saturation = ratio(0.35, low=0.15, high=0.8, source="assumed: time beyond ordinary adds little")
    time_counts = choice(
        "less_and_less",
        "less_and_less",
        "in_proportion",
        source="assumed: the first minutes count most. In proportion is another form, to see what rests on it",
    )
    richness = weight(0.45, low=0.2, high=0.9, source="fitted: E26 E27 E28 E55")
    books = weight(0.30, low=0.05, high=0.5, source="fitted: E65")
    books_wear = weeks(
        4.0,
        low=1.5,
        high=10.0,
        source="assumed: lent books go back; what was gained fades from then on (E48), as practice does",
    )
    books_pace = per_week(0.20, low=0.05, high=0.5, source="assumed")
    books_open = weight(
        0.2,
        low=0.0,
        high=0.4,
        source="assumed: as log of time; giving books elsewhere added three tenths of an SD to reading at home",
    )
    half_the_books = ratio(60.0, low=20.0, high=150.0, source="assumed: books that do half of what any number can")
    ses = share(0.30, low=0.2, high=0.4, source="C15: r = .3 between SES and the home learning environment")
    confidence_a_session = per_contact(0.08, low=0.02, high=0.2, source="assumed")
    confidence_fades = per_week(0.05, low=0.01, high=0.1, source="assumed")
    confidence_ses = weight(0.05, low=0.0, high=0.1, source="assumed")


@parameters
class ReadingShare:
    """How far practice in each domain lives on talking and reading together; guidance and concepts share the rest."""

    language = share(1.0, low=0.7, high=1.0, source="assumed; E26")
    numeracy = share(0.3, low=0.1, high=0.5, source="assumed")
    social = share(0.2, low=0.0, high=0.4, source="assumed; E55, E56")
    self_regulation = share(0.2, low=0.0, high=0.4, source="assumed; E56")
    creativity = share(0.5, low=0.2, high=0.8, source="assumed")
    wellbeing = share(0.2, low=0.0, high=0.4, source="assumed")


@parameters
class GuidanceShare:
    """How far practice in each domain lives on warm guidance; what reading and guidance leave is concepts."""

    language = share(0.0, low=0.0, high=0.2, source="assumed")
    numeracy = share(0.0, low=0.0, high=0.2, source="assumed")
    social = share(0.7, low=0.4, high=0.9, source="assumed")
    self_regulation = share(0.5, low=0.3, high=0.7, source="assumed; E56")
    creativity = share(0.1, low=0.0, high=0.3, source="assumed")
    wellbeing = share(0.8, low=0.5, high=0.9, source="assumed")


@rule
def share_kept(half_life):
    """What is left after a week of what halves in so many weeks."""
    return math.exp(-math.log(2.0) / half_life)


@rule
def quality_after_a_week(quality, at_start, lesson, kept, p):
    """A lesson closes part of the way to the ceiling; what is not used fades to what it was."""
    learned = quality + lesson * max(0.0, at_start + p.ceiling - quality)
    return at_start + (learned - at_start) * kept


@rule
def lesson_of_a_session(share_closed, length):
    """A session of 90 minutes has length 1; a longer one closes more, each minute less than the one before."""
    return 1.0 - math.exp(length * math.log(1.0 - share_closed))


@rule
def share_of_concepts(share_of_reading, share_of_guidance):
    """What reading and guidance leave of a domain is concepts."""
    return max(0.0, 1.0 - share_of_reading - share_of_guidance)


@rule
def use_of_time(effort, p):
    """The first minutes count most: 1 − e^(−time/τ); in the other form all count as those of the ordinary time on average."""
    if p.time_counts == IN_PROPORTION:
        return effort * (1.0 - exp(-1.0 / p.saturation))
    return 1.0 - exp(-effort / p.saturation)


@rule
def input_from_home(richer, time_used):
    """What practice gives a child: how much richer than ordinary it is, times how far time is used."""
    return max(0.0, 1.0 + richer) * time_used


@rule
def materials_after_a_week(materials, at_hand, kept, p):
    """Books at hand come into use; interest in them wears off when there are no more."""
    if at_hand > materials:
        return materials + p.books_pace * (at_hand - materials)
    return materials * kept


@rule
def urge_with_books(urge, materials, p):
    """Books at hand are a reason to sit down with the child, beside what urges a family anyway."""
    return urge + p.books_open * materials


@rule
def worth_of_books(books, p):
    """The first books do most."""
    return books / (books + p.half_the_books)


@rule
def confidence_after_a_week(confidence, at_rest, encouragement, p):
    """Sessions and visits encourage; confidence drifts back to what it was."""
    raised = confidence + encouragement * p.confidence_a_session * (1.0 - confidence)
    return raised + p.confidence_fades * (at_rest - raised)


@rule
def confidence_at_rest(ses, p):
    """Confidence before anything, a little higher with means."""
    return min(0.9, max(0.1, 0.5 + p.confidence_ses * ses))

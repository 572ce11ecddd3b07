"""Whether a family takes up what it is offered (§4.1, §5.1; after Hoover-Dempsey and Sandler)."""

from sim.core.compiled import rule
from sim.core.declare import parameters
from sim.core.exponential import exp
from sim.core.units import logit, per_contact, per_week, sd, weight


@parameters
class Readiness:
    """What makes a family ready to take part in anything, in logits at sharpness 1."""

    role = weight(0.50, low=0.0, high=1.5, source="assumed; role belief after Hoover-Dempsey and Sandler")
    confidence = weight(0.50, low=0.0, high=1.5, source="assumed; efficacy after Hoover-Dempsey and Sandler")
    trust = weight(0.60, low=0.0, high=1.5, source="assumed; C19 gives the sign")
    agreement = weight(0.33, low=0.0, high=1.5, source="fitted: E79 P29 with the survey of 2019")
    invitation = weight(
        0.40, low=0.0, high=1.0, source="E08: tips by message raise involvement at school by .13 to .19 SD"
    )
    norm = weight(
        0.60, low=0.0, high=2.0, source="fitted: E08 P29 with the survey of 2019; below 4 there is one resting point"
    )
    ses = weight(0.517, low=0.1, high=0.7, source="fitted: NHES 2019 K-2")
    private = weight(0.6, low=0.3, high=1.1, source="fitted: NHES 2019 K-2")
    siblings = weight(0.371, low=0.0, high=0.5, source="fitted: NHES 2019 K-2")
    time = weight(0.252, low=0.0, high=0.8, source="fitted: NHES 2019 K-2")
    language = weight(1.041, low=0.2, high=1.6, source="fitted: NHES 2019 K-2")
    incentive = weight(0.60, low=0.0, high=1.5, source="assumed; E12 for the sign")
    propensity_sd = sd(1.10, low=0.6, high=1.6, source="fitted: NHES 2019 K-2")


@parameters
class Appeal:
    """How much each channel appeals to a typical family."""

    event = logit(-0.001, low=-1.0, high=1.0, source="fitted: NHES 2019 K-2")
    volunteer = logit(-0.287, low=-1.3, high=0.7, source="fitted: NHES 2019 K-2")
    meeting = logit(0.507, low=-0.3, high=1.7, source="fitted: NHES 2019 K-2")
    committee = logit(-4.226, low=-5.0, high=-2.5, source="fitted: NHES 2019 K-2")
    course = logit(0.20, low=-0.6, high=0.5, source="fitted: P29 E79")
    joint_activity = logit(0.20, low=-1.0, high=1.5, source="assumed: a little above an event, the child asks for it")
    evening = logit(0.00, low=-1.0, high=1.0, source="assumed: as an event")
    talk = logit(0.772, low=0.0, high=1.8, source="fitted: NHES 2019 K-2")
    teacher_visit = logit(1.20, low=0.0, high=2.5, source="assumed; K06: received doses stay far below offered ones")
    trained_visit = logit(0.18, low=0.0, high=2.5, source="fitted: K06; received doses stay far below offered ones")
    note = logit(3.00, low=1.5, high=4.5, source="assumed")
    exchange = logit(0.50, low=-1.0, high=2.0, source="assumed: an answer asks for more than reading a note")
    message = logit(5.00, low=3.0, high=7.0, source="E60: three a week beat one, five do not beat three")
    library = logit(1.50, low=0.5, high=3.0, source="assumed")
    sitting = logit(1.50, low=0.5, high=3.0, source="assumed: about four of five members come")
    hub = logit(-2.80, low=-4.0, high=-1.0, source="assumed: on a day it is open, one family of ten or twelve drops in")


@parameters
class Sharpness:
    """How sharply each channel tells families apart."""

    event = weight(0.867, low=0.5, high=1.5, source="fitted: NHES 2019 K-2")
    volunteer = weight(1.796, low=1.0, high=2.8, source="fitted: NHES 2019 K-2")
    meeting = weight(0.952, low=0.5, high=1.7, source="fitted: NHES 2019 K-2")
    committee = weight(2.208, low=1.0, high=2.8, source="fitted: NHES 2019 K-2")
    course = weight(
        0.42, low=0.3, high=1.5, source="fitted: P29 E79; enrolment is lower for low income and low support"
    )
    joint_activity = weight(0.867, low=0.4, high=1.5, source="assumed: as an event")
    evening = weight(0.80, low=0.3, high=1.5, source="assumed: as a course")
    talk = weight(0.508, low=0.2, high=1.2, source="fitted: NHES 2019 K-2")
    teacher_visit = weight(0.60, low=0.2, high=1.2, source="assumed: as a talk")
    trained_visit = weight(0.60, low=0.2, high=1.2, source="assumed: as a talk")
    note = weight(0.30, low=0.0, high=0.8, source="assumed")
    exchange = weight(0.50, low=0.1, high=1.2, source="assumed: as a talk")
    message = weight(0.30, low=0.0, high=0.8, source="assumed")
    library = weight(0.50, low=0.0, high=1.0, source="assumed")
    sitting = weight(0.60, low=0.2, high=1.2, source="assumed: as a talk")
    hub = weight(0.80, low=0.3, high=1.5, source="assumed: as a course")


@parameters
class Burden:
    """How much of a family's time each channel asks for, an evening at school being 1."""

    event = weight(1.0, low=0.5, high=1.5, source="assumed")
    volunteer = weight(1.0, low=0.5, high=2.0, source="assumed")
    meeting = weight(1.0, low=0.5, high=1.5, source="assumed")
    committee = weight(1.0, low=0.5, high=3.0, source="assumed")
    course = weight(1.5, low=0.8, high=2.5, source="assumed")
    joint_activity = weight(1.0, low=0.5, high=1.5, source="assumed")
    evening = weight(1.2, low=0.6, high=2.0, source="assumed: a long evening, but with a meal")
    talk = weight(0.8, low=0.3, high=1.2, source="assumed")
    teacher_visit = weight(0.5, low=0.2, high=1.0, source="assumed: no way to school")
    trained_visit = weight(0.5, low=0.2, high=1.0, source="assumed: no way to school")
    note = weight(0.1, low=0.0, high=0.3, source="assumed")
    exchange = weight(0.2, low=0.0, high=0.5, source="assumed")
    message = weight(0.1, low=0.0, high=0.3, source="assumed")
    library = weight(0.2, low=0.0, high=0.5, source="assumed")
    sitting = weight(1.0, low=0.5, high=1.5, source="assumed: an evening")
    hub = weight(0.6, low=0.2, high=1.2, source="assumed: one comes when one has time")


@parameters
class Help:
    """How far each channel already bridges another language."""

    event = weight(0.0, low=0.0, high=0.5, source="assumed")
    volunteer = weight(0.0, low=0.0, high=0.5, source="assumed")
    meeting = weight(0.0, low=0.0, high=0.7, source="assumed; P24: 70% of schools offer interpreters")
    committee = weight(0.0, low=0.0, high=0.5, source="assumed")
    course = weight(0.2, low=0.0, high=0.7, source="assumed")
    joint_activity = weight(0.3, low=0.0, high=0.7, source="assumed: doing needs fewer words")
    evening = weight(0.3, low=0.0, high=0.7, source="assumed: families of one language sit together")
    talk = weight(0.5, low=0.2, high=0.8, source="P24: 70% of schools offer interpreters")
    teacher_visit = weight(0.3, low=0.0, high=0.7, source="assumed")
    trained_visit = weight(0.5, low=0.0, high=0.9, source="assumed: visitors are chosen by language")
    note = weight(0.3, low=0.0, high=0.7, source="assumed")
    exchange = weight(0.4, low=0.0, high=0.9, source="assumed: the service translates, not always well")
    message = weight(0.6, low=0.2, high=1.0, source="assumed: messages are translated")
    library = weight(0.3, low=0.0, high=0.7, source="assumed")
    sitting = weight(0.0, low=0.0, high=0.5, source="assumed: as a committee")
    hub = weight(0.5, low=0.2, high=0.9, source="assumed: staff are chosen by language")


@parameters
class Course:
    """Sessions of a course, once enrolled."""

    once_enrolled = logit(0.12, low=-0.5, high=1.0, source="fitted: P30")


@parameters
class Invitation:
    """Who is written to, met or talked to feels invited to the next (§4.3)."""

    by_contact = per_contact(0.25, low=0.05, high=0.5, source="assumed; E08 for messages")
    fading = per_week(0.20, low=0.05, high=0.5, source="assumed: half gone in three weeks")


@rule
def invited_after_a_week(invitation, kept_up, p):
    """An invitation is forgotten by a share a week, down to what is kept up by asking again."""
    return kept_up + (invitation - kept_up) * (1.0 - p.fading)


@rule
def conviction(role, confidence, trust, agreement, p):
    """Who feels responsible, able, trusting and of one mind with the school is readier than who is half so (½ each)."""
    return (
        p.role * (role - 0.5)
        + p.confidence * (confidence - 0.5)
        + p.trust * (trust - 0.5)
        + p.agreement * (agreement - 0.5)
    )


@rule
def standing(propensity, ses, private, siblings, p):
    """Means, a private school and one or two siblings raise readiness; a personal propensity lasts."""
    one_or_two = 1.0 if siblings == 1 or siblings == 2 else 0.0
    return p.propensity_sd * propensity + p.ses * ses + p.private * private + p.siblings * one_or_two


@rule
def obstacle(pressure, burden, distance, help, p):
    """Time pressure counts by what the offer asks, distance by what is not bridged by help."""
    return p.time * pressure * burden + p.language * distance * (1.0 - help)


@rule
def help_with_language(channel, interpreter, learned):
    """The channel or an interpreter bridges a part, whichever is more; what a teacher has learned bridges a part of the rest."""
    return 1.0 - (1.0 - max(channel, interpreter)) * (1.0 - learned)


@rule
def leaning(readiness, norm, obstacle, appeal, sharpness, p):
    """An offer appeals by itself, and the more so to the ready, to those whose friends came, and to the unhindered."""
    return appeal + sharpness * (readiness + p.norm * (norm - 0.5) - obstacle)


@rule
def chance_of_taking_up(leaning):
    """Even odds where nothing leans either way."""
    return 1.0 / (1.0 + exp(-leaning))


@rule
def paid_for(incentive, p):
    """A payment that covers the family's time makes an offer appeal more."""
    return p.incentive * incentive


@rule
def attends_once_enrolled(leaning, p):
    """Who has enrolled attends a session about as readily as it enrolled."""
    return leaning + p.once_enrolled

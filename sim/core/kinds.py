"""What tables and rules count by: domains of development, channels of contact, payers, strands of practice."""

from enum import IntEnum


class Domain(IntEnum):
    """What develops in a child (§2, §6)."""

    LANGUAGE = 0
    NUMERACY = 1
    SOCIAL = 2
    SELF_REGULATION = 3
    CREATIVITY = 4
    WELLBEING = 5


class Channel(IntEnum):
    """Ways in which home and school meet. Up to EVENING the whole class is asked at once, the others family by family."""

    EVENT = 0
    VOLUNTEER = 1
    MEETING = 2
    COMMITTEE = 3
    COURSE = 4
    JOINT_ACTIVITY = 5
    EVENING = 6
    TALK = 7
    TEACHER_VISIT = 8
    TRAINED_VISIT = 9
    NOTE = 10
    EXCHANGE = 11
    MESSAGE = 12
    LIBRARY = 13
    SITTING = 14
    HUB = 15


LAST_CLASS_CHANNEL = Channel.EVENING  # class channels come first, so that `channel <= LAST_CLASS_CHANNEL` tells them
WITHOUT_PRESCHOOL = (
    Channel.TRAINED_VISIT,
    Channel.MESSAGE,
    Channel.LIBRARY,
    Channel.HUB,
)  # what reaches a family whose child stays home


PROGRAMME = 64  # serials of offers from here on are what is done beyond the routine
OF_PARTNERS, OF_FUND = 2 * PROGRAMME, 3 * PROGRAMME  # and these are given by organisations, or bought by committees


class Enrolment(IntEnum):
    """What a family answered to this school year's course."""

    NOT_ASKED = 0
    ENROLLED = 1
    DECLINED = 2


class Strand(IntEnum):
    """What practice at home can be good at; a course has one of them (or two) as its topic."""

    READING = 0
    GUIDANCE = 1
    CONCEPTS = 2


class Payer(IntEnum):
    """Whose hours and money an offer uses."""

    SCHOOL = 0
    PROGRAMME = 1


DOMAINS = tuple(d.name.lower() for d in Domain)
CHANNELS = tuple(c.name.lower() for c in Channel)
PAYERS = tuple(p.name.lower() for p in Payer)
STRANDS = tuple(s.name.lower() for s in Strand)
SUBSTITUTES = 1.0  # the second word of Effort.form
WAYS = 3  # of approaching a family: a letter, a talk, a go-between
ROUND = 4  # weeks in which every class thinks again once
TIES = 6  # slots for ties a family

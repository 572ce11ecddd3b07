"""Families: who they are, and what changes about them."""

import numpy as np

from sim.core.declare import table
from sim.core.kinds import CHANNELS, STRANDS
from sim.core.units import (
    SEVEN_DIGITS,
    channels_column,
    code_column,
    count_column,
    few_column,
    per_channel_column,
    per_domain_column,
    ratio_column,
    real_column,
    row_column,
    sd_column,
    share_column,
    small_count_column,
    wide_column,
)


@table
class Families:
    """One row a family: the adults who bring one child to preschool. Rows lie in the order of classes."""

    # given at the start
    who = count_column(
        "the family's own number; its luck hangs on it, not on its row", written_by="population", unit="number"
    )
    room = row_column("its class (a row of teachers)", written_by="population")
    preschool = row_column("its preschool", written_by="population")
    ses = sd_column("income and education together, standardised over the nation's families", written_by="population")
    fifth = code_column("fifth of SES within the place, 0 poorest to 4", written_by="population")
    income = code_column(
        "household income, 1 (up to 10,000 USD) to 12 (over 250,000), as in NHES 2019", written_by="population"
    )
    education = code_column(
        "parents' highest education, 1 (less than high school) to 5 (graduate degree)", written_by="population"
    )
    two_parents = code_column("1 where two parents live in the home", written_by="population")
    work = code_column("first parent's paid hours a week: 0 none, 1 up to 34, 2 35 or more", written_by="population")
    siblings = code_column("other children in the home, 3 for three or more", written_by="population")
    language = code_column(
        "what the child speaks at home: 0 the school's language, 1 both, 2 another", written_by="population"
    )
    private = code_column("1 where the preschool is private", written_by="population")
    pressure = real_column(
        "pressure", "how short of time: 0 nobody works, about 1 a full-time parent", written_by="population"
    )
    distance = share_column("distance of home language and culture from the school's", written_by="population")
    propensity = sd_column("lasting readiness to take part in anything", written_by="population", kept=SEVEN_DIGITS)
    role_at_start = share_column(
        "share of the child's education the family holds itself responsible for",
        written_by="population",
        kept=SEVEN_DIGITS,
    )
    outspoken = share_column(
        "how readily it says to the school what it thinks", written_by="population", kept=SEVEN_DIGITS, start=0.7
    )
    approach = code_column(
        "way of being approached that suits it: 0 letter, 1 talk, 2 go-between", written_by="population"
    )
    values_at_start = per_domain_column(
        "weight", "what the family values, six weights that add to one", written_by="population"
    )
    information_habit = share_column(
        "what the family knows of its child at school without any contact", written_by="population", kept=SEVEN_DIGITS
    )
    trust_habit = sd_column("lasting personal difference of trust", written_by="population", kept=SEVEN_DIGITS)
    expected = ratio_column(
        "what the culture expects of a teacher's effort, against the truth", written_by="population", kept=SEVEN_DIGITS
    )
    quality_at_start = wide_column(
        "SD", SEVEN_DIGITS, len(STRANDS), "quality of practice by strand before anything", written_by="population"
    )
    stagger = share_column(
        "where in the round of individual contacts the family's turn falls", written_by="population", kept=SEVEN_DIGITS
    )

    # decided when a term starts
    office = code_column("1 for a member of the parent committee", written_by="term")
    put_first = share_column(
        "how far committee or evaluation ask for hours for families like it", written_by="term", kept=SEVEN_DIGITS
    )
    told = share_column(
        "what it hears anyway, from friends on the committee or of an evaluation",
        written_by="term",
        kept=SEVEN_DIGITS,
    )
    invited = share_column("how far it is asked again and again, week by week", written_by="term", kept=SEVEN_DIGITS)

    content_before = share_column(
        "how content it was when the term before last ended", written_by="term", kept=SEVEN_DIGITS
    )

    # what changes
    help = share_column("share of its contacts with an interpreter", written_by="term", kept=SEVEN_DIGITS)
    information = share_column("share of what there is to know of its child at school that it knows", written_by="meet")
    felt_quality = share_column("how good contacts with the teacher have felt", written_by="meet", start=0.5)
    trust = share_column("trust that the teacher acts in the child's interest", written_by="meet", start=0.5)
    fit = real_column(
        "difference of shares",
        "how much more often its teacher uses the way that suits it than schools do by custom",
        written_by="meet",
    )
    invitation = share_column("how far the family feels invited", written_by="meet")
    reached = few_column("weeks since the last contact", written_by="meet", unit="weeks")
    agreement = share_column("overlap of its values with the preschool's goals", written_by="spread", start=0.5)
    values = per_domain_column("weight", "what the family values now, six weights that add to one", written_by="spread")
    asked_last = channels_column("in which it was asked when they were last held", written_by="spread")
    came_last = channels_column("in which it came when they were last held", written_by="spread")
    role = share_column("share of the child's education the family holds itself responsible for now", written_by="home")
    confidence = share_column("confidence that it can help its child", written_by="home", start=0.5)
    belief = ratio_column("effort it believes the teacher makes for its child", written_by="home")
    effort = ratio_column("time of practice at home", written_by="home")
    readiness = real_column(
        "logit", "how ready for anything the school offers it last found itself, invitations apart", written_by="home"
    )
    friends_came = wide_column(
        "share",
        SEVEN_DIGITS,
        len(CHANNELS),
        "share of the tied families asked last time that came, as it last heard, closer ones counting more",
        written_by="spread",
        start=0.5,
    )
    use_of_tips = share_column("how useful a tip is at the level of its child", written_by="home")
    wanted = ratio_column("time of practice that it last thought best, without any push", written_by="home")
    urge = real_column("log ratio", "push to practise more left by messages and visits", written_by="home")
    quality = wide_column("SD", np.float64, len(STRANDS), "quality of practice at home by strand", written_by="home")
    materials = share_column("books and other materials in use at home", written_by="home")
    fatigue = share_column("tiredness of messages", written_by="answer")
    offered = per_channel_column("times asked so far", written_by="answer")
    joined = per_channel_column("times it came, answered or read this year", written_by="answer")
    programme_offered = small_count_column("times asked so far by what is not routine", written_by="answer")
    programme_joined = small_count_column("times it came to what is not routine", written_by="answer")
    worked_together = code_column(
        "1 once it came to what a programme does with parents: a course, a visit, an evening", written_by="answer"
    )
    enrolled = code_column("course of this school year: 0 not asked yet, 1 enrolled, 2 declined", written_by="answer")
    borrows = code_column(
        "libraries it borrows from, one bit each: the strategy's, a partner's, the fund's", written_by="answer"
    )

"""What this week holds: offers, answers, and the causes that contacts leave for the phases after them."""

import numpy as np

from sim.core.declare import table
from sim.core.kinds import DOMAINS, STRANDS
from sim.core.units import (
    channels_column,
    code_column,
    count_column,
    few_column,
    real_column,
    row_column,
    share_column,
    small_count_column,
    wide_column,
)


@table
class ThisWeek:
    """One row a family: what this week brings. Joint benefit is worked out anew every fourth week."""

    cancelled = few_column("contacts promised and cancelled", written_by="plan")
    asked_now = channels_column("in which it was asked", written_by="answer")
    came_now = channels_column("in which it came", written_by="answer")
    family_minutes = small_count_column(
        "minutes the family gave to school contacts", written_by="answer", unit="minutes"
    )
    lessons = wide_column(
        "share of the way",
        np.float64,
        len(STRANDS),
        "how far sessions and visits close the way to the ceiling",
        written_by="meet",
    )
    heard = share_column("how far a meeting it came to listened", written_by="meet")
    nudges = real_column("nudges", "tips read that suit the child, and goals set together", written_by="meet")
    encouraged = code_column("1 after a lesson, whatever of", written_by="meet")
    joint = real_column("benefit", "joint benefit of home and school effort", written_by="classroom")
    teaching = real_column("SD", "teaching less ordinary teaching", written_by="classroom")


@table
class Timetable:
    """One row an offer of the term, written by the routine and the strategy when a term starts, read by the week."""

    channel = row_column("the channel it uses", written_by="term")
    payer = row_column("whose hours and money it uses", written_by="term")
    first = count_column("first week", written_by="term", unit="week")
    last = count_column("last week", written_by="term", unit="week")
    rate = real_column("a school week", "how often", written_by="term")
    times = count_column("how many times, one after the other; 0 for an offer by rate", written_by="term")
    every = count_column("school weeks from one of these to the next", written_by="term", unit="weeks", start=1)
    once = code_column("1 if it is made once, in the first week", written_by="term")
    strength = real_column(
        "dose", "length of a session, 90 minutes being 1; worth of the books lent", written_by="term", start=1.0
    )
    goals = share_column("how far a goal is set with the parents", written_by="term")
    reward = share_column("how far reaching it is rewarded", written_by="term")
    listening = share_column("how far a meeting listens as well as tells", written_by="term")
    topic = code_column(
        "0 reading, 1 behaviour, 2 both, 3 concepts; for messages 0 practice, 1 school life", written_by="term"
    )
    incentive = share_column("share of the family's time that is paid for", written_by="term")
    minutes = count_column("teacher's minutes a contact, or a class event", written_by="term", unit="minutes")
    cents = count_column("money a contact, or a class event", written_by="term", unit="cents")
    cents_each = count_column(
        "money for each family that comes, beside what a class event costs", written_by="term", unit="cents"
    )
    gives = count_column(
        "minutes of the teacher's work that a family who comes takes over", written_by="term", unit="minutes"
    )
    serial = count_column("number of the offer, for its luck", written_by="term", unit="number")
    mandated = code_column("1 if law asks for it", written_by="term")
    whom = row_column("the group of families it is for, a bit of `whom`", written_by="term")
    held = row_column("row of the calendar of class events", written_by="term")
    open = code_column("1 if this week lies in its weeks", written_by="plan")
    turn = share_column("where its round of single contacts stands this week", written_by="plan")


@table
class Conditions:
    """One row a class: what place, policy and budget give it. Set when a term starts."""

    minutes_a_week = count_column("teacher's minutes a week for families", written_by="term", unit="minutes")
    cents_a_year = count_column("money for families a year", written_by="term", unit="cents")
    allocation = code_column(
        "who goes first when hours are short: 0 lot, 1 neediest, 2 who asks first", written_by="term"
    )
    clarity = share_column("how clearly rights and duties are written down", written_by="term")
    parent_duties = share_column("the family's part of what is nobody's", written_by="term", start=0.5)
    shortest = share_column("share of its ordinary time that a contact can be cut to", written_by="term")
    minutes_granted = count_column("minutes a school week that tied money pays for", written_by="term", unit="minutes")
    cents_granted = count_column("tied money for material a year", written_by="term", unit="cents")
    cents_authority = count_column("what the authority pays for both, a school week", written_by="term", unit="cents")
    watched = share_column("how closely parents watch whether promises are kept", written_by="term")
    help_minutes = count_column(
        "minutes a school week that others than the teacher work for the class", written_by="term", unit="minutes"
    )
    children_taught = real_column("children", "children a teacher has, extra teachers counted", written_by="term")
    skill_lesson = share_column("share of the way to skill with families closed a school week", written_by="term")
    quality_lesson = share_column("share of the way to better teaching closed a school week", written_by="term")
    upkeep_minutes = count_column("teacher's own minutes a school week in training", written_by="term", unit="minutes")
    upkeep_cents = count_column("preschool's money a school week for conditions", written_by="term", unit="cents")
    hired_minutes = count_column("programme's minutes a school week for conditions", written_by="term", unit="minutes")
    hired_cents = count_column("programme's money a school week for conditions", written_by="term", unit="cents")


@table
class Ledger:
    """One row a class: hours and money since week 1, by payer, in whole minutes and cents."""

    minutes_given = count_column("by the preschool", written_by="classroom", unit="minutes")
    minutes_overtime = count_column("by the teacher, beyond what is given", written_by="classroom", unit="minutes")
    minutes_raised = count_column("by office and volunteers", written_by="classroom", unit="minutes")
    minutes_helped = count_column("of these, used", written_by="classroom", unit="minutes")
    minutes_contacts = count_column("used in contacts", written_by="classroom", unit="minutes")
    minutes_attention = count_column("used on single children", written_by="classroom", unit="minutes")
    minutes_training = count_column("used in training", written_by="classroom", unit="minutes")
    minutes_lapsed = count_column("not used in time", written_by="classroom", unit="minutes")
    minutes_hired = count_column("given and used by the programme", written_by="classroom", unit="minutes")
    minutes_granted = count_column("that tied money adds", written_by="classroom", unit="minutes")
    cents_given = count_column("by the preschool", written_by="classroom", unit="cents")
    cents_granted = count_column("tied money for material", written_by="classroom", unit="cents")
    cents_authority = count_column(
        "paid by the authority, the hours that tied money adds among it", written_by="classroom", unit="cents"
    )
    cents_used = count_column("of the preschool's money", written_by="classroom", unit="cents")
    cents_lapsed = count_column("of the preschool's money, at the end of a year", written_by="classroom", unit="cents")
    cents_hired = count_column(
        "given and used by the programme, teachers' hired hours apart",
        written_by="classroom",
        unit="cents",
    )
    promised = count_column("contacts promised", written_by="classroom")
    cancelled = count_column("contacts promised and cancelled", written_by="classroom")
    mandated = count_column("contacts promised because law asks for them", written_by="classroom")
    mandated_cancelled = count_column("of these, cancelled", written_by="classroom")
    family_minutes = count_column("given by families", written_by="classroom", unit="minutes")
    family_minutes_paid = count_column("of these, paid for", written_by="classroom", unit="minutes")


assert len(DOMAINS) == 6  # the week draws six noises at once

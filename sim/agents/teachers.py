"""Teachers, one a class: who they are, their hours, and what each holds about each family."""

import numpy as np

from sim.core.declare import table
from sim.core.kinds import WAYS
from sim.core.units import (
    SEVEN_DIGITS,
    code_column,
    count_column,
    ratio_column,
    real_column,
    row_column,
    sd_column,
    share_column,
    wide_column,
)


@table
class Teachers:
    """One row a class and its teacher; `first` to `first + children` are the rows of its families."""

    room = count_column("the class's own number; its luck hangs on it", written_by="population", unit="number")
    preschool = row_column("its preschool", written_by="population")
    first = row_column("row of its first family", written_by="population")
    children = count_column("children in the class", written_by="population")
    desk = row_column("where its offers, answers and aims of the week lie while it lives it", written_by="term")
    quality = sd_column("teaching quality, in SD of centres", written_by="population")
    skill = share_column("skill with families of other cultures", written_by="population", start=0.3)
    skill_learned = share_column("skill with families added by training", written_by="classroom")
    quality_learned = sd_column("teaching quality added by training", written_by="classroom")
    approach = wide_column(
        "share",
        np.float64,
        2 * WAYS,
        "how often she uses each way with families of the school's language, then with the others",
        written_by="meet",
    )
    suited = wide_column(
        "contacts", np.int64, 2 * WAYS, "contacts of this week by the way that suited", written_by="meet"
    )
    trades_shown = share_column(
        "how much of what parents' trades can show her class is in use in it", written_by="meet"
    )
    cultures_shown = share_column(
        "how much of what homes of another language can show her class is in use in it", written_by="meet"
    )
    # this week's hours and money, in whole minutes and cents
    minutes_given = count_column("minutes for families given this week", written_by="plan", unit="minutes")
    minutes_help = count_column("minutes others work for the class this week", written_by="plan", unit="minutes")
    minutes_overtime = count_column(
        "minutes beyond the given ones the teacher adds this week", written_by="plan", unit="minutes"
    )
    minutes_training = count_column(
        "given minutes that go to the teacher's own training this week", written_by="plan", unit="minutes"
    )
    cents_upkeep = count_column(
        "given money that goes to conditions of the class this week", written_by="plan", unit="cents"
    )
    minutes_granted = count_column("minutes that tied money adds this week", written_by="plan", unit="minutes")
    cents_granted = count_column("tied money for families this week", written_by="plan", unit="cents")
    promised = count_column("contacts that this week's offers promise", written_by="plan")
    mandated = count_column("contacts among them that law asks for", written_by="plan")
    mandated_cancelled = count_column("of these, cancelled", written_by="plan")
    cents_given = count_column("money for families given this week", written_by="plan", unit="cents")
    hurried = real_column("share", "share of the ordinary time a contact gets this week", written_by="plan", start=1.0)
    demand = ratio_column("hours asked for this week against hours there are", written_by="plan", start=0.0)
    minutes_in_contacts = count_column("minutes used in contacts this week", written_by="answer", unit="minutes")
    minutes_volunteered = count_column(
        "minutes of her work that volunteers take over this week", written_by="answer", unit="minutes"
    )
    minutes_paid = count_column("minutes of families that are paid for this week", written_by="answer", unit="minutes")
    cents_in_contacts = count_column("money used in contacts this week", written_by="answer", unit="cents")
    minutes_hired = count_column("minutes the programme pays for this week", written_by="answer", unit="minutes")
    cents_hired = count_column("money the programme pays this week", written_by="answer", unit="cents")
    minutes_left = count_column("minutes carried to the next week", written_by="classroom", unit="minutes")
    cents_left = count_column("money left", written_by="classroom", unit="cents")
    strain = share_column("how overworked the teacher is", written_by="classroom")


@table
class Attention:
    """One row a family: what its teacher knows, believes and gives."""

    knowledge = share_column(
        "share of what there is to know of the child at home that the teacher knows", written_by="meet"
    )
    trust = share_column("the teacher's trust in the family", written_by="meet", start=0.5)
    belief = ratio_column("effort the teacher believes the family makes", written_by="classroom")
    responsibility = share_column(
        "share of the child's education the teacher feels responsible for", written_by="classroom"
    )
    effort = ratio_column("time the teacher gives this child beyond ordinary teaching", written_by="classroom")
    wanted = ratio_column("the effort she would make had she the hours", written_by="classroom")
    plan_by = code_column(
        "plan for the child: 0 none, 1 by the teacher alone, 2 agreed with the parents", written_by="term"
    )
    plan = share_column(
        "how far what she knows of the child is put to use by a plan", written_by="term", kept=SEVEN_DIGITS
    )
    plan_agreed = share_column("how far the plan is the parents' too", written_by="term", kept=SEVEN_DIGITS)
    responsibility_at_start = share_column(
        "the same before anything", written_by="population", kept=SEVEN_DIGITS, start=0.5
    )
    expected = ratio_column(
        "what she expects of the family's effort, against the truth", written_by="population", kept=SEVEN_DIGITS
    )

"""Committee, office, volunteers, organisations, plans, and looking back (§3.2, §3.3, §4.3, §5.2, §5.3)."""

from sim.core.mechanism import Mechanism

learning_plans = Mechanism(
    "learning_plans",
    "3.2",
    "A plan for each child puts to use what the teacher knows of it and, agreed with the parents, binds home and school.",
    moves=(("language", "+"),),
    off={"strategy.learning_plans": None},
)

organisations = Mechanism(
    "organisations",
    "3.3",
    "Organisations of the neighbourhood choose preschools that reach out, and give courses, books, activities, visits.",
    moves=(("offers", "+"),),
    off={"strategy.partnerships": None, "Organisation.outreach": 0.0},
)

outside_evaluation = Mechanism(
    "outside_evaluation",
    "3.3",
    "Who asks from outside hears more of the truth.",
    moves=(("error_of_evaluation", "-"),),
    off={"Evaluation.outside": 0.0},
)

committee_fund = Mechanism(
    "committee_fund",
    "4.3",
    "The parent committee spends a fund on what its members and their friends miss.",
    moves=(("offers", "+"),),
    off={"strategy.parent_committee.fund_per_child": 0.0},
)

barrier_feedback = Mechanism(
    "barrier_feedback",
    "4.3",
    "The committee reports what keeps parents away, and they are asked again in a way that suits.",
    moves=(("school_participation", "+"),),
    off={"Committee.asks_after": 0.0},
    setting={"strategy": {"parent_committee": {}}},  # where an office asks everybody there is nothing left to report
)

office = Mechanism(
    "office",
    "4.3",
    "Somebody whose job it is prepares contacts, asks families and wins partners.",
    moves=(("contacts", "+"),),
    off={"strategy.cooperation_office": None, "budget.coordinator_hours": 0.0},
    setting={"strategy": {"cooperation_office": {}}},  # beside everything at once nobody is left who is not asked
)

volunteers = Mechanism(
    "volunteers",
    "4.3",
    "Parents who give hours to the class take work off its teacher, and show the children what they know.",
    moves=(("teacher_hours", "-"),),
    off={"strategy.volunteers": None},
    setting={"strategy": {"funded": False, "volunteers": {}}},  # not where every hour is hired
)

committee_voice = Mechanism(
    "committee_voice",
    "5.2",
    "What the committee proposes and carries moves what the preschool stands for.",
    moves=(("agreement", "+"),),
    off={"Committee.step": 0.0},
)

promises_watched = Mechanism(
    "promises_watched",
    "5.2",
    "Where parents watch whether promises are kept, teachers give more of their own time, and agreed plans bind both more.",
    moves=(("promises_cancelled", "-"),),
    off={"Committee.effort_when_watched": 0.0, "LearningPlans.binds_when_watched": 0.0},
    setting={"strategy": {"parent_committee": {"voice": 1.0}}, "budget": {"teacher_hours": 1.0}},
)

evaluation = Mechanism(
    "evaluation",
    "5.3",
    "Each term the preschool asks what helped and who was not reached, and moves hours there.",
    moves=(("reach", "+"),),
    off={"strategy.evaluation": None},
    setting={  # a first plan that is wrong: the preschool's own hours go into notes that nobody meets over
        "strategy": {"funded": False, "evaluation": {}, "notes": {"per_month": 6}, "talks": {"per_year": 2}},
        "weeks": 104,
    },
)

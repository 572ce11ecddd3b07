"""What law asks for and pays (§4.2)."""

from sim.core.mechanism import PLACES_OWN, Mechanism

mandates = Mechanism(
    "mandates",
    "4.2",
    "Law asks for meetings, talks, visits, notes and a committee.",
    moves=(("contacts", "+"),),
    off={
        "policy.meetings_a_year": 0.0,
        "policy.talks_a_year": 0.0,
        "policy.visits_a_year": 0.0,
        "policy.notes_a_month": 0.0,
        "policy.committee": 0.0,
    },
)

clarity = Mechanism(
    "clarity",
    "4.2",
    "Written rights and duties say who is responsible for what.",
    moves=(("responsibility_shifted", "-"),),
    off={"policy.clarity": 0.0, "strategy.clear_rules": None},
)

double_reduction = Mechanism(
    "double_reduction",
    "4.2",
    'Policy takes academic weight out of the preschool\'s goals ("double reduction").',
    moves=(("numeracy", "-"), ("creativity", "+")),
    off={"policy.academic_emphasis": PLACES_OWN},
    setting={"policy": {"academic_emphasis": 0.25}, "against": {"strategy": "routine", "policy": {}}},
)

inspection = Mechanism(
    "inspection",
    "4.2",
    "What is inspected is kept rather than cancelled, and rushed for it.",
    moves=(("contact_quality", "-"),),
    off={"policy.inspection": 0.0},
    setting={  # law asks for more than hours allow, and nobody hires any
        "strategy": "routine",
        "policy": {"inspection": 1.0, "talks_a_year": 6},
        "budget": {"teacher_hours": 1.0},
    },
)

earmarked_funds = Mechanism(
    "earmarked_funds",
    "4.2",
    "Money and hours are tied to work with families, so that promises can be kept.",
    moves=(("offers_kept", "+"),),
    off={"strategy.earmarked_funds": None, "policy.earmarked_per_child": 0.0},
    setting={"budget": {"teacher_hours": 1.0}},
)

consultation = Mechanism(
    "consultation",
    "4.2",
    "Preschools that are heard bring mandates towards what can be kept.",
    moves=(("mandates_kept", "+"),),
    off={"strategy.consultation": None, "policy.consultation": 0.0},
    setting={"policy": {"talks_a_year": 6}, "budget": {"teacher_hours": 1.0}},
)

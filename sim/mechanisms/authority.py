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
    off={"policy.clarity": 0.0},
)

double_reduction = Mechanism(
    "double_reduction",
    "4.2",
    'Policy takes academic weight out of the preschool\'s goals ("double reduction").',
    moves=(("numeracy", "-"), ("creativity", "+")),
    off={"policy.academic_emphasis": PLACES_OWN},
    setting={"policy": {"academic_emphasis": 0.25}, "against": {"strategy": "routine", "policy": {}}},
)

"""What families hold to be right, and how far their culture is from the school's (§4.1)."""

from sim.core.mechanism import Mechanism

entrusting_role = Mechanism(
    "entrusting_role",
    "4.1",
    "Some families entrust education to the school and hold themselves little responsible.",
    moves=(("practice_time", "-"),),
    off={"culture.entrusting": 0.0},
)

language_distance = Mechanism(
    "language_distance",
    "4.1",
    "Another language and culture make it harder to come, and spoil contacts that are not bridged.",
    moves=(("gap_in_reach", "+"),),
    off={"culture.distance": 0.0},
)

fitting_strategy = Mechanism(
    "fitting_strategy",
    "4.1",
    "Teachers learn from contact and training which way of approaching a family suits: letter, talk, go-between.",
    moves=(("gap_in_reach", "-"),),
    off={"Fitting.by_contact": 0.0},
    setting={
        "culture": {"other_language": 0.4},
        "strategy": {"teacher_training": {}, "talks": {}, "meetings": {}},  # visits to everybody would hide who comes
    },
    reason="It draws in families of another language, rich and poor alike; a gap between rich and poor shows a part of that, "
    "which may take a hundred pairs of runs to be told.",
)

deference = Mechanism(
    "deference",
    "4.1",
    "Where families defer to the school, they tell it less and ask for less.",
    moves=(("proposals_carried", "-"),),
    off={"culture.deference": 0.0},
)

"""What parents and preschool come to share: goals, ties, norms (§5.2, §5.3)."""

from sim.core.mechanism import Mechanism

shared_goals = Mechanism(
    "shared_goals",
    "5.2",
    "Families are drawn to the preschool's goals as far as they know and trust it, and its goals follow what parents say.",
    moves=(("agreement", "+"),),
    off={"Goals.preschool": 0.0, "Goals.voice_of_meetings": 0.0, "Listening.voice": 0.0},
)

values_spread = Mechanism(
    "values_spread",
    "5.2",
    "Parents who know one another move one another's values.",
    moves=(("agreement", "+"),),
    off={"Goals.friends": 0.0},
)

norms = Mechanism(
    "norms",
    "5.3",
    "Who sees friends come, comes sooner; who sees them stay away, stays away.",
    moves=(("school_participation", "+"),),
    off={"Readiness.norm": 0.0},
    setting={"policy": {"committee": 0}},  # the one activity in which few take part, so that a norm keeps them away
)

tie_forming = Mechanism(
    "tie_forming",
    "5.3",
    "Parents who meet get to know one another, sooner when alike, and come closer.",
    moves=(("isolated", "-"),),
    off={"TieChange.new": 0.0, "TieChange.closer": 0.0},
)

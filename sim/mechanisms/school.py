"""Hours, who gets them, and what teachers learn (§3.2, §4.3)."""

from sim.core.kinds import CHANNELS
from sim.core.mechanism import Mechanism

staff_training = Mechanism(
    "staff_training",
    "3.2",
    "Teachers learn to work with families of other cultures, or to teach.",
    moves=(("contact_quality", "+"),),
    off={"strategy.teacher_training": None},
)

allocation = Mechanism(
    "allocation",
    "3.2",
    "Where hours are short, the preschool's rule says who goes first: here the neediest, not the lot.",
    moves=(("gap_in_reach", "-"),),
    off={"staff.allocation": "equal"},
    setting={"staff": {"allocation": "neediest_first"}, "budget": {"teacher_hours": 0.7}, "strategy": "routine"},
)

workload = Mechanism(
    "workload",
    "4.3",
    "Contacts take hours; too much asked is rushed or cancelled, and strains.",
    moves=(("strain", "+"),),
    off={f"TeacherMinutes.{channel}": 0.0 for channel in CHANNELS if channel != "exchange"},  # whose hours are its dose
    setting={"budget": {"teacher_hours": 1.0}},
)

"""What families do at home, and what makes them (§3.1, §5.3)."""

from sim.core.mechanism import Mechanism

effort_game = Mechanism(
    "effort_game",
    "1",
    "Home and school each answer the effort they believe the other makes; without it each answers the ordinary.",
    moves=(("joint_benefit_reached", "+"),),
    off={"Effort.answering": 0.0},
)

practice_time = Mechanism(
    "practice_time",
    "3.1",
    "Messages and goals push families to practise more.",
    moves=(("practice_time", "+"),),
    off={"Effort.nudge": 0.0},
)

practice_quality = Mechanism(
    "practice_quality",
    "3.1",
    "Sessions, visits and shared activities teach families to practise better.",
    moves=(("language", "+"),),
    off={
        f"HomePractice.{name}": 0.0
        for name in ("session", "trained_visit", "teacher_visit", "goals_set", "joint_activity")
    },
)

diminishing_gains = Mechanism(
    "diminishing_gains",
    "3.1",
    "The more richer practice has added to a child already, the less a week of it adds; so with what poorer practice takes.",
    moves=(("language", "-"),),
    off={"Growth.most_from_home": 1e6},
)

lasting_gains = Mechanism(
    "lasting_gains",
    "6",
    "A part of what a child gains lasts; the rest is gone within a few years.",
    moves=(("language", "+"),),
    off={"Growth.lasting": 0.0},
)

joint_activities = Mechanism(
    "joint_activities",
    "5.3",
    "Parents and children read and play together at preschool, and take it home.",
    moves=(("practice_quality", "+"),),
    off={"strategy.joint_activities": None},
)

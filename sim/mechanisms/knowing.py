"""What each side knows of the other, and what they make of it (§1, §5.1)."""

from sim.core.mechanism import Mechanism

information = Mechanism(
    "information",
    "1",
    "Contacts tell each side what it does not know of the child; where nothing is told, misunderstanding stays.",
    moves=(("misperception", "-"),),
    off={"Telling": 0.0, "Hearing": 0.0},
)

beliefs = Mechanism(
    "beliefs",
    "5.1",
    "Beliefs about the other's effort move towards the truth as fast as information allows; else they stay at what is usual.",
    moves=(("distance_from_equilibrium", "-"),),
    off={"Information.belief_pace": 0.0},
)

in_step = Mechanism(
    "in_step",
    "1",
    "Who knows what the other does with the child carries it on; without it home and school each go their own way.",
    moves=(("language", "+"),),
    off={"InStep.at_home": 0.0, "InStep.together": 0.0},
)

listening = Mechanism(
    "listening",
    "5.1",
    "Meetings that ask as well as tell feel better, teach the teacher more, and carry further.",
    moves=(("trust", "+"),),
    off={"Listening": 0.0},
)

message_fatigue = Mechanism(
    "message_fatigue",
    "5.1",
    "Messages tire, a useless one more, and what tires is not read.",
    moves=(("practice_time", "-"),),
    off={"Messages.tiring": 0.0},
)

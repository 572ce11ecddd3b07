"""Small experiments that tests ask."""

SMALL = {
    "place": "us_preschool",
    "families": 40,
    "weeks": 20,
    "strategies": ["routine", "messages_three"],
    "design": "grid",
    "replicates": 2,
    "look_at": ["language", "teacher_hours"],
}


def asked(**changes):
    return SMALL | changes

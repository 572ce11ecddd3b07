"""Names one after the other: 'talks, notes and messages'. One place, for whoever writes a sentence."""


def listed(names):
    """'a', 'a and b', 'a, b and c'; nothing where there is none."""
    *most, last = names or [""]
    return f"{', '.join(most)} and {last}" if most else last

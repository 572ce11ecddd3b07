"""A number with its noun: '1 family', '2 families'. One place, so that nobody reads '1 runs'."""


def counted(number, noun, more=None):
    """'1 run', '2 runs', '1,200 families' (`more`: the word for several, where it is not the noun with an s)."""
    return f"{number:,} {noun if number == 1 else more or noun + 's'}"

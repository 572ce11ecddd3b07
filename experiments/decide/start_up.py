"""What a strategy costs once, in its first year, beyond its running: coaching, materials, training of leaders."""


def start_up(prices, doings, counts):
    """(ingredient, how many, money) of each intervention that has such costs; `counts`: how many classes, preschools."""
    return [(one, counts[one.per], one.price * counts[one.per]) for one in prices.start_up if one.name in doings]


def a_child(prices, doings, counts, children):
    """The same, in all and a child."""
    return sum(money for _, _, money in start_up(prices, doings, counts)) / children


def beyond_the_first(prices, doings, counts, children):
    """What each costs to begin with, a child; nothing is paid again for what the first has too. `doings`: a set by name."""
    there = next(iter(doings.values()))
    return {name: a_child(prices, does - there, counts, children) for name, does in doings.items()}


def counted(world):
    """How many classes and preschools there are."""
    tables = world.tables
    return {"class": tables.teachers.size, "preschool": tables.preschools.size, "district": 1}

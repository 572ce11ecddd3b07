"""What happens when a term starts, in this order. Nothing of an institution happens that is not on one of these lists."""

from sim.institutions import committee

OPENING = (
    committee.open_term,  # members are found, sit, propose and are heeded
)
KEEPING = (
    committee.keep_to_it,  # sittings are offered, promises watched, barriers answered
)


def open_term(term, *, new_year):
    """Decide what holds until the next term starts."""
    for decide in OPENING:
        decide(term, _theirs(term, decide), new_year)


def keep_to_it(term):
    """Turn what was decided into offers and conditions of the weeks that begin."""
    for provide in KEEPING:
        for request in _theirs(term, provide):
            provide(term, request)


def _theirs(term, act):
    """The requests for the institution whose file an act stands in."""
    name = act.__module__.rpartition(".")[2]
    return [request for request in term.requests if NAMES[name] == request.name]


NAMES = {"committee": "parent_committee"}  # file: intervention

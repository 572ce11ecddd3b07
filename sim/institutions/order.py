"""What happens when a term starts, in this order. Nothing of an institution happens that is not on one of these lists."""

from sim.institutions import committee, evaluation, hub, learning_plans, office, organisations

OPENING = (
    evaluation.open_term,  # the last term is looked back on, and plans change
    committee.open_term,  # members are found, sit, propose, are heeded, and spend their fund
    hub.open_term,  # who came to the hub last term got to know somebody there
    learning_plans.open_term,  # which children get a plan, and whose parents agree on it
)
BEGINNING = (  # in mid-term; a committee's members and organisations' partners are found when the next term starts
    evaluation.begin,  # how things stand is what the first look back compares with
    learning_plans.begin,  # plans are written for the rest of the term
)
KEEPING = (
    evaluation.keep_to_it,  # looking back takes time; who was out of reach is asked again
    committee.keep_to_it,  # sittings are offered, promises watched, barriers answered
    office.keep_to_it,  # a coordinator relieves teachers, asks families again, wins partners
    learning_plans.keep_to_it,  # teachers give the time that plans take
    organisations.keep_to_it,  # somebody goes and wins partners
    hub.keep_to_it,  # somebody keeps it open
)
GIVING = organisations.offer  # organisations choose partners, and give: first, and to each family once
OFFERING = (
    hub.offer,  # as far as it is open
    evaluation.offer,  # the preschool's own offers, as often as the report says
)
NAMES = {
    "committee": "parent_committee",
    "office": "cooperation_office",
    "hub": "community_hub",
    "organisations": "partnerships",
}  # file: intervention
FILE_OF = {act: act.__module__.rpartition(".")[2] for act in (*OPENING, *BEGINNING, *KEEPING, GIVING, *OFFERING)}
INTERVENTION_OF = {act: NAMES.get(file, file) for act, file in FILE_OF.items()}
INSTITUTIONS = frozenset(INTERVENTION_OF.values())


def open_term(term, *, new_year):
    """Decide what holds until the next term starts."""
    families = term.world.tables.families
    families.put_first[:] = 0.0  # what was decided for the last term is over
    families.told[:] = 0.0
    for decide in OPENING:
        decide(term, _theirs(term, decide), new_year)


def begin(term):
    """What is asked for from this week on, in mid-term, begins as far as it need not wait for the next term."""
    for start in BEGINNING:
        for request in _theirs(term, start):
            if request.doing.from_week == term.first:
                start(term, request)


def keep_to_it(term):
    """Turn what was decided into conditions of the weeks that begin, and say what they ask of hours and money."""
    for provide in KEEPING:
        for request in _theirs(term, provide):
            provide(term, request)


def offer(term):
    """Offers that hang on how much of a condition is paid for."""
    organisations.choose_partners(term)
    for request in organisations.each_family_once(_theirs(term, organisations.offer)):
        organisations.offer(term, request)
    for offers in OFFERING:
        for request in _theirs(term, offers):
            offers(term, request)


def _theirs(term, act):
    """The requests for the institution whose file an act stands in."""
    names = {INTERVENTION_OF[act]} | (
        {"cooperation_office"} if act is GIVING else set()
    )  # an office wins partners, too
    return [request for request in term.requests if request.name in names]

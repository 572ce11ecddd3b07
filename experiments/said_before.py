"""What is said of a scenario before it is lived, and kept beside its results: what waits, what never comes."""

import sim
from experiments.large import notes
from experiments.never_happens import in_a_scenario


def said_before(scenario):
    """Sentences, in this order."""
    return [*sim.what_waits(scenario), *notes(scenario), *in_a_scenario(scenario)]

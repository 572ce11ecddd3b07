"""What can be done. Every file in this folder is one intervention, known by the name of its file."""

from sim.core.errors import unknown
from sim.core.gather import gather
from sim.core.intervention import Intervention


def _is_one(thing):
    return isinstance(thing, type) and issubclass(thing, Intervention) and thing is not Intervention


INTERVENTIONS = dict(gather(__name__, __path__, _is_one))
for _name, _kind in INTERVENTIONS.items():
    _kind.name = _name
    _kind.Dose.title = _name  # so that messages say home_visits.per_year


def intervention(name, **settings):
    """The intervention of that name with its dose."""
    if name not in INTERVENTIONS:
        raise unknown("intervention", name, INTERVENTIONS, "sim/interventions/")
    return INTERVENTIONS[name](**settings)

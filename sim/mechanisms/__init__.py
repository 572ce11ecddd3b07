"""The paper's mechanisms, each with its switch (`without: [norms]` in a scenario). The files group them; all are found here."""

from sim.core.gather import gather
from sim.core.mechanism import Mechanism


def _in_order_of_the_paper(mechanism):
    return ([int(part) for part in mechanism.section.split(".")], mechanism.name)


_FOUND = [one for _, one in gather(__name__, __path__, lambda thing: isinstance(thing, Mechanism))]
MECHANISMS = {one.name: one for one in sorted(_FOUND, key=_in_order_of_the_paper)}

"""Where preschools lie, and which organisations are near them (§3.3)."""

import math

import numpy as np

from sim.agents.organisations import Organisations, Partnerships
from sim.core.chance import Ask, chance
from sim.core.declare import parameters
from sim.core.units import count, ratio

KINDS = 4


@parameters
class Neighbourhood:
    """How dense preschools and organisations lie."""

    preschools_an_organisation = count(4, low=2, high=12, source="assumed: so many to one organisation of each kind")
    apart = ratio(1.5, low=0.5, high=6.0, source="assumed: kilometres between neighbouring preschools in a town")
    near = count(8, low=2, high=20, source="assumed: preschools that an organisation has heard of")


def open_organisations(preschools, seed, p):
    """Organisations of each kind and the preschools near each; the places of preschools are filled in."""
    schools = preschools.size
    side = p.apart * math.sqrt(schools)
    for s in range(schools):
        preschools.east[s], preschools.north[s] = _place(seed, int(preschools.number[s]), side)
    of_each = max(1, round(schools / p.preschools_an_organisation))
    organisations = Organisations.with_rows(KINDS * of_each)
    organisations.number[:] = np.arange(organisations.size)
    organisations.kind[:] = np.arange(organisations.size) % KINDS
    for o in range(organisations.size):
        organisations.east[o], organisations.north[o] = _place(seed, 1_000_000 + o, side)
    return organisations, _near(organisations, preschools, int(p.near))


def _place(seed, number, side):
    return tuple(side * chance(seed, int(Ask.LIVES_AT), number, axis) for axis in (0, 1))


def _near(organisations, preschools, most):
    """The nearest preschools of each organisation."""
    kept = min(most, preschools.size)
    rows = Partnerships.with_rows(organisations.size * kept)
    for o in range(organisations.size):
        apart = np.hypot(preschools.east - organisations.east[o], preschools.north - organisations.north[o])
        nearest = np.argsort(apart, kind="stable")[:kept]
        those = slice(o * kept, (o + 1) * kept)
        rows.organisation[those], rows.preschool[those], rows.distance[those] = o, nearest, apart[nearest]
    return rows

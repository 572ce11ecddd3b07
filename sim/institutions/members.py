"""How the members of a parent committee are found: volunteers, election, lot, or one from each group (§4.3)."""

from dataclasses import dataclass, field

import numpy as np

from sim.core.chance import Ask
from sim.core.kinds import Channel
from sim.institutions.roster import friends_of
from sim.population.lots import lots
from sim.rules.committee import serves_when_drawn
from sim.rules.ties import likeness
from sim.week.would_come import chances_of_coming


@dataclass(frozen=True)
class Calling:
    """All families asked to serve this year: how ready each is, and its luck."""

    world: object = field(repr=False)
    willing: np.ndarray
    votes: np.ndarray
    stands: np.ndarray
    drawn: np.ndarray

    def eagerness(self, rows):
        """Who stands of itself (below 1) and how eagerly, the lowest first."""
        return self.stands[rows] / np.maximum(self.willing[rows], 1e-12)


def calling(term):
    """Ask everybody once for the school year."""
    world, t, numbers, year = term.world, term.world.tables, term.week_numbers, term.year
    willing, votes = np.empty((2, t.families.size))
    chances_of_coming(t, numbers, int(Channel.COMMITTEE), willing)
    chances_of_coming(t, numbers, int(Channel.MEETING), votes)
    stands, drawn = (lots(t.families.who, world.seed, int(ask), year) for ask in (Ask.STANDS, Ask.DRAWN))
    voting = lots(t.families.who, world.seed, int(Ask.VOTES), year) < votes
    return Calling(world, willing, voting, stands, drawn)


def volunteers(call, rows, seats):
    """The most eager of those who stand of themselves."""
    eager = call.eagerness(rows)
    return rows[np.argsort(eager, kind="stable")][: min(seats, int((eager < 1.0).sum()))]


def by_lot(call, rows, seats):
    """Drawn one after the other, until the seats are taken; some ask to be excused."""
    p, order = call.world.numbers.Committee, rows[np.argsort(call.drawn[rows], kind="stable")]
    serve = [row for row in order if call.stands[row] < serves_when_drawn(call.willing[row], p)]
    return np.array(serve[:seats], rows.dtype)


def one_from_each_group(call, rows, seats):
    """In turn one from each fifth of means and one from the families of another language, drawn where nobody stands."""
    f = call.world.tables.families
    of_group = [f.fifth[rows] == fifth for fifth in range(5)] + [f.language[rows] > 0]
    found = np.zeros(0, rows.dtype)
    while found.size < seats:
        before = found.size
        for members in of_group:
            free = rows[members & ~np.isin(rows, found)]
            if free.size and found.size < seats:
                one = volunteers(call, free, 1)
                found = np.append(found, one if one.size else by_lot(call, free, 1))
        if found.size == before:
            break
    return found


def elected(call, rows, seats):
    """Whoever votes votes for a friend who stands, closest first, else for the candidate most like itself."""
    candidates = rows[call.eagerness(rows) < 1.0]
    if candidates.size <= seats:
        return candidates
    for_each = np.zeros(candidates.size, np.int64)
    for voter in rows[call.votes[rows]]:
        for_each[_choice(call.world, voter, candidates)] += 1
    order = np.lexsort((call.drawn[candidates], -for_each))
    return candidates[order[:seats]]


def _choice(world, voter, candidates):
    """The place in the list of the candidate this family votes for."""
    t, p = world.tables, world.numbers.TieChange
    f, (friends, closeness) = t.families, friends_of(t, voter)
    liking = np.array(
        [likeness(f.ses[voter], f.ses[one], f.language[voter] == f.language[one], p) for one in candidates]
    )
    for friend, close in zip(friends, closeness, strict=True):
        liking[candidates == friend] += 1.0 + close
    liking[candidates == voter] += 3.0
    return int(np.argmax(liking))


WAYS = (volunteers, elected, by_lot, one_from_each_group)  # in the order of `found_by`

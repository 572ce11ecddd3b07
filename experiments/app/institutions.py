"""Committees, organisations and the authority: who is there term by term for the map, and what each did, in sentences."""

from typing import Literal

import numpy as np
from pydantic import Field

import sim
from experiments.app.asked import FAMILIES, OneRun
from experiments.app.story import sentence
from experiments.app.watched import settled
from experiments.listed import listed

KINDS = ("a training institution", "a library", "an enterprise", "a health or social service")
FOUND_BY = ("those who volunteer", "election", "lot", "one from each group")
BARRIERS = ("nothing", "time", "language", "distrust")
BUYS = ("nothing", "books", "evenings with other families", "half-days in the class", "interpreters")
NO_COMMITTEE = "No committee has a seat and a voice here; some families help on committees, as is the custom."
LEVEL = 0.02  # SD; nearer than that members are like all parents


class InstitutionAsked(OneRun):
    """One institution of a run: a committee or an organisation by its row."""

    kind: Literal["committee", "organisation", "authority"]
    number: int = Field(0, ge=0, lt=FAMILIES)


class Institutions:
    """Which preschools have a committee and which organisations work with them, told anew when it changes."""

    def __init__(self):
        self.terms, self._columns, self._before = [], None, None

    def __call__(self, week, world):
        t = world.tables
        if self._columns is None:  # columns stay where they are; asking a table for one takes longer than reading it
            self._columns = (t.committees.seats, t.partnerships.partner)
            self._links = np.stack([t.partnerships.organisation, t.partnerships.preschool], axis=1)
            self._kinds = t.organisations.kind.tolist()
        now = tuple(column.tobytes() for column in self._columns)
        if now != self._before:
            self._before = now
            seats, partner = self._columns
            committees, partners = np.flatnonzero(seats).tolist(), self._links[partner > 0].tolist()
            self.terms.append({"week": week, "committees": committees, "partners": partners})

    def as_answer(self):
        return {"organisations": self._kinds, "terms": self.terms}


def institution_story(scenario, seed, kind, number):
    """Who it is, and the weeks in which something became of it: [{week, sentences: [{text, rule}]}]."""
    life = sim.Life(scenario, seed, settled(scenario, seed).copied(), "strategy")
    who, told_of, table = TOLD[kind]
    many = getattr(life.world.tables, table).size
    if number >= many:
        raise sim.ScenarioError(f"There is no {kind} {number + 1}: the run has {many}.")
    before, weeks = None, []
    for week in range(1, scenario.weeks + 1):
        life.live_to(week)
        now = _seen(life.world.tables, table, number) | {"currency": scenario.place.currency}
        if now != before and (sentences := list(told_of(before, now))):
            weeks.append({"week": week, "sentences": sentences})
        before = now
    return {"who": who(life.world.tables, number), "weeks": weeks}


def _seen(tables, table, number):
    row = getattr(tables, table)[number]
    seen = {name: row[name].item() for name in row.dtype.names}
    if table == "organisations":
        links = tables.partnerships
        mine = (links.organisation == number) & (links.partner > 0)
        seen["partners"] = (links.preschool[mine] + 1).tolist()
    return seen


def _who_committee(tables, number):
    families = int((tables.families.preschool == number).sum())
    return f"The committee of preschool {number + 1}, where {families} families send a child."


def _of_a_committee(before, now):
    if now["seats"] == 0:
        if before is None or before["seats"]:
            yield sentence(NO_COMMITTEE, "committee", "")
        return
    before = before or dict.fromkeys(now, 0)
    if now["founded"] > before["founded"]:
        yield sentence(_members(now), "committee", "serves_when_drawn")
    made, carried = now["proposals"] - before["proposals"], now["carried"] - before["carried"]
    if made > 0:
        text = f"It made {made} proposals and {carried or 'none'} {'was' if carried == 1 else 'were'} carried."
        yield sentence(text, "committee", "is_carried")
    if now["barrier"] and now["barrier"] != before["barrier"]:
        text = f"It reported what keeps families away: {BARRIERS[now['barrier']]}."
        yield sentence(text, "committee", "invitation_kept_up")
    if (spent := now["cents_spent"] - before["cents_spent"]) > 0:
        text = f"Its fund spent {_money(spent, now)} on {BUYS[now['buys']]}; {_money(now['cents_left'], now)} are left."
        yield sentence(text, "committee_fund", "times_affordable")


def _money(cents, now):
    return f"{cents / 100:,.0f} {now['currency']}"


def _members(now):
    gap = now["ses_gap"]
    like = "are as well off as all parents" if abs(gap) < LEVEL else f"are {_sd(gap)} than all parents"
    return (
        f"{now['members']} of {now['seats']} seats are taken, found by {FOUND_BY[now['found_by']]}; its members {like}."
        f" The preschool heeds it {now['voice']:.0%} of the way."
    )


def _sd(gap):
    return f"{abs(gap):.1f} SD {'better' if gap > 0 else 'worse'} off"


def _who_organisation(tables, number):
    links = tables.partnerships
    near = (links.preschool[links.organisation == number] + 1).tolist()
    kind = KINDS[int(tables.organisations.kind[number])]
    return f"Organisation {number + 1} is {kind}. Near enough to work with: {_preschools(near) or 'no preschool'}."


def _preschools(numbers):
    said = listed([str(number) for number in sorted(numbers)])
    return f"preschool{'s' if len(numbers) > 1 else ''} {said}" if said else ""


def _of_an_organisation(before, now):
    if before is None or now["partners"] != before["partners"]:
        with_whom = _preschools(now["partners"]) or "no preschool: nobody has won it yet"
        yield sentence(f"It works with {with_whom}.", "organisations", "readiness_to_help")
    if (given := now["cents_given"] - (before["cents_given"] if before else 0)) > 0:
        text = f"It gave {_money(given, now)} in money or in kind."
        yield sentence(text, "organisations", "experience_after_a_term")


def _who_authority(tables, _):
    return f"The authority asks the same of all {tables.preschools.size} preschools of the district."


def _of_the_authority(before, now):
    before = before or {}
    if now["asks"] != before.get("asks"):
        text = f"It asks for {now['asks']:.0%} of the contacts that the law names."
        if now["consults"]:
            text += f" It heard the preschools, whose hours allow {now['can_be_kept']:.0%}."
        yield sentence(text, "authority", "asked_after_consultation")
    if now["inspects"] != before.get("inspects", 0.0):
        text = f"It looks {now['inspects']:.0%} of the way whether its mandates are kept."
        yield sentence(text, "authority", "shortest_for_the_file")
    if now["by_need"] != before.get("by_need", 0.0):
        yield sentence(f"Money tied to families goes {now['by_need']:.0%} by need.", "authority", "")


TOLD = {
    "committee": (_who_committee, _of_a_committee, "committees"),
    "organisation": (_who_organisation, _of_an_organisation, "organisations"),
    "authority": (_who_authority, _of_the_authority, "authority"),
}

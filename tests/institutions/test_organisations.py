"""Organisations give to whom they choose, what one preschool gets another does not; over several lots, with fixed seeds."""

import numpy as np
import pytest

from sim.core.kinds import Channel
from sim.run import simulate

SEEDS = range(1, 7)
BASE = {"place": "us_preschool", "families": 900, "weeks": 20, "at": "end", "replicates": 1}


@pytest.fixture(scope="module")
def worlds():
    scenario = BASE | {"strategy": {"partnerships": {"outreach_hours": 3}}}
    return [simulate(scenario, seed).world for seed in SEEDS]


def test_no_organisation_works_with_more_preschools_than_it_can(worlds):
    for world in worlds:
        t, most = world.tables, world.numbers.Organisation.serves
        served = np.bincount(t.partnerships.organisation, t.partnerships.partner, t.organisations.size)
        assert served.max() <= most and np.array_equal(served, t.organisations.serves)
        waiting = t.preschools.size * 4 - int(served.sum())  # of each of four kinds
        assert waiting > 0, "what one preschool gets, another does not"


def test_poorer_preschools_are_chosen_first(worlds):
    chosen, others = [], []
    for world in worlds:
        t = world.tables
        partners = np.bincount(t.partnerships.preschool, t.partnerships.partner, t.preschools.size)
        chosen.append(t.preschools.mean_ses[partners >= 2].mean())
        others.append(t.preschools.mean_ses[partners < 2].mean())
    assert np.mean(chosen) < np.mean(others)


def test_without_being_asked_nobody_comes():
    t = simulate(BASE | {"strategy": {"volunteers": {}}}, 1).world.tables
    assert t.partnerships.partner.sum() == 0 and t.organisations.cents_given.sum() == 0


def test_an_office_wins_partners_too():
    t = simulate(BASE | {"strategy": {"cooperation_office": {"staff_hours_a_week": 20}}}, 1).world.tables
    assert t.partnerships.partner.sum() > 0 and t.organisations.cents_given.sum() > 0


def test_an_enterprise_gives_to_the_fund_of_a_committee():
    both = {"partnerships": {"outreach_hours": 3}, "parent_committee": {"fund_per_child": 0}}
    c = simulate(BASE | {"strategy": both}, 1).world.tables.committees
    assert c.cents_raised.sum() > 0
    assert np.array_equal(c.cents_raised, c.cents_spent + c.cents_left + c.cents_lapsed)


def test_gifts_reach_the_families_of_partners_only(worlds):
    for world in worlds:
        t = world.tables
        library = (t.partnerships.partner == 1) & (t.organisations.kind[t.partnerships.organisation] == 1)
        lent_to = np.isin(t.families.preschool, t.partnerships.preschool[library])
        books = np.unpackbits(t.whom, axis=0, bitorder="little")[
            t.timetable.whom[t.timetable.channel == Channel.LIBRARY]
        ].any(axis=0)
        assert np.array_equal(books, lent_to)

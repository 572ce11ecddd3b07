"""Whom a committee speaks for, what it moves, and what becomes of its fund; over several lots, with fixed seeds."""

import numpy as np
import pytest

from sim.run import live, settle, simulate
from sim.scenario import read_scenario

SEEDS = range(1, 9)
BASE = {"place": "us_preschool", "families": 300, "weeks": 20, "at": "end", "replicates": 1}


def committees(**dose):
    """The committees of eight places, as they are in week 20."""
    strategy = {"parent_committee": dose}
    return [simulate(BASE | {"strategy": strategy}, seed).world.tables.committees for seed in SEEDS]


@pytest.fixture(scope="module")
def gaps():
    """Mean SES of members less that of the parents they speak for, a preschool, by how members are found."""
    ways = ("volunteers", "election", "lot", "one_from_each_group")
    return {way: np.concatenate([c.ses_gap[c.members > 0] for c in committees(found_by=way)]) for way in ways}


def error(values):
    return values.std(ddof=1) / np.sqrt(values.size)


def test_volunteers_are_better_off_than_the_parents_they_speak_for(gaps):
    assert gaps["volunteers"].mean() > 0.2 + 2 * error(gaps["volunteers"])


def test_who_is_drawn_by_lot_is_not(gaps):
    assert abs(gaps["lot"].mean()) < 0.1 + 2 * error(gaps["lot"])
    assert gaps["lot"].mean() < gaps["volunteers"].mean() - 0.2


def test_one_from_each_group_is_nearer_to_all_parents_than_volunteers_are(gaps):
    assert abs(gaps["one_from_each_group"].mean()) < gaps["volunteers"].mean() - 0.2


def test_an_election_does_not_undo_who_stands(gaps):
    assert gaps["election"].mean() > gaps["lot"].mean() + 0.1


def test_a_committee_without_voice_moves_no_goals_and_one_with_voice_does():
    """Between the same preschools under the same luck."""
    with_voice, without = committees(voice=1.0, fund_per_child=0), committees(voice=0.0, fund_per_child=0)
    assert sum(c.carried.sum() for c in without) == 0
    assert sum(c.carried.sum() for c in with_voice) > 0
    moved, stayed = (
        simulate(BASE | {"strategy": {"parent_committee": {"voice": voice}}}, 1).world.tables.preschools
        for voice in (1.0, 0.0)
    )
    assert moved.heeded.max() > 0 and stayed.heeded.max() == 0


def test_watched_promises_are_kept():
    """Where hours are short, a committee with a voice brings down what is cancelled, and strain is the price."""
    short = {"budget": {"teacher_hours": 1.2}, "policy": {"talks_a_year": 6}, "weeks": 38}
    cancelled = {}
    for voice in (0.0, 1.0):
        strategy = {"parent_committee": {"voice": voice, "fund_per_child": 0}}
        worlds = [simulate(BASE | short | {"strategy": strategy}, seed).world.tables for seed in SEEDS]
        cancelled[voice] = sum(t.ledger.cancelled.sum() for t in worlds)
        cancelled[voice, "overtime"] = sum(t.ledger.minutes_overtime.sum() for t in worlds)
    assert cancelled[1.0] < 0.97 * cancelled[0.0]
    assert cancelled[1.0, "overtime"] > cancelled[0.0, "overtime"]


def test_poor_members_buy_books_sooner_than_rich_ones():
    buys = {
        who: np.concatenate([c.buys for c in committees(found_by="lot", for_whom=who)]) for who in ("ses_1", "ses_5")
    }
    assert (buys["ses_1"] == 1).mean() > (buys["ses_5"] == 1).mean() + 0.2


def test_a_committee_that_ends_gives_back_what_is_left():
    strategy = {"parent_committee": {"until_week": 17, "fund_per_child": 7}}
    c = simulate(BASE | {"strategy": strategy}, 1).world.tables.committees
    assert (c.members == 0).all() and (c.cents_left == 0).all()
    assert np.array_equal(c.cents_from_programme, c.cents_spent + c.cents_lapsed)


def test_a_fund_of_a_preschool_comes_out_of_its_own_money():
    given = BASE | {"weeks": 52, "strategy": {"parent_committee": {"fund_per_child": 20}, "funded": False}}
    scenario = read_scenario(given)
    start = settle(scenario, 1)
    routine = live(scenario, 1, start.copied(), "baseline").world.tables
    own = live(scenario, 1, start, "strategy").world.tables
    handed = int(own.committees.cents_from_preschool.sum())
    assert handed > 0
    assert abs(int(routine.ledger.cents_given.sum()) - int(own.ledger.cents_given.sum()) - handed) <= own.teachers.size

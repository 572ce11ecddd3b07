"""What is asked for in mid-term begins in that week, or the scenario says that it waits for the next term."""

import pytest

import sim

BASE = {"place": "us_preschool", "families": 100, "weeks": 52}  # terms: weeks 1 to 17 and 20 to 38
MID_TERM, BEFORE_NEXT_TERM, NEXT_TERM = 8, 16, 24


def lived(strategy, week, **said):
    """The tables at the end of a week."""
    scenario = sim.read_scenario(BASE | {"strategy": strategy} | said)
    life = sim.Life(scenario, 1, sim.settle(scenario, 1))
    life.live_to(week)
    return life.world.tables


def from_mid_term(doing, **dose):
    return {doing: {"from_week": MID_TERM, **dose}}


def by_event(doing, **dose):
    return {"events": [{"week": MID_TERM, "set": {f"strategy.{doing}": dose}}]}


@pytest.mark.parametrize("how", ["from_week", "event"])
def test_plans_are_written_in_the_week_they_are_asked_for(how):
    given = (from_mid_term("learning_plans"), {}) if how == "from_week" else ({}, by_event("learning_plans"))
    before, after = (lived(given[0], week, **given[1]).attention for week in (MID_TERM - 1, MID_TERM))
    assert not before.plan_by.any()
    assert (after.plan_by > 0).all() and (after.plan > 0).all() and 0 < (after.plan_by == 2).mean() < 1


def test_a_walk_in_place_is_open_from_the_week_it_is_asked_for():
    before, after = (
        lived(from_mid_term("community_hub"), week).families.joined[:, sim.Channel.HUB]
        for week in (7, BEFORE_NEXT_TERM)
    )
    assert not before.any() and after.sum() > 20


def test_who_looks_back_for_the_first_time_compares_with_when_it_began():
    """Not with nothing, as if families had been wholly discontent before."""
    t = lived(from_mid_term("evaluation"), NEXT_TERM)
    assert (t.evaluations.effort > 0).all()
    assert abs(t.evaluations.seen).max() < 0.15


def test_an_office_relieves_teachers_from_its_first_week():
    before, after = (lived(from_mid_term("cooperation_office"), week).conditions for week in (MID_TERM - 1, MID_TERM))
    assert not before.help_minutes.any() and after.help_minutes.any()


def test_a_committee_is_found_with_the_next_term_and_the_scenario_says_so():
    strategy = from_mid_term("parent_committee")
    assert not lived(strategy, BEFORE_NEXT_TERM).committees.members.any()
    assert lived(strategy, NEXT_TERM).committees.members.all()
    (said,) = sim.what_waits(sim.read_scenario(BASE | {"strategy": strategy}))
    assert said == (
        "parent_committee from week 8, in mid-term: a committee's members are found, and its say and fund settled, "
        "only when the next term starts, in week 20"
    )


def test_what_would_come_after_the_run_is_said():
    scenario = BASE | {"weeks": 38, "strategy": {}, "events": [{"week": 30, "set": {"strategy.partnerships": {}}}]}
    (said,) = sim.what_waits(sim.read_scenario(scenario))
    assert said.endswith("when the next term starts, in week 53, after the end of this run")


def test_what_begins_with_a_term_or_at_once_is_not_worth_a_word():
    doings = {"parent_committee": {}, "partnerships": {"from_week": 20}, "learning_plans": {"from_week": 25}}
    assert list(sim.what_waits(sim.read_scenario(BASE | {"strategy": doings}))) == []


def test_another_emphasis_of_the_policy_waits_for_the_next_term():
    scenario = BASE | {"strategy": {}, "events": [{"week": 6, "set": {"policy.academic_emphasis": 0.25}}]}
    (said,) = sim.what_waits(sim.read_scenario(scenario | {"weeks": 38}))
    assert said == (
        "policy.academic_emphasis from week 6, in mid-term: preschools turn to it, only when the next term starts, in week 20"
    )

"""Who is paid what: parents' time, a library each year, a coordinator of the place's own."""

import numpy as np
import pytest

from sim.core.kinds import Channel
from sim.outcomes import OUTCOMES
from sim.run import simulate

BASE = {"place": "us_preschool", "families": 120, "replicates": 1}


def lived(strategy, weeks=38, **more):
    return simulate(BASE | {"weeks": weeks, "strategy": strategy} | more, 1).measured


def money(world):
    return OUTCOMES["money_programme"](world, "true")


def test_parents_who_are_paid_cost_what_their_time_is_worth():
    free, paid = (lived({"parent_school": {"incentive": share}}) for share in (0.0, 1.0))
    p, came = paid.numbers, paid.tables.families.joined[:, Channel.COURSE].sum()
    assert money(paid) - money(free) == pytest.approx(came * p.Wage.family_hour * p.FamilyMinutes.course / 60 / 120)


def test_a_preschool_pays_parents_out_of_its_own_money():
    world = lived({"funded": False, "parent_school": {"incentive": 1.0}}, budget={"money_per_child": 300.0})
    assert world.tables.families.joined[:, Channel.COURSE].sum() > 0
    ledger = world.tables.ledger
    assert (ledger.cents_used <= ledger.cents_given + ledger.cents_granted).all()


def test_a_library_is_offered_and_paid_once_a_school_year():
    costs = [money(lived({"book_library": {}}, weeks)) for weeks in (38, 90, 142)]
    first, second, third = costs[0], costs[1] - costs[0], costs[2] - costs[1]
    assert first == pytest.approx(second, rel=0.05) == pytest.approx(third, rel=0.05)


def test_who_declined_a_course_is_asked_again_in_the_next_school_year():
    events = [{"week": 53, "set": {"strategy.parent_school": {"from_week": 53}}}]
    world = lived({}, 60, events=events)
    assert set(np.unique(world.tables.families.enrolled)) == {1, 2}
    twice = lived(
        {"parent_school": {"sessions": 4}}, 60, events=[{"week": 53, "set": {"strategy.parent_school": None}}]
    )
    assert (twice.tables.families.enrolled == 0).all()


def test_the_place_pays_its_own_coordinator_beside_its_money_for_families():
    alone, helped = (lived({}, budget={"coordinator_hours": hours}) for hours in (0.0, 10.0))
    assert OUTCOMES["help_hours"](alone, "true") == 0.0 < OUTCOMES["help_hours"](helped, "true")
    wages = 36 * 10 * helped.numbers.Wage.coordinator_hour * helped.tables.preschools.size / 120
    assert OUTCOMES["money"](helped, "true") - OUTCOMES["money"](alone, "true") == pytest.approx(wages, rel=0.05)
    assert alone.tables.families.invited.mean() == 0.0 < helped.tables.families.invited.mean()


def test_what_else_is_not_affordable_does_not_stop_the_coordinator():
    poor = {"strategy": {"funded": False, "smaller_classes": {"children": 5}}, "budget": {"coordinator_hours": 10.0}}
    assert lived(**poor).tables.conditions.help_minutes.tolist() == [100] * 6


def test_partners_give_each_family_once_whoever_won_them():
    for strategy in ({"cooperation_office": {}}, {"partnerships": {"for_whom": "ses_1"}}, {}):
        t = lived(strategy, 60, budget={"coordinator_hours": 10.0}).tables
        for channel in (Channel.COURSE, Channel.LIBRARY):
            offers = t.timetable[(t.timetable.channel == channel) & (t.timetable.cents == 0)]
            times = sum((t.whom[offer.whom >> 3] >> (offer.whom & 7)) & 1 for offer in offers)
            assert np.max(times) == 1


def test_what_the_places_own_partners_give_is_no_programme():
    world = lived({}, 60, budget={"coordinator_hours": 20.0})
    assert world.tables.families.offered[:, Channel.LIBRARY].sum() > 0
    assert world.tables.families.programme_offered.sum() == 0


def test_families_time_that_is_paid_is_not_counted_as_theirs():
    free, paid = (lived({"parent_school": {"incentive": share}}) for share in (0.0, 1.0))
    hours = [OUTCOMES[name](free, "true") for name in ("family_hours", "unpaid_family_hours")]
    assert hours[0] == hours[1]
    course = paid.tables.families.joined[:, Channel.COURSE].sum() * paid.numbers.FamilyMinutes.course / 60 / 120
    left = OUTCOMES["family_hours"](paid, "true") - OUTCOMES["unpaid_family_hours"](paid, "true")
    assert left == pytest.approx(course)


def test_money_is_kept_back_for_those_who_may_still_come_only():
    """In the first week all may come, and there is one week's money; then what who declined would get holds nothing back."""
    world = lived({"funded": False, "parent_school": {"incentive": 1.0}}, budget={"money_per_child": 1500.0})
    enrolled = world.tables.families.enrolled == 1
    assert world.tables.families.offered[enrolled, Channel.COURSE].min() >= 7


def test_a_plan_for_which_nobody_has_time_takes_no_familys():
    busy = lived({"funded": False, "learning_plans": {}}, budget={"teacher_hours": 0.2})
    routine = lived({}, budget={"teacher_hours": 0.2})
    assert busy.tables.attention.plan.max() == 0.0
    assert OUTCOMES["family_hours"](busy, "true") == pytest.approx(OUTCOMES["family_hours"](routine, "true"), rel=0.01)


def test_parents_see_what_they_worked_on_in_the_next_school_year_too():
    before, after = (lived({"parent_school": {}}, weeks, at="end") for weeks in (52, 53))
    gap = [
        float(OUTCOMES["social"](world, "parent").mean() - OUTCOMES["social"](world, "tester").mean())
        for world in (before, after)
    ]
    assert before.tables.families.worked_together.sum() == after.tables.families.worked_together.sum() > 0
    assert gap[0] == pytest.approx(gap[1], abs=0.25)


@pytest.mark.parametrize("times", [30, 36, 100])
def test_all_class_events_are_held_however_many(times):
    world = lived({"joint_activities": {"per_year": times}})
    assert world.tables.families.offered[:, Channel.JOINT_ACTIVITY].tolist() == [times] * 120


def test_a_course_every_four_weeks_has_as_many_sessions():
    world = lived({"parent_school": {"sessions": 8, "every_weeks": 4}})
    assert world.tables.families.offered[:, Channel.COURSE].tolist() == [8] * 120


def test_who_declines_a_partners_books_keeps_those_of_the_strategy():
    world = lived({"book_library": {}, "partnerships": {"outreach_hours": 8}}, 90)
    borrows = world.tables.families.borrows
    assert {int(b) for b in np.unique(borrows)} >= {2}  # the strategy's alone
    assert np.bitwise_and(borrows, 255 - 2 - 4).max() == 0

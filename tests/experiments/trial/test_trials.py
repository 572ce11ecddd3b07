"""What a trial is held to: no effect of nothing, arms of the size asked for, errors with file and line."""

import numpy as np
import pytest

import sim
from experiments.trial.analyse import summary
from experiments.trial.form import TrialFile
from experiments.trial.live import _of_all, _recruited, live_once
from experiments.trial.notes import notes_of
from experiments.trial.read import read_trial, small
from experiments.trial.run import refuse_what_cannot_be_run, run_trial

PLAIN = {
    "trial": "plain",
    "place": "us_preschool",
    "who": {"families": 80},
    "arms": {"control": {"routine": {}}, "treated": {"routine": {}, "home_visits": {"per_year": 24}}},
    "weeks": 20,
    "measure": [{"outcome": "language", "observer": "tester", "at": "end"}],
}
DEFAULT = sim.numbers_with({})


def test_the_same_trial_finds_the_same():
    one, other = (run_trial(PLAIN, replicates=3, numbers="default") for _ in range(2))
    assert one == other


def test_an_arm_of_nothing_has_no_effect_where_luck_is_shared():
    trial = read_trial(PLAIN | {"arms": {"control": {}, "treated": {"routine": {}}}})
    row = summary(trial, [live_once(trial, 1, DEFAULT, paired=True)])[0]
    assert row["difference_sd"] == 0.0
    assert row["taking_part"] == 0.0


def test_few_replicates_find_what_many_do_and_say_how_much_luck_one_has():
    """Four preschools drawn into two arms: single trials miss by a quarter of an SD, what is found by a tenth of that."""
    asked = PLAIN | {"assign": "preschool", "who": {"families": 120, "preschools": 4}}
    few, many = (run_trial(asked, replicates=n)["measures"][0] for n in (4, 60))
    assert few["difference_sd"] == pytest.approx(many["difference_sd"], abs=0.06)
    assert many["low"] < many["difference_sd"] < many["high"]
    assert many["high"] - many["low"] > 0.5


def test_visits_reach_those_they_are_meant_for_and_nobody_else():
    trial = read_trial(PLAIN | {"recruit": "volunteers"})
    row = summary(trial, [live_once(trial, seed, DEFAULT) for seed in (1, 2)])[0]
    assert row["families"] == 40
    assert row["taking_part"] > 0.9
    assert 0.3 < row["sessions_taken"] <= 1.0


def test_children_who_stay_at_home_learn_less_and_catch_up_later():
    arms = {"control": {"attends": 0}, "treated": {"attends": 1}}
    later = {"outcome": "numeracy", "weeks_after": 52}
    trial = read_trial(PLAIN | {"arms": arms, "weeks": 38, "measure": [{"outcome": "numeracy"}, later]})
    end, after = (row["difference_sd"] for row in summary(trial, [live_once(trial, 1, DEFAULT, paired=True)]))
    assert end > 0.1
    assert 0.2 * end < after < 0.8 * end


def test_who_is_as_asked():
    who = {"families": 400, "preschools": 16, "ses": {"mean": -0.5, "sd": 0.7}, "other_language": 0.6}
    trial = read_trial(PLAIN | {"who": who})
    world = sim.settle_place(trial.place, trial.base, 2000, DEFAULT, 1)
    families = world.tables.families
    assert world.tables.preschools.size == 16
    assert np.mean(families.ses) == pytest.approx(-0.5, abs=0.06)
    assert np.std(families.ses) == pytest.approx(0.7, abs=0.06)
    assert np.mean(families.language > 0) == pytest.approx(0.6, abs=0.04)


def test_what_is_seen_in_one_way_only_may_name_any_observer():
    asked = [{"outcome": "school_participation", "observer": "parent"}, {"outcome": "trust", "observer": "true"}]
    assert [m.observer for m in read_trial(PLAIN | {"measure": asked}).measures] == ["parent", "parent"]


def test_preschools_are_drawn_whole():
    trial = read_trial(PLAIN | {"assign": "preschool", "who": {"families": 120, "preschools": 6}})
    world = sim.settle_place(trial.place, trial.base, 120, DEFAULT, 1)
    dealt = sim.assign(world, np.ones(120, bool), "preschool", (1, 1))
    for preschool in range(6):
        assert len(set(dealt[world.tables.families.preschool == preschool])) == 1


WRONG = {
    "arm": ({"arms": {"control": {}, "treated": {"mesages": {}}}}, "Did you mean 'messages'?"),
    "dose": ({"arms": {"control": {}, "treated": {"messages": {"per_wek": 3}}}}, "per_week"),
    "outcome": ({"measure": [{"outcome": "languag"}]}, "Did you mean 'language'?"),
    "observer": ({"measure": [{"outcome": "trust", "observer": "tester"}]}, "parent, teacher"),
    "group": ({"measure": [{"outcome": "trust", "among": "lowest"}]}, "lowest_quarter"),
    "share": ({"arms": {"control": {"attends": 2}, "treated": {}}}, "between 0 and 1"),
    "one arm": ({"arms": {"control": {}}}, "2 or more are needed"),
    "key": ({"week": 20}, "Did you mean 'weeks'?"),
    "key that begins as a kind of value does": ({"interval": 3}, "There is no key 'interval'."),
    "key of a measure": ({"measure": [{"outcom": "trust"}]}, "Did you mean 'outcome'? measure.0 lists: against"),
    "few": ({"who": {"families": 1}}, "who.families = 1 is impossible: between 4 and 200,000."),
    "sd": ({"who": {"ses": {"sd": 0}}}, "who.ses.sd = 0 is impossible: above 0 and at most 3."),
    "missing": ({"measure": [{}]}, "'measure.0.outcome' is missing: what is measured: famschool list outcomes."),
    "both": ({"measure": [{"outcome": "trust", "at": "end", "weeks_after": 3}]}, "not both"),
    "preschools": ({"who": {"families": 10, "preschools": 8}}, "at least two"),
    "ses": ({"who": {"ses": {"mean": "low"}}}, "is not a number"),
    "place": ({"place": "us_preschol"}, "us_preschool"),
    "weight": ({"arms": {"control": {}, "treated": {"weight": 0.5}}}, "a whole number from 1 to 20"),
    "ratio of nothing": ({"measure": [{"outcome": "trust", "compare": "ratio"}]}, "two arms are asked for"),
    "lost at once": ({"measure": [{"outcome": "trust", "compare": "lost"}]}, "are asked for"),
    "lost of nothing": ({"measure": [{"outcome": "trust", "compare": "lost", "weeks_after": 5}]}, "add that measure"),
    "ratio of shares": ({"measure": [{"outcome": "taking_part", "compare": "ratio"}]}, "is a level of each arm"),
    "part": ({"arms": {"control": {}, "treated": {"culture": 0}}}, "lines are asked for here"),
    "beside a name": ({"arms": {"control": {}, "treated": {"strategy": "monthly_visits", "mesages": {}}}}, "messages"),
    "no number": ({"measure": [{"outcome": "trust", "published": {"low": float("nan"), "high": 1}}]}, "finite"),
    "few families": ({"who": {"families": 5}, "arms": {"control": {}, "a": {}, "b": {}}}, "need 6 at least"),
    "word": ({"recruit": "volunteer"}, "Did you mean 'volunteers'?"),
    "week": ({"measure": [{"outcome": "trust", "at": 5.5}]}, "a week of the programme"),
    "itself": ({"measure": [{"outcome": "trust", "arm": "control"}]}, "cannot be compared with itself"),
    "interval": ({"measure": [{"outcome": "trust", "published": {"low": 1, "high": 0}}]}, "lies above high"),
    "value": ({"measure": [{"outcome": "trust", "published": {"value": 2, "low": 0, "high": 1}}]}, "lies outside low"),
    "not in an arm": ({"arms": {"control": {}, "a": {"numbers": {}}}}, "the same for all arms"),
    "few preschools": ({"assign": "preschool", "who": {"families": 80, "preschools": 1}}, "need as many at least"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_said(name):
    change, said = WRONG[name]
    with pytest.raises(sim.ScenarioError) as refused:
        read_trial(PLAIN | change)
    assert said in str(refused.value)


def test_a_mistake_in_a_file_is_said_with_its_line(tmp_path):
    file = tmp_path / "wrong.yaml"
    file.write_text(
        "trial: x\nplace: us_preschool\narms:\n  control: {}\n  treated:\n    messages: {per_week: 99}\nweeks: 3\n"
        "measure: [{outcome: language}]\n"
    )
    with pytest.raises(sim.ScenarioError, match=r"wrong\.yaml:6: messages\.per_week = 99"):
        read_trial(str(file))


def test_every_shipped_trial_reads():
    for name, file in sim.list_configs("trials").items():
        assert read_trial(str(file)).name == name


def test_every_key_says_what_it_means():
    assert all(field.description for field in TrialFile.model_fields.values())


MONEY = {"outcome": "money"}
TWO_ARMS = PLAIN | {"weeks": 8, "arms": {"control": {"routine": {}}, "course": {"routine": {}, "parent_school": {}}}}


def rows(trial, **more):
    """Rows of a trial with the unknown numbers at their centre."""
    return run_trial(trial | more, replicates=2, numbers="default")["measures"]


def test_what_is_measured_beside_it_changes_no_measure():
    alone = rows(TWO_ARMS)[0]
    beside = rows(TWO_ARMS, measure=[*TWO_ARMS["measure"], MONEY])[0]
    assert alone == beside


def test_money_is_that_of_an_arm_that_everybody_is_in():
    (row,) = rows(TWO_ARMS, measure=[MONEY])
    money = row["difference_sd"]
    assert row["unit"] == "USD a child"
    price = sim.numbers_with({})
    course = 8 * (price.Price.course + 3 * price.Wage.leader_hour + 3 * price.Wage.assistant_hour)
    classes = 4  # of twenty
    assert money == pytest.approx(course * classes / 80, rel=0.01)


def test_a_level_of_the_control_arm_can_be_asked_for():
    level = {"outcome": "trust", "compare": "level", "arm": "control"}
    found = rows(TWO_ARMS, measure=[level, {"outcome": "taking_part", "arm": "control"}])
    assert [row["arm"] for row in found] == ["control", "control"]
    assert 0.4 < found[0]["difference_sd"] < 0.8
    assert found[1]["difference_sd"] == 0.0


def test_nobody_takes_part_in_what_reaches_nobody():
    arms = {"control": {"attends": 0}, "course": {"attends": 0, "parent_school": {}}}
    assert rows(TWO_ARMS, arms=arms, measure=[{"outcome": "taking_part"}])[0]["difference_sd"] == 0.0


def test_an_outcome_in_which_nobody_differs_has_no_effect_and_says_why():
    row = rows(TWO_ARMS, measure=[{"outcome": "took_a_course"}])[0]
    assert row["difference_sd"] is None
    assert row["why_none"] == "In the arm compared with, families hardly differ in it: there is no SD."
    assert rows(TWO_ARMS)[0]["why_none"] is None


def test_a_week_in_the_holidays_is_that_week():
    trial = read_trial(PLAIN | {"weeks": 52, "measure": [{"outcome": "language", "at": at} for at in ("end", 45, 52)]})
    assert [m.week for m in trial.measures] == [38, 45, 52]


def test_in_turn_every_family_is_in_every_arm():
    trial = read_trial(TWO_ARMS | {"measure": [{"outcome": "took_a_course", "compare": "level"}]})
    found = live_once(trial, 1, DEFAULT, paired=True)
    assert found[0, 0][2] == found[0, 1][2] == 80
    assert found[0, 0][0] == 0.0 < found[0, 1][0]


def test_groups_taken_together_have_the_mean_and_spread_of_all():
    values = [np.array([1.0, 2.0, 6.0]), np.array([4.0]), np.array([])]
    parts = [
        (v.mean(), v.std(ddof=1) if v.size > 1 else np.nan, v.size) if v.size else (np.nan, np.nan, 0) for v in values
    ]
    whole = np.concatenate(values)
    assert _of_all(parts) == pytest.approx((whole.mean(), whole.std(ddof=1), whole.size))


def test_the_luck_of_what_is_one_value_for_the_place_is_that_of_other_families_in_each_arm():
    same = {"arms": {"control": {}, "a": {}}, "weeks": 4, "measure": [{"outcome": "language_gap"}]}
    trial = read_trial(PLAIN | same)
    gaps = np.array(
        [[found[0, a][0] for a in (0, 1)] for found in (live_once(trial, s, DEFAULT) for s in range(1, 41))]
    )
    apart = (gaps[:, 1] - gaps[:, 0]).std(ddof=1)
    assert apart == pytest.approx(np.sqrt(2) * gaps.std(axis=0, ddof=1).mean(), rel=0.35)
    paired = live_once(trial, 1, DEFAULT, paired=True)
    assert paired[0, 0][0] == paired[0, 1][0]


STAYS = {
    "arms": {"control": {"attends": 0}, "half": {"attends": 0.5}, "all": {}},
    "weeks": 10,
    "measure": [
        {"outcome": "language", "observer": "teacher"},
        {"outcome": "language", "observer": "teacher", "weeks_after": 20},
        {"outcome": "language", "observer": "tester"},
    ],
}


def test_teachers_rate_no_child_whom_they_never_see():
    trial = read_trial(PLAIN | STAYS)
    found = live_once(trial, 1, DEFAULT)
    rated, later, tested = ([found[k, a][2] for a in range(3)] for k in range(3))
    assert rated[0] == 0 < rated[1] < tested[1] and rated[2] == tested[2]
    assert later == tested  # after the programme all come
    rows = run_trial(PLAIN | STAYS, replicates=2, numbers="default")["measures"]
    assert rows[0]["difference_sd"] is None and rows[0]["low"] is None
    assert rows[0]["why_none"] == "Teachers cannot rate children who never come to preschool: those of arm 'control'."
    assert rows[2]["difference_sd"] is not None and rows[4]["difference_sd"] is not None
    assert any("'half': teachers rate language of those" in note for note in notes_of(trial))


@pytest.mark.parametrize("recruit", ["all", "volunteers"])
def test_the_poorest_can_be_recruited(recruit):
    trial = read_trial(PLAIN | {"recruit": recruit, "who": {"families": 60, "poorest": 0.2}})
    world, among = _recruited(trial, 1, DEFAULT)
    ses = world.tables.families.ses
    assert among.sum() == 60 and ses[among].max() <= np.quantile(ses, 0.2)
    whole, _ = _recruited(read_trial(PLAIN | {"recruit": recruit}), 1, DEFAULT)
    assert abs(ses.mean() - whole.tables.families.ses.mean()) < 0.4  # the others live there, too
    money = PLAIN | {"who": {"families": 60, "poorest": 0.2}, "measure": [{"outcome": "money"}]}
    assert any("that are better off" in note for note in notes_of(read_trial(money)))


def test_too_few_poor_are_refused_before_millions_are_drawn():
    with pytest.raises(sim.ScenarioError, match="more than 200,000 families would have to be drawn"):
        read_trial(PLAIN | {"who": {"families": 40_000, "poorest": 0.05}})


def dealt_by(unit, families, arms, **who):
    given = {f"arm{k}": {"messages": {"per_week": k}} for k in range(1, arms + 1)}
    return PLAIN | {"who": {"families": families} | who, "assign": unit, "arms": given, "replicates": 1}


@pytest.mark.parametrize(
    "trial", [dealt_by("class", 4, 2), dealt_by("class", 20, 4), dealt_by("preschool", 4, 2, preschools=2)]
)
def test_too_few_to_deal_is_refused_before_anybody_is_lived(trial, monkeypatch):
    with pytest.raises(sim.ScenarioError, match="has fewer than two families"):
        refuse_what_cannot_be_run(read_trial(trial))
    monkeypatch.setattr("experiments.trial.run.live_once", lambda *job: pytest.fail("somebody was lived"))
    with pytest.raises(sim.ScenarioError, match="has fewer than two families"):
        run_trial(trial)


def test_a_large_trial_is_not_dealt_again_and_again(monkeypatch):
    dealt = []
    monkeypatch.setattr("experiments.trial.run.refuse_too_few", lambda trial, *_: dealt.append(trial.families))
    large = dealt_by("class", 50_000, 2) | {"replicates": 100}
    refuse_what_cannot_be_run(read_trial(large))
    assert dealt.count(50_000) == 4 and len(dealt) > 4  # and the members' smaller trials
    dealt.clear()
    refuse_what_cannot_be_run(read_trial(large | {"who": {"families": 400}}))
    assert dealt.count(400) == 100


@pytest.mark.parametrize("unit", ["class", "preschool"])
def test_many_arms_by_class_or_preschool_are_enough_in_the_smaller_trial_of_the_members_too(unit):
    trial = read_trial(dealt_by(unit, 3000, 13))
    refuse_what_cannot_be_run(trial)
    assert 200 < small(trial, 200).families < 3000


NOTED = {
    "evidence": ({"measure": [{"outcome": "trust", "evidence": "Z99"}]}, "Z99 is no row"),
    "sessions": (
        {"arms": {"control": {}, "a": {"parent_school": {"sessions": 20}}}, "weeks": 6},
        "of 20 sessions 6 are held",
    ),
    "nothing": ({"arms": {"control": {"routine": {}}, "a": {}}}, "Arm 'a' does the same as 'control'"),
    "half a class": ({"arms": {"control": {}, "a": {"smaller_classes": {}}}}, "is for whole classes"),
    "half a preschool": (
        {"assign": "class", "arms": {"control": {}, "a": {"clear_rules": {}}}},
        "`assign: preschool` keeps",
    ),
    "half a session": ({"arms": {"control": {}, "a": {"parent_school": {"sessions": 8.5}}}}, "is taken as 8"),
    "dose": ({"arms": {"control": {}, "a": {"notes": {"per_month": 30}}}}, "plausible is 0 to 8"),
    "nobody comes": ({"arms": {"control": {}, "a": {"attends": 0, "talks": {}}}}, "no child comes to preschool"),
    "after the end": ({"arms": {"control": {}, "a": {"messages": {"from_week": 60}}}}, "after the programme"),
    "holidays": ({"weeks": 44}, "its last school week, 38"),
    "group of a place": ({"measure": [{"outcome": "money", "among": "ses_1"}]}, "is not looked at"),
    "money of volunteers": ({"recruit": "volunteers", "measure": [{"outcome": "money"}]}, "did not sign up"),
    "observer": ({"measure": [{"outcome": "strain", "observer": "tester"}]}, "taken as it is"),
}


@pytest.mark.parametrize("name", NOTED)
def test_what_may_not_be_meant_is_noted(name):
    change, said = NOTED[name]
    assert notes_of(read_trial(PLAIN)) == []
    assert any(said in note for note in notes_of(read_trial(PLAIN | change)))


def test_a_whole_class_can_be_given_what_is_for_classes():
    smaller = {"control": {}, "a": {"smaller_classes": {}}}
    assert notes_of(read_trial(PLAIN | {"assign": "class", "arms": smaller})) == []
    apart = {"control": {}, "a": {"smaller_classes": {}, "policy": {"clarity": 0.9}}}  # each arm in a world of its own
    assert notes_of(read_trial(PLAIN | {"arms": apart})) == []


def test_few_families_and_few_replicates_are_noted():
    few = {"outcome": "language", "among": "ses_1"}
    said = run_trial(PLAIN | {"measure": [few]}, replicates=2, numbers="default")["notes"]
    assert [note.split(":")[0].split(";")[0] for note in said] == [
        "language among ses_1",
        "low and high are taken from 2 replicates",
    ]


def test_an_arm_of_twice_the_weight_gets_twice_the_families():
    arms = {"control": {}, "treated": {"weight": 2, "home_visits": {}}}
    trial = read_trial(PLAIN | {"who": {"families": 90}, "arms": arms})
    found = live_once(trial, 1, DEFAULT)
    assert (found[0, 0][2], found[0, 1][2]) == (30, 60)
    in_turn = live_once(trial, 1, DEFAULT, paired=True)
    assert in_turn[0, 0][2] == in_turn[0, 1][2] == 90


def test_what_is_done_beside_a_named_strategy_is_done_too():
    arms = {"control": {}, "both": {"strategy": "monthly_visits", "messages": {"per_week": 5}, "funded": False}}
    strategy = read_trial(PLAIN | {"arms": arms}).arms[1].strategy
    named = sim.read_strategy("monthly_visits", None, None, ())
    assert dict(strategy.settings) == dict(named.settings) | {"messages": {"per_week": 5}}
    assert named.funded and not strategy.funded


def test_a_ratio_is_one_of_means():
    arms = {"control": {}, "few": {"home_visits": {"per_year": 12}}, "many": {"home_visits": {"per_year": 36}}}
    ratio = {"outcome": "practice_quality", "compare": "ratio", "arm": "many", "against": "few"}
    trial = read_trial(PLAIN | {"arms": arms, "measure": [{"outcome": "practice_quality"}, ratio]})
    few, many, divided = (row["difference_sd"] for row in summary(trial, [live_once(trial, 1, DEFAULT, paired=True)]))
    assert divided == pytest.approx(many / few) and 1.5 < divided < 3.5


def test_what_cannot_be_told_from_zero_divides_nothing():
    arms = {"control": {}, "few": {"messages": {}}, "many": {"home_visits": {}}}
    ratio = {"outcome": "practice_quality", "compare": "ratio", "arm": "many", "against": "few"}
    row = rows(PLAIN, arms=arms, measure=[ratio])[0]
    assert row["difference_sd"] is None and row["why_none"] == "What it is divided by cannot be told from zero."


def test_a_share_that_took_part_is_that_of_the_week_asked_for():
    measure = [{"outcome": "taking_part", "at": week} for week in (1, 8, "end")]
    early, later, end = (row["difference_sd"] for row in rows(TWO_ARMS, weeks=10, measure=measure))
    assert early < later == end


def test_the_lowest_quarter_stays_a_quarter():
    arms = {"control": {}, "visited": {"home_visits": {"per_year": 36, "for_whom": "lowest_quarter"}}}
    measure = [{"outcome": "taking_part", "at": week} for week in (12, 38)]
    asked = PLAIN | {"who": {"families": 200}, "weeks": 38, "arms": arms, "assign": "preschool"}
    assert all(0.1 < row["difference_sd"] < 0.32 for row in rows(asked, measure=measure))

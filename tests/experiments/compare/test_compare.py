"""famschool compare: a small comparison, whole: table, choice, report."""

import json
import re

import numpy as np
import pandas as pd
import pytest

import sim
from experiments.compare.choice import choice_of
from experiments.compare.report import comparison
from experiments.compare.table import compared, error_of_the_mean, luck, unknown
from experiments.compare.tornado import runs_beside, tornado
from experiments.compare.what_is_compared import read_comparison
from experiments.compare.words import summary, untried_of
from experiments.compare.years import discounted
from experiments.decide.perspective import IN_WORDS, PERSPECTIVES
from experiments.describe import describe
from experiments.study.families_lived import FamiliesLived
from experiments.study.folder import study_of
from experiments.study.workers import Workers

SMALL = {
    "name": "small",
    "question": "Which <b>helps</b>?",
    "place": "us_preschool",
    "families": 60,
    "weeks": 20,
    "strategies": ["routine", "messages_three", "reading_course"],
    "uncertainties": ["Growth.settling", "HomePractice.half_life"],
    "design": {"kind": "latin", "points": 3},
    "replicates": 2,
}


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    study = study_of(read_comparison(SMALL), tmp_path_factory.mktemp("compare") / "small")
    assert study.run(Workers("serial", 1, None), 0.05)
    return study, comparison("payers").written(study)


def test_the_json_has_the_columns_that_others_rely_on(done):
    rows = json.loads(json.dumps(done[1].json))["outcomes"]
    asked = "outcome observer strategy group mean difference low high "
    asked += "spread_low spread_high unknown_low unknown_high unit rests_on"
    assert all(list(row) == asked.split() for row in rows)
    base = [row for row in rows if row["strategy"] == "routine"]
    assert base and all(row["difference"] is None for row in base)
    assert {row["strategy"] for row in rows} == {"routine", "messages_three", "reading_course"}


def test_money_and_hours_add_up_to_what_the_runs_used(done):
    """Each run of the comparison lived once more: its ledger, to the cent and minute, is what the report says."""
    study, names = done[0], done[0].experiment.strategies
    table = compared(study)
    used = {"money": [], "own_hours": []}
    for point in study.plan.points:
        for seed in (1, 2):
            for name in names:
                scenario = study.experiment.subject.scenario(point, name)
                run = sim.live(scenario, seed, sim.settle(scenario, seed), "strategy")
                ledger, wage = run.measured.tables.ledger, scenario.numbers.Wage.teacher_hour
                hired = ledger.cents_hired.sum() / 100 + wage * ledger.minutes_hired.sum() / 60
                used["money"].append((ledger.cents_used.sum() + ledger.cents_authority.sum()) / 100 + hired)
                minutes = ledger.minutes_contacts + ledger.minutes_attention + ledger.minutes_training
                used["own_hours"].append((minutes - ledger.minutes_helped).sum() / 60)
    for outcome, unit in (("money", 0.005), ("own_hours", 1 / 120)):  # half a cent, half a minute, of all families
        by_strategy = np.reshape(used[outcome], (-1, len(names))).mean(axis=0)
        rows = table[(table.group == "all") & (table.outcome == outcome)].set_index("strategy")
        for name, whole in zip(names, by_strategy, strict=True):
            assert 60 * rows.loc[name]["mean"] == pytest.approx(whole, abs=unit)


def test_costs_by_perspective_add_up(done):
    """The course: what its parts are in the table, and what it takes to begin with in three classes of twenty."""
    study = done[0]
    table = compared(study)
    rows = table[(table.group == "all") & (table.strategy == "reading_course")].set_index("outcome")
    k = study.experiment.strategies.index("reading_course")
    seen = {one: choice_of(study, one).costs[:, k].mean() for one in PERSPECTIVES}
    classes = sim.settle(study.experiment.subject.scenario({}, "routine"), 1).tables.teachers.size
    assert seen["payers"] == pytest.approx(rows.loc["money"].difference + 3668.22 * classes / 60, abs=1e-9)
    assert seen["preschool"] + seen["authority"] == pytest.approx(seen["payers"], abs=1e-9)
    wages = sim.numbers_with({}).Wage
    time = (
        rows.loc["family_hours"].difference * wages.family_hour + rows.loc["own_hours"].difference * wages.teacher_hour
    )
    assert seen["society"] - seen["payers"] == pytest.approx(time, abs=1e-9)


@pytest.mark.parametrize("perspective", PERSPECTIVES)
def test_the_summary_names_whose_costs_count_and_in_which_money(done, perspective):
    study, choice = done[0], choice_of(done[0], perspective)
    said = " ".join(summary(study, compared(study), choice, choice.finding_out(100)))
    assert IN_WORDS[perspective] in said and "USD of 2023" in said


def test_the_summary_names_what_no_trial_has_tried(done):
    study, choice = done[0], choice_of(done[0])
    assert "No trial" not in " ".join(summary(study, compared(study), choice, choice.finding_out(100)))
    asked = read_comparison(SMALL | {"strategies": ["messages_three", {"an_app": {"messages": {}, "platform": {}}}]})
    assert "has tried an app to ask and tell:" in untried_of(asked)
    assert untried_of(read_comparison(SMALL | {"strategies": [{"an_app": {"platform": {}}}, "messages_three"]})) is None


def test_what_a_budget_pays_for_and_what_is_left_without_one(done):
    budgets = pd.read_csv(done[0].folder / "by_budget.csv")
    assert budgets.budget_a_child[0] == 0 and budgets.routine[0] == 1
    assert np.allclose(budgets.drop(columns="budget_a_child").sum(axis=1), 1)
    left = pd.read_csv(done[0].folder / "own_means.csv").set_index(["strategy", "paid_by"])
    assert len(left) == 4
    paid, alone = (left.loc[("reading_course", who)] for who in ("programme", "preschool"))
    assert alone.promises_cancelled > paid.promises_cancelled == 0
    assert alone.money < paid.money


def test_one_price_at_a_time_moves_the_cost_as_it_must(done):
    """The leading strategy's dearest price at twice its worth adds what its contacts cost once more."""
    table = pd.read_csv(done[0].folder / "tornado.csv")
    costs = table[table.of == "cost"].set_index("number")
    row = costs.loc["Price.course"]
    per_unit = (row.at_high - row.at_low) / (row.high - row.low)
    assert row.at_centre - row.at_low == pytest.approx(per_unit * (40 - row.low), rel=1e-3)
    assert {"Growth.settling", "HomePractice.half_life"} >= set(table[table.of == "effect"].number)


def test_one_thing_at_a_time_says_what_each_number_is_about_and_its_unit(done):
    """In the words of `describe`; of a price what is bought."""
    table = pd.read_csv(done[0].folder / "tornado.csv").set_index("number")
    assert tuple(table.loc["Price.course"][["meaning", "unit"]]) == ("material and food of a course", "sum of money")
    about = "What makes practice rich, and how skill in it comes and goes"
    assert tuple(table.loc["HomePractice.half_life"][["meaning", "unit"]]) == (about, "number of weeks")
    assert about in next(describe("HomePractice.half_life"))
    page = (done[0].folder / "report.html").read_text(encoding="utf-8")
    assert f'<td title="{table.loc["Price.course"].what}">Price.course<br><small>material and food of a course' in page
    assert f"HomePractice.half_life<br><small>{about}</small>" in page and "<td>weeks</td>" in page
    picture = (done[0].folder / "tornado.svg").read_text(encoding="utf-8")
    assert "home practice: half life, " in picture and f"<!-- {about} -->" in picture


def test_the_lives_beside_a_report_are_about_as_many_as_foretold(done, monkeypatch):
    lived, live = [], FamiliesLived.live
    monkeypatch.setattr(FamiliesLived, "live", lambda *asked: lived.append(asked) or live(*asked))
    tornado(done[0], choice_of(done[0]))
    assert runs_beside(done[0].experiment) == pytest.approx(len(lived), rel=0.1)
    assert comparison("payers").seconds(done[0].experiment, 0.5) > 0.5 * runs_beside(done[0].experiment)


def test_a_single_year_is_not_discounted_and_two_are(done):
    choice = choice_of(done[0])
    assert discounted(done[0], choice).empty
    study = study_of(
        read_comparison(SMALL | {"weeks": 104, "design": {"kind": "latin", "points": 2}}), done[0].folder / "two"
    )
    assert study.run(Workers("serial", 1, None), 0.05)
    rows = discounted(study, choice_of(study)).set_index(["strategy", "rate"])
    plain, later = (rows.loc[("messages_three", rate)] for rate in (0.0, 0.03))
    assert plain.cost_a_child == pytest.approx(choice_of(study).costs[:, 1].mean(), abs=1e-9)
    assert plain.cost_a_child / 1.03 < later.cost_a_child < plain.cost_a_child
    assert later.months_of_language == pytest.approx(plain.months_of_language / 1.03, abs=1e-12)


def test_the_report_stands_alone_and_says_names_as_text(done):
    page = (done[0].folder / "report.html").read_text(encoding="utf-8")
    assert "Which &lt;b&gt;helps&lt;/b&gt;?" in page and "<b>helps</b>" not in page
    assert not re.findall(r"(?:src|href)=[\"\'](?!data:|#)", page)
    summary = re.search(r'<section id="summary".*?</section>', page, re.S).group()
    assert 20 < len(re.sub("<[^>]+>", " ", summary).split()) < 200


def test_the_folder_holds_tables_and_pictures(done):
    names = {file.name for file in done[0].folder.iterdir()}
    assert {
        "table.csv",
        "choice.csv",
        "tables.xlsx",
        "report.html",
        "effects.png",
        "plane.svg",
        "cases.parquet",
    } <= names
    assert len(pd.read_csv(done[0].folder / "choice.csv")) == 3


def test_the_three_intervals_by_hand():
    """Two draws, two seeds: seeds differ by .2 in each draw, draws by 1."""
    values = np.array([[0.1, 0.3], [1.1, 1.3]])
    low, high = error_of_the_mean(values)  # seeds' means are .6 and .8: t(1) = 12.706 times .1
    assert (low, high) == (pytest.approx(0.7 - 1.27062, abs=1e-4), pytest.approx(0.7 + 1.27062, abs=1e-4))
    assert luck(values) == (pytest.approx(0.6), pytest.approx(0.8))
    assert unknown(values) == (pytest.approx(0.25), pytest.approx(1.15))
    assert unknown(values[:1]) == (None, None)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"strategies": ["routine"]}, "compare asks for 2 to 20"),
        (
            {"levers": {"messages.per_week": [1, 3]}, "design": "grid"},
            "only uncertain numbers vary, not messages.per_week",
        ),
        ({"strategies": ["routine", "messages_thre"]}, "Did you mean 'messages_three'?"),
    ],
)
def test_what_cannot_be_compared_is_refused(changes, message):
    with pytest.raises(sim.ScenarioError, match=re.escape(message)):
        read_comparison(SMALL | changes)


def test_an_unknown_perspective_is_refused(done):
    with pytest.raises(sim.ScenarioError, match=r"Did you mean 'society'\?"):
        choice_of(done[0], "societ")


def test_strategies_are_compared_on_ones_own_preschools(tmp_path):
    sheet = tmp_path / "mine.csv"
    sheet.write_text("preschool,classes,children\nA,1,18\nB,2,33\n", encoding="utf-8")
    asked = read_comparison(SMALL, district=str(sheet))
    assert asked.subject.families == 51
    assert asked.subject.scenario({}, "routine").place.district.children == 51
    assert asked.id() != read_comparison(SMALL).id()
    sheet.write_text("preschool,classes,children\nA,1,x\n", encoding="utf-8")
    with pytest.raises(sim.ScenarioError, match=r"column 3 \(children\)"):
        read_comparison(SMALL, district=str(sheet))


def test_a_comparison_at_ones_own_prices(tmp_path):
    (tmp_path / "mine.yaml").write_text(
        "currency: USD\nyear: 2025\ntimes: 1\nprices:\n  Price.course: {price: 500, high: 900}\n", encoding="utf-8"
    )
    asked = read_comparison(SMALL, prices=str(tmp_path / "mine.yaml"))
    scenario = asked.subject.scenario({}, "routine")
    assert scenario.numbers.Price.course == 500 and scenario.place.prices.in_words() == "USD of 2025"
    assert asked.id() != read_comparison(SMALL).id()


def test_who_pays_adds_up_and_hours_by_grade_are_those_of_the_sessions(done):
    """Eight sessions in three classes of twenty: three hours of a leader and of an assistant each, 1.2 a child."""
    pays = pd.read_csv(done[0].folder / "who_pays.csv").set_index("strategy")
    course = pays.loc["reading_course"]
    parts = course.money_preschool + course.money_authority + course.money_programme + course.once
    assert course.all_money == pytest.approx(parts, abs=1e-9)
    assert course.all_money == pytest.approx(choice_of(done[0]).costs[:, 2].mean(), abs=0.005)
    assert 0 < course.reached < 1 and course.a_family_reached == pytest.approx(course.all_money / course.reached)
    hours = pd.read_csv(done[0].folder / "staff_hours.csv").set_index("strategy").loc["reading_course"]
    assert (hours.leader, hours.assistant, hours.coordinator) == pytest.approx((1.2, 1.2, 0), abs=1e-4)


def test_who_gains_is_said_by_group_and_skill(done):
    gains = pd.read_csv(done[0].folder / "who_gains.csv").set_index(["group", "strategy"])
    fifths = [gains.loc[(f"ses_{k}", "reading_course")].months for k in range(1, 6)]
    assert gains.loc[("all", "reading_course")].months == pytest.approx(np.mean(fifths), abs=0.2)
    skills = pd.read_csv(done[0].folder / "by_skill.csv")
    assert set(skills.unit[skills.skill.isin(["language", "numeracy"])]) == {"months"}
    assert set(skills.unit[~skills.skill.isin(["language", "numeracy"])]) == {"in 100 past the benchmark"}
    assert ((skills.low <= skills.high) | skills.low.isna()).all()


def test_regret_and_good_enough_by_hand(done):
    enough = pd.read_csv(done[0].folder / "good_enough.csv").set_index("strategy")
    choice = choice_of(done[0])
    worth = 400 * choice.effects - choice.costs
    regret = (worth.max(axis=1, keepdims=True) - worth).max(axis=0)
    assert enough.most_regret_at_400.to_numpy() == pytest.approx(regret, abs=1e-9)
    assert enough.loc["routine"]["at_least_0.25_months"] == 0
    assert enough.loc["reading_course"]["at_least_0.5_months"] == np.mean(choice.effects[:, 2] >= 0.5)


def test_every_column_that_the_sheet_of_units_names_is_there(done):
    book = pd.read_excel(done[0].folder / "tables.xlsx", sheet_name=None)
    for sheet, named, _ in book["units"].itertuples(index=False):
        for one in named.split(", "):
            form = {"every column": ".*", "every strategy": "routine"}.get(one, re.escape(one).replace("…", ".*"))
            assert any(re.fullmatch(form, column) for column in book[sheet].columns), (sheet, one)
    assert set(book["discounted"].columns) - {"strategy"} == set(
        book["units"][book["units"].sheet == "discounted"].column
    )

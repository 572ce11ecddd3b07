"""famschool plan on a small district, whole: money kept, choices made, a calendar and a page that stand alone."""

import json
import re
import subprocess
import sys
from types import SimpleNamespace

import pandas as pd
import pytest

import sim
from experiments.labels import of_outcome
from experiments.plan.asked import asked_of
from experiments.plan.bill import bill_of
from experiments.plan.calendar import calendar
from experiments.plan.choose import MOST, short_list
from experiments.plan.lives import lived
from experiments.tried_in_trials import not_tried

SHEET = "preschool,classes,children,low_income\nA,1,18,60%\nB,1,20,10%\n"
LEVERS = "messages:\n  - {per_week: 1}\n  - {per_week: 3}\nparent_school:\n  - {sessions: 4}\n"
BUDGET = 2500


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("plan")
    (folder / "mine.csv").write_text(SHEET, encoding="utf-8")
    (folder / "few.yaml").write_text(LEVERS, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def made(folder):
    command = [sys.executable, "-m", "experiments.cli", "plan", "mine.csv", "--budget", str(BUDGET)]
    command += ["--levers", "few.yaml", "--workers", "1", "--json", "--out", "there"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=600, check=True)
    return folder / "there", json.loads(done.stdout)


def test_three_choices_within_the_budget(made):
    assert [one["choice"] for one in made[1]["chosen"]] == ["robust", "cheap", "fair"]
    assert all(one["why"] and one["unless"] for one in made[1]["chosen"])
    assert all(row["cost"] <= BUDGET for row in made[1]["mixes"])
    assert "the routine as it is" in [row["mix"] for row in made[1]["mixes"]]


def test_what_a_mix_costs_is_what_the_run_paid(folder, made):
    """Three messages a week for 38 children, lived once more: the ledger's money, to the cent."""
    asked = asked_of(str(folder / "mine.csv"), BUDGET, levers=str(folder / "few.yaml"))
    mix = (("messages", 1),)
    cost, values = lived(asked, [(mix, 1)])[0]
    scenario = sim.read_scenario(asked.scenario | {"strategy": asked.strategy(mix)})
    treated = sim.live(scenario, 1, sim.settle(scenario, 1), "strategy").measured
    plain = sim.live(scenario, 1, sim.settle(scenario, 1), "baseline").measured
    money = sim.OUTCOMES["money"]
    assert cost == pytest.approx(asked.children * (money(treated) - money(plain)), abs=0.005)
    assert values[0] > 0


def test_the_calendar_has_the_year_and_the_page_stands_alone(made):
    weeks = pd.read_csv(made[0] / "calendar.csv")
    assert weeks.week.between(1, 52).all() and set(weeks["beyond the routine"]) >= {False}
    page = (made[0] / "report.html").read_text(encoding="utf-8")
    assert not re.findall(r"(?:src|href)=[\"\'](?!data:|#)", page)
    summary = re.search(r'<section id="summary".*?</section>', page, re.S).group()
    assert 20 < len(re.sub("<[^>]+>", " ", summary).split()) < 200


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"budget": 0}, "more than nothing"),
        ({"hours": -1}, "0 or more"),
        ({"objectives": ("langage",)}, "Did you mean 'language'"),
        ({"levers": "nowhere"}, "There is no"),
    ],
)
def test_a_wrong_request_is_refused(folder, changes, message):
    asked = {"district": str(folder / "mine.csv"), "budget": 10, "levers": str(folder / "few.yaml")}
    with pytest.raises(sim.ScenarioError, match=message):
        asked_of(**(asked | changes))


def test_a_wrong_lever_is_said_with_its_line(folder):
    (folder / "wrong.yaml").write_text("messages:\n  - {per_weeks: 1}\n", encoding="utf-8")
    with pytest.raises(sim.ScenarioError, match=r"wrong.yaml:2: .*Did you mean"):
        asked_of(str(folder / "mine.csv"), 10, levers=str(folder / "wrong.yaml"))


def test_what_a_plan_costs_whom_adds_up(folder):
    """The course of four sessions in two classes: money by payer as the lives paid it, and 2,850 of 2014 a class once."""
    asked = asked_of(str(folder / "mine.csv"), BUDGET, levers=str(folder / "few.yaml"))
    mix = (("parent_school", 0),)
    bill, (cost, _) = bill_of(asked, mix, 1), lived(asked, [(mix, 1)])[0]
    assert asked.starting(mix) == pytest.approx(2 * 3668.22)
    assert bill.sums["payers"] == pytest.approx(cost, abs=0.005)
    assert sum(money for _, hours, money in bill.rows if hours is None) == pytest.approx(cost, abs=0.005)
    assert bill.sums["society"] == pytest.approx(sum(money for _, _, money in bill.rows), abs=0.005)


def test_what_the_money_buys_adds_up_by_grade_of_staff(folder):
    """Four sessions in two classes: three hours of a leader and three of an assistant each, to the minute and cent."""
    asked = asked_of(str(folder / "mine.csv"), BUDGET, levers=str(folder / "few.yaml"))
    bill = bill_of(asked, (("parent_school", 0),), 2)
    assert bill.grades == pytest.approx({"leader": 24, "assistant": 24}, abs=1 / 60)
    bought = {what: money for what, _, _, money in bill.bought}
    assert bought["course leaders"] == pytest.approx(24 * 36, abs=0.005)
    assert bought["material, services, travel"] == pytest.approx(8 * 40, abs=0.005)
    assert sum(bought.values()) == pytest.approx(bill.sums["payers"], abs=0.005)
    weeks = calendar(asked, (("parent_school", 0),), grades=bill.grades)
    beyond = weeks[weeks["beyond the routine"]].groupby("who").hours.sum()
    assert beyond.to_dict() == {"course leaders": 24, "assistants, child care": 24}


def test_who_is_there_all_year_round_stands_in_every_school_week(folder, tmp_path):
    (tmp_path / "office.yaml").write_text("cooperation_office:\n  - {staff_hours_a_week: 2}\n", encoding="utf-8")
    asked = asked_of(str(folder / "mine.csv"), 10_000, levers=str(tmp_path / "office.yaml"))
    bill = bill_of(asked, (("cooperation_office", 0),), 1)
    weeks = calendar(asked, (("cooperation_office", 0),), grades=bill.grades)
    office = weeks[weeks.who == "coordinators, office staff"]
    taught = int(asked.place.school_weeks().sum())
    assert len(office) == taught and (office.hours == 4).all()
    assert bill.grades["coordinator"] == pytest.approx(4 * taught, abs=1 / 60)


def test_what_costs_too_much_is_said_with_what_it_would_have_done(made):
    course = next(row for row in made[1]["left_out"] if row["what"] == "a course for parents (4 sessions)")
    assert course["once"] == pytest.approx(2 * 3668.22) and course["cost"] == pytest.approx(2 * 3668.22 + 8 * 220)
    assert "beyond the money there is" in course["why"] and "1,760 a year after that" in course["why"]
    assert "a course for parents (4 sessions) 9,096 (7,336 of it once, to begin with)." in " ".join(made[1]["summary"])


def test_what_no_trial_has_tried_is_said_of_the_choice(folder, made):
    assert "No trial" not in " ".join(made[1]["summary"])  # messages and courses were
    asked = asked_of(str(folder / "mine.csv"), BUDGET)
    assert "has tried an app to ask and tell:" in not_tried(asked.doings((("platform", 0), ("messages", 0))))


def test_the_middle_of_the_draws_stands_beside_their_span(made):
    (said,) = re.findall(
        r"gains (\S+) to (\S+) months of language, in the middle one (\d+\.\d)\.", " ".join(made[1]["summary"])
    )
    low, high, middle = map(float, said)
    assert low <= middle <= high


def test_what_the_defaults_give_is_not_taken_for_what_is_known(made):
    """It may lie well below the middle of the draws: both stand there, each with what it is."""
    (cost,) = (said for said in made[1]["summary"] if said.startswith("It costs"))
    assert re.fullmatch(
        r"It costs [\d,]+ a year, \d+ a child .* and brings .*\* with every number at its default\.", cost
    )


def test_who_gains_is_told_by_group(made):
    gains = pd.read_csv(made[0] / "who_gains.csv").set_index("group")
    fifths = gains.loc[["poorest fifth", "second", "third", "fourth", "richest fifth"]]
    assert gains.loc["all children"].months_of_language == pytest.approx(fifths.months_of_language.mean(), abs=0.05)


def test_a_plan_at_ones_own_prices(folder):
    (folder / "dear.yaml").write_text(
        "currency: USD\nyear: 2025\ntimes: 1\nprices:\n  Price.message: 0.02\n", encoding="utf-8"
    )
    mix, files = (("messages", 1),), {"levers": str(folder / "few.yaml")}
    plain, dear = (
        lived(asked_of(str(folder / "mine.csv"), BUDGET, **files, **own), [(mix, 1)])[0][0]
        for own in ({}, {"prices": str(folder / "dear.yaml")})
    )
    assert dear == pytest.approx(2 * plain, abs=0.01)
    asked = asked_of(str(folder / "mine.csv"), BUDGET, **files, prices=str(folder / "dear.yaml"))
    assert asked.place.prices.in_words() == "USD of 2025"
    with pytest.raises(sim.ScenarioError, match="Did you mean 'society'"):
        asked_of(str(folder / "mine.csv"), BUDGET, **files, perspective="societ")


def test_the_cheapest_that_is_good_enough_is_never_thinned_out():
    mixes = [SimpleNamespace(mix=(k,), cost=float(k), means=(0.01 * k, 0.0, 0.0, 0.0)) for k in range(1, 41)]
    kept = [one.mix for one in short_list(mixes)]
    assert len(kept) == MOST and (24,) in kept  # 60% of the largest gain, .40


def test_what_a_mix_is_without_a_part_that_adds_nothing_is_tried_too(monkeypatch):
    others = [((f"other {k}",), 0.01 * k) for k in range(1, 38)]
    dear, plain = (("books", "idle", "talks"), 0.2), (("books", "talks"), 0.199)
    said = [*others[:20], plain, *others[20:], dear]
    mixes = [SimpleNamespace(mix=m, cost=float(k), means=(gain, -float(k))) for k, (m, gain) in enumerate(said)]
    with_it = [one.mix for one in short_list(mixes)]
    monkeypatch.setattr("experiments.plan.choose.SIMPLER", 0)
    without = [one.mix for one in short_list(mixes)]
    assert dear[0] in without and plain[0] not in without
    assert set(with_it) == {*without, plain[0]} and len(without) == MOST


def test_a_calendar_says_each_thing_once_a_week(made):
    weeks = pd.read_csv(made[0] / "calendar.csv")
    assert not weeks.duplicated(["week", "what", "who", "beyond the routine", "minutes each"]).any()


def test_the_page_marks_the_choices_says_units_and_what_is_better(made):
    page = (made[0] / "report.html").read_text(encoding="utf-8")
    mixes = page[page.index("The best mixes within the budget") : page.index("What the robust choice costs whom")]
    assert [mixes.count(f"<b>({kind})</b>") for kind in ("robust", "cheap", "fair")] == [1, 1, 1]
    assert "cost <small>(USD of 2023)</small>" in mixes
    gap, hours = "Language: gap between richest and poorest fifth", "Teachers&#39; hours for families"
    assert f"less is better for “{gap}” and “{hours}”" in mixes
    assert f"<th>{gap}* <small>(SD)</small></th>" in mixes and "language gap" not in mixes
    cheap = next(one for one in made[1]["chosen"] if one["choice"] == "cheap")
    assert cheap["why"].endswith(f" of {BUDGET:,} USD.")


def test_the_book_says_its_units(made):
    book = pd.read_excel(made[0] / "tables.xlsx", sheet_name=None)
    units = book["units"]
    assert set(units.sheet) <= set(book)
    for sheet, own in units.groupby("sheet"):
        assert set(own.column) <= set(book[sheet].columns)
    gap = "Language: gap between richest and poorest fifth"
    assert units.set_index(["sheet", "column"]).unit["mixes", gap] == "SD, less the routine's"


def test_people_read_the_labels_of_the_app_and_programs_the_names_of_the_model(made):
    names = ["language", "wellbeing", "language_gap", "teacher_hours"]
    heads = list(pd.read_excel(made[0] / "tables.xlsx", sheet_name="mixes").columns)
    assert heads == ["mix", "cost", *map(of_outcome, names), "seeds"]
    assert [head.partition(" (")[0] for head in pd.read_csv(made[0] / "mixes.csv").columns[2:6]] == names
    assert set(names) <= set(made[1]["mixes"][0])

"""Compare: cards, the work told line by line, and numbers that are the command line's."""

import json
import re

import pandas as pd
import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import expect

import sim
from experiments.app.server import make_app
from experiments.compare.what_is_compared import read_comparison
from experiments.pairs import live_pairs, summary

START = {"place": "us_preschool", "families": 100, "weeks": 20}
VISITS = {"routine": {}, "home_visits": {"per_year": 12}}


@pytest.fixture(scope="module")
def client():
    return TestClient(make_app(), base_url="http://localhost")


def lines(client, **asked):
    reply = client.post("/api/compare", json=asked)
    assert reply.status_code == 200, reply.text
    return [json.loads(line) for line in reply.text.splitlines()]


def table(answer):
    return pd.DataFrame(answer["rows"], columns=answer["columns"])


def test_compare_is_a_run_to_the_digit(client):
    """The same pairs of lives as `famschool run` of a scenario with that strategy."""
    said = lines(client, start=START, strategies={"routine": {"routine": {}}, "visits": VISITS}, replicates=3)
    mine = table(said[-1]["answer"]).query("strategy == 'visits'")
    rows, _ = live_pairs(sim.read_scenario(START | {"strategy": VISITS}), 3)
    theirs = summary(pd.DataFrame(rows, columns=["seed", "strategy", "outcome", "observer", "group", "value"]))
    theirs = theirs.query("strategy == 'strategy'")
    both = mine.merge(theirs, on=["outcome", "observer", "group"], suffixes=("", "_run"))
    assert len(both) == len(theirs)
    for column in ("mean", "difference", "low", "high", "spread_low", "spread_high"):
        pd.testing.assert_series_equal(both[column], both[f"{column}_run"], check_names=False, rtol=1e-12, atol=1e-12)


def test_compare_is_famschool_compare_to_the_digit(client, tmp_path):
    """The lives that the command line's experiment of the same strategies is made of."""
    asked = {"strategies": ["routine", {"visits": VISITS}], "replicates": 3, "look_at": ["language", "trust", "money"]}
    asked |= {"question": "Visits?", "design": {"kind": "list", "points": [{}]}}
    lived = read_comparison(START | asked).subject
    said = lines(client, start=START, strategies={"routine": {"routine": {}}, "visits": VISITS}, replicates=3)
    mine = table(said[-1]["answer"]).set_index(["outcome", "observer", "group", "strategy"])["mean"]
    for strategy in ("routine", "visits"):
        lives = [lived.live({}, strategy, seed) for seed in (1, 2, 3)]
        for column, values in zip(lived.columns(), zip(*lives, strict=True), strict=True):
            wanted = pd.Series(values).mean()
            if not pd.isna(wanted):
                assert mine[(*column.split("|"), strategy)] == pytest.approx(wanted, rel=1e-12, abs=1e-12)


def test_what_is_paid_once_is_said_as_the_command_line_has_it(client, tmp_path):
    from experiments.compare.choice import choice_of
    from experiments.study.folder import study_of
    from experiments.study.workers import Workers

    course = {"routine": {}, "parent_school": {}}
    asked = {"strategies": ["routine", {"course": course}], "replicates": 2, "look_at": ["language", "money"]}
    asked |= {"name": "once", "question": "A course?", "design": {"kind": "list", "points": [{}]}}
    study = study_of(read_comparison(START | asked), tmp_path)
    study.run(Workers("serial"), 0.05)
    theirs = choice_of(study)
    said = lines(client, start=START, strategies={"routine": {"routine": {}}, "course": course}, replicates=2)
    mine, paid = said[-1]["answer"]["starting"], table(said[-1]["answer"]).query("outcome == 'money'")
    assert list(mine.values()) == pytest.approx(theirs.starting) and mine["course"] > 0
    more = paid.set_index("strategy").difference["course"]
    assert more + mine["course"] == pytest.approx(theirs.costs.mean(axis=0)[1])


def test_the_first_line_comes_before_the_work_and_each_seed_has_one(client):
    said = lines(client, start=START, strategies={"a": {"routine": {}}, "b": VISITS}, replicates=4)
    assert said[0] == {"done": 0, "of": 4}
    assert [line["done"] for line in said[:-1]] == [0, 1, 2, 3, 4]


def test_chances_of_being_best_add_up_to_a_hundred(client):
    said = lines(client, start=START, strategies={"a": {"routine": {}}, "b": VISITS, "c": VISITS}, replicates=2)
    best = table(said[-1]["answer"]).query("outcome == 'language' and observer == 'true' and group == 'all'").best
    assert best.sum() == pytest.approx(100)
    assert len(set(best)) == 2  # b and c are the same strategy and share the first place


def test_one_strategy_alone_has_levels(client):
    said = lines(client, start=START, strategies={"a": {"routine": {}}}, replicates=2)
    assert said[-1]["answer"]["strategies"] == ["a"]
    assert table(said[-1]["answer"]).difference.isna().all()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"replicates": 100_000}, "The number of pairs of runs is 100,000; 200 is the most."),
        ({"strategies": {str(k): {} for k in range(7)}}, "The number of strategies is 7; at most 6 can be had."),
        ({"start": START | {"families": 2000, "weeks": 80}, "replicates": 200}, "weeks of families"),
        ({"strategies": {"a": {"home_vists": {}}}}, "Did you mean 'home_visits'?"),
        ({"start": START | {"place": "/etc/passwd"}}, "There is no place"),
    ],
)
def test_what_cannot_be_compared_is_refused_with_a_sentence(client, change, sentence):
    asked = {"start": START, "strategies": {"a": {"routine": {}}}, "replicates": 2}
    reply = client.post("/api/compare", json=asked | change)
    assert reply.status_code == 422
    assert sentence in reply.json()["sentence"]


def test_a_page_compares_four_strategies_and_shows_them_all(opened):
    page = opened("/compare")
    page.locator("#runs").fill("2")
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.locator("#status")).to_contain_text("Done: 8 runs", timeout=30_000)
    expect(page.locator("#table tbody tr")).to_have_count(4)
    for chart in ("effects", "who", "plane", "chances"):
        expect(page.locator(f'[data-chart="{chart}"] svg')).to_be_visible()
    for chart, said in (("effects", "difference (SD)"), ("plane", "money a child more than the first (USD)")):
        expect(page.locator(f'[data-chart="{chart}"] svg')).to_contain_text(said)
    page.locator("#outcome").select_option("teacher_hours")
    expect(page.locator('[data-chart="effects"] svg')).to_contain_text("difference (hours a child)")
    expect(page.locator("#among")).to_be_disabled()
    page.locator("#outcome").select_option("trust")
    expect(page.locator('[data-chart="effects"] svg')).to_contain_text("difference (percentage points)")
    page.locator("#outcome").select_option("money")
    expect(page.locator("#table tbody")).to_contain_text("USD a child")
    expect(page.locator("#meaning")).to_contain_text("Paid once to begin with, in USD a child: A reading course")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the table (CSV)").click()
    assert download.value.suggested_filename == "compare.csv"
    taken = pd.read_csv(download.value.path()).set_index("outcome")
    assert taken.unit.groupby(level=0).first()[["language", "money", "trust"]].tolist() == [
        "SD",
        "USD a child",
        "share",
    ]
    assert "best_in_percent_of_runs" in taken and set(taken.runs) == {2}


def test_every_outcome_has_a_label_of_its_own(opened):
    page = opened("/compare")
    shown = page.evaluate("() => [...document.querySelectorAll('#outcome option')].map(o => [o.value, o.textContent])")
    assert {name for name, _ in shown} == set(sim.OUTCOMES)
    assert [name for name, label in shown if label.lower() == name.replace("_", " ") and "_" in name] == []
    assert len({label for _, label in shown}) == len(shown)


def test_money_that_is_set_has_its_currency(opened):
    page = opened("/compare")
    page.get_by_text("Place and conditions").click()
    for name in ("budget.money_per_child", "policy.earmarked_per_child"):
        shown = page.locator(".control", has=page.locator(f'[data-name="{name}"]')).locator(".shown")
        expect(shown).to_have_text(re.compile(r"^\d+ USD$"))


def test_cards_are_added_duplicated_changed_and_removed_up_to_six(opened):
    page = opened("/compare")
    cards = page.locator(".strategy")
    page.get_by_role("button", name="Duplicate: Monthly visits").click()
    page.get_by_role("button", name="Add a strategy").click()
    expect(cards).to_have_count(6)
    expect(page.get_by_role("button", name="Add a strategy")).to_be_disabled()
    expect(page.locator("#most")).to_have_text("No more than 6 strategies.")
    cards.nth(5).locator("summary").click()
    cards.nth(5).get_by_role("checkbox", name="Short messages").check()
    page.get_by_role("button", name="Remove: A reading course").click()
    expect(cards).to_have_count(5)
    expect(page.locator("#most")).to_be_empty()
    names = page.evaluate("() => window.compare.cards.map(c => Object.keys(c.strategy))")
    assert names[4] == ["routine", "messages"]


def test_where_all_are_worse_none_is_said_to_be_best(opened):
    page = opened("/compare")
    page.locator("#runs").fill("10")
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.locator("#status")).to_contain_text("Done: 40 runs", timeout=30_000)
    page.locator("#among").select_option("ses_1")
    page.locator("#outcome").select_option("money")
    said = page.locator('[data-chart="effects"] p').first
    expect(said).to_contain_text(
        "Every one of these is clearly worse than the routine among everyone; Three messages a week"
    )
    expect(said).to_contain_text(re.compile(r"comes nearest to it: \+0\.\d+ USD a child \("))
    page.locator("#outcome").select_option("language")
    expect(page.locator("#among")).to_have_value("ses_1")


def test_two_runs_say_that_they_are_two_and_too_few(opened):
    page = opened("/compare")
    page.locator("#runs").fill("2")
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.locator("#status")).to_contain_text("Done: 8 runs", timeout=30_000)
    for chart in ("effects", "who", "chances"):
        expect(page.locator(f'[data-chart="{chart}"]')).to_contain_text("2 pairs of runs are too few")
    best = page.locator('[data-chart="chances"]')
    expect(best.locator("svg")).to_contain_text("best in so many of 2 runs")
    expect(best).to_contain_text("Of 2 schools")
    rows = page.evaluate("() => window.compare.charts.chances.view.data('rows').map(r => r.best)")
    assert sum(rows) == pytest.approx(2)
    expect(page.locator("#table thead")).to_contain_text("best in so many of 2 runs")


def test_fifths_are_told_apart_only_beyond_the_errors_of_their_means(opened):
    page = opened("/compare")
    page.locator("#runs").fill("10")
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.locator("#status")).to_contain_text("Done: 40 runs", timeout=30_000)
    row = "{strategy: 'Monthly visits', group, difference, low: difference - 0.02, high: difference + 0.02}"
    said = f"""gap => {{ const dots = [['ses_1', 0.1], ['ses_5', 0.1 + gap]].map(([group, difference]) => ({row}));
        return window.compare.gaps(dots, {{unit: 'SD', better: 'higher'}}); }}"""
    assert page.evaluate(said, 0.03).startswith("No strategy here clearly")
    assert page.evaluate(said, 0.05) == "The richest fifth clearly gains more than the poorest: Monthly visits."


@pytest.fixture
def compared(opened):
    page = opened("/compare")
    page.locator("#runs").fill("10")
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.locator("#status")).to_contain_text("Done: 40 runs", timeout=30_000)
    return page


def test_which_came_out_best_most_often_is_said(compared):
    often = "bests => window.compare.oftenBest(bests.map((best, k) => ({strategy: 'ABC'[k], best})))"
    assert compared.evaluate(often, [2, 7, 1]) == "B came out best most often, in 7 of 10 runs; next A, in 2."
    assert compared.evaluate(often, [0, 0, 10]) == "C came out best in all 10 runs."
    assert compared.evaluate(often, [2, 4, 4]).startswith("Best equally often: B, C, each in 4 of 10")
    assert compared.evaluate(often, [10]) == ""
    rows = compared.evaluate("() => window.compare.rows('language', 'all').map(r => [r.best, r.strategy])")
    expect(compared.locator('[data-chart="chances"] > p').first).to_contain_text(max(rows)[1])


def test_ends_of_an_error_that_differ_are_not_the_same_number(compared):
    tell = """async ([low, high, unit]) => { const {decimalsToTell, difference} = await import('/static/words.js');
        const more = decimalsToTell(low, high, unit); return [low, high].map(v => difference(v, unit, more)); }"""
    assert compared.evaluate(tell, [0.1, 0.2, "SD"]) == ["+0.10 SD", "+0.20 SD"]
    assert compared.evaluate(tell, [0.0712, 0.0718, "SD"]) == ["+0.071 SD", "+0.072 SD"]
    assert compared.evaluate(tell, [-0.00021, -0.00018, "share"]) == ["−0.021 points", "−0.018 points"]
    assert compared.evaluate(tell, [1234.51, 1234.62, "hours"]) == ["+1,234.5 hours", "+1,234.6 hours"]
    assert compared.evaluate(tell, [0.5, 0.5, "SD"]) == ["+0.50 SD", "+0.50 SD"]
    for outcome in ("language", "trust", "misperception"):
        compared.locator("#outcome").select_option(outcome)
        differ = compared.evaluate("name => window.compare.rows(name, 'all').map(r => r.low !== r.high)", outcome)
        assert any(differ)
        for row, apart in zip(compared.locator("#table tbody tr").all(), differ, strict=True):
            cells = [cell.text_content() for cell in row.locator("td").all()]
            assert (cells[2] != cells[3]) == apart, cells
            assert (cells[4] != cells[5]) == apart, cells  # nine in ten, in the same row


def test_names_of_strategies_alike_do_not_lie_over_one_another(opened):
    page = opened("/compare")
    page.get_by_role("button", name="Duplicate: Monthly visits").click()
    page.locator("#runs").fill("2")
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.locator("#status")).to_contain_text("Done: 10 runs", timeout=30_000)
    names = page.locator('[data-chart="plane"] svg text').filter(has_text="Monthly visits")
    one, other = (names.nth(k).bounding_box() for k in range(2))
    assert abs(one["y"] - other["y"]) > 10


def test_a_long_comparison_can_be_stopped(opened):
    page = opened("/compare")
    page.locator("#runs").fill("200")
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.locator("#status")).to_contain_text("of 200 pairs")
    page.get_by_role("button", name="Stop").click()
    expect(page.locator("#status")).to_have_text("Stopped.")
    page.locator("#runs").fill("2")
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.locator("#status")).to_contain_text("Done", timeout=30_000)


def test_a_name_with_markup_stays_a_name(opened):
    page = opened("/compare")
    page.locator(".strategy input[type=text]").nth(1).fill("<b>bold</b>")
    page.locator(".strategy input[type=text]").nth(1).press("Tab")
    page.locator("#runs").fill("2")
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.locator("#table tbody")).to_contain_text("<b>bold</b>", timeout=30_000)


def test_each_card_has_a_name_of_its_own_that_is_no_number(opened):
    page = opened("/compare")
    names = page.locator("#cards article > input[type=text]")
    for k, name in enumerate(("7", "constructor", "A", "A")):
        names.nth(k).fill(name)
        names.nth(k).press("Tab")
    assert [names.nth(k).input_value() for k in range(4)] == ["7′", "constructor′", "A", "A′"]


def test_long_names_make_no_page_wider_than_a_telephone(opened):
    page = opened("/compare", viewport={"width": 390, "height": 844})
    for k in (1, 2):
        page.locator(".strategy input[type=text]").nth(k).fill("W" * 39 + str(k))
        page.locator(".strategy input[type=text]").nth(k).press("Tab")
    page.locator("#runs").fill("2")
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.locator("#status")).to_contain_text("Done")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    names = page.locator('[data-chart="plane"] svg text').filter(has_text="WWW")
    expect(names).to_have_text([re.compile("^W+…$")] * 2)  # a whole one would lie over the axis


ROW = "{{strategy: '{name}', difference: {at}, spread_low: {at} - {by}, spread_high: {at} + {by}}}"


@pytest.mark.parametrize(
    ("rows", "better", "said"),
    [
        (
            [("A", 3, 1), ("B", 5, 1), ("C", 0, 1)],
            "higher",
            "2 of these are clearly better than R among everyone, B most of all: +5",
        ),
        (
            [("A", 3, 1), ("B", 5, 1)],
            "higher",
            "Every one of these is clearly better than R among everyone, B most of all: +5",
        ),
        ([("A", 3, 1)], "higher", "A is clearly better than R among everyone: +3"),
        ([("A", 3, 1), ("B", -5, 1)], "higher", "A is clearly better than R among everyone: +3"),
        (
            [("A", -3, 1), ("B", -5, 1)],
            "higher",
            "Every one of these is clearly worse than R among everyone; A comes nearest",
        ),
        (
            [("A", 3, 1), ("B", 5, 1)],
            "lower",
            "Every one of these is clearly worse than R among everyone; A comes nearest",
        ),
        ([("A", -3, 1)], "higher", "A is clearly worse than R among everyone: −3"),
        (
            [("A", -3, 1), ("B", -5, 1), ("C", 0, 1)],
            "higher",
            "and 2 are clearly worse; of those, A comes nearest to it: −3",
        ),
        (
            [("A", -3, 1), ("B", 0, 1)],
            "higher",
            "None of these is clearly better than R among everyone, and A is clearly worse",
        ),
    ],
)
def test_a_headline_says_plainly_who_is_better_or_worse(opened, rows, better, said):
    page = opened("/compare")
    made = ", ".join(ROW.format(name=name, at=at, by=by) for name, at, by in rows)
    told = f"""() => {{ const rows = [{made}]; compare.answer = {{strategies: ["R"]}}; compare.compared = {{replicates: 20}};
        return compare.said(rows, rows, {{better: "{better}", unit: "days"}}, "all"); }}"""
    assert said in page.evaluate(told)


@pytest.mark.parametrize("width", [1280, 1024, 390])
def test_no_table_is_cut_and_a_wide_one_says_how_to_see_the_rest(opened, width):
    page = opened("/compare", viewport={"width": width, "height": 900})
    page.locator("#runs").fill("2")
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.locator("#status")).to_contain_text("Done: 8 runs", timeout=30_000)
    page.locator("#outcome").select_option("money")
    box, note = page.locator("#table"), page.get_by_text("Wider than the page")
    last = "() => document.querySelector('#table th:last-child').getBoundingClientRect().right"
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    if width == 1280:
        expect(note).to_be_hidden()
        return
    expect(note).to_be_visible()
    expect(box).to_have_accessible_description(re.compile("by the arrow keys"))
    box.focus()
    for _ in range(40):
        page.keyboard.press("ArrowRight")
    page.wait_for_function(f"() => ({last})() <= window.innerWidth")
    first = page.locator("#table tbody th").first.bounding_box()
    assert first["x"] >= 0  # a row keeps its name in sight
    seen, caption = box.bounding_box(), page.locator("#table caption span").bounding_box()
    assert seen["x"] - 1 <= caption["x"] and caption["x"] + caption["width"] <= seen["x"] + seen["width"] + 1

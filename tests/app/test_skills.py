"""A skill's standard deviations in months of development, or in children past the benchmark."""

import re

import pytest
from playwright.sync_api import expect

from experiments.app.asked import Shelf
from experiments.app.runs import answer
from tests.app.test_explore import settled

START = {"place": "us_preschool", "families": 200, "weeks": 52, "strategy": "monthly_visits", "against": "as_it_is"}


def asked(**changed):
    return answer(Shelf().scenario(START | changed), 1, ["language", "social"])


def test_children_behind_are_those_of_the_week_of_measurement():
    said = asked()
    assert list(said["behind"]) == ["social"]  # what is said in months is not said twice
    measured = [row for row in said["measured"] if row["outcome"] == "social_behind" and row["observer"] == "true"]
    for group in ("all", "ses_1", "ses_5"):
        (row,) = [row for row in measured if row["group"] == group]
        week = said["measured_in"] - 1
        assert said["behind"]["social"][group][week] == pytest.approx(row["value"], abs=1e-4)
        assert said["behind_baseline"]["social"][group][week] == pytest.approx(row["baseline"], abs=1e-4)


def test_months_and_the_benchmark_are_those_of_the_scenario():
    assert asked()["months_an_sd"] == {"language": 8.0, "numeracy": 8.0}
    said = asked(numbers={"Development.sd_a_year": 1.2, "Development.benchmark": -0.5})
    assert said["months_an_sd"]["language"] == pytest.approx(10.0)
    assert said["benchmark"] == -0.5


@pytest.fixture
def page(opened):
    return opened("/?question=3")


def number(text):
    return float(text.replace("−", "-"))


def test_a_guess_of_language_and_its_verdict_are_told_in_months(page):
    page.locator("#predict-value").press("Home")
    guess = page.locator("#predict-shown").text_content()
    sd, months = re.fullmatch(r"(−\d\.\d\d) SD, about (\d+\.\d) months behind the norm", guess).groups()
    assert float(months) == pytest.approx(8 * abs(number(sd)), abs=0.1)
    page.locator("#week").fill("38")
    verdict = page.locator("#predict-verdict")
    expect(verdict).to_contain_text(f"you expected {guess}; the model gives")
    expect(verdict).to_contain_text(re.compile(r"gives −0\.\d\d SD, about \d+\.\d months behind the norm\. It"))


def test_a_change_of_language_is_told_in_months(page):
    settled(page, lambda: page.get_by_label("Home visits", exact=True).check())
    page.locator("#week").fill("38")
    chart = page.locator('[data-chart="week:language"]')
    expect(chart.locator("h3")).to_contain_text("0.1 SD is about 0.8 months of development")
    said = chart.locator("> p").first.text_content()
    changes = re.findall(r"\((\+\d\.\d\d) SD, about (\d\.\d) months\)", said)
    assert len(changes) == 2
    for sd, months in changes:
        assert float(months) == pytest.approx(8 * float(sd), abs=0.1)


def test_another_skill_is_told_in_children_past_the_benchmark(page):
    settled(page, lambda: page.get_by_label("Home visits", exact=True).check())
    page.get_by_text("Choose curves").click()
    settled(page, lambda: page.locator("#curves input[value=social]").check())
    page.locator("#ghost").select_option("baseline")
    page.locator("#week").fill("38")
    chart = page.locator('[data-chart="week:social"]')
    expect(chart.locator("h3")).to_contain_text("the benchmark is −1.0 SD")
    poor = page.evaluate(
        "() => 100 * (explore.result.behind_baseline.social.ses_1[37] - explore.result.behind.social.ses_1[37])"
    )
    said = re.search(
        r"SD, ([+−]\d+\.\d) children in 100 past the benchmark\)", chart.locator("> p").first.text_content()
    )
    assert number(said[1]) == pytest.approx(poor, abs=0.06)
    expect(page.locator('[data-chart="week:practice_quality"] > p').first).not_to_contain_text("months")

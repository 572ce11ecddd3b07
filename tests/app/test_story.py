"""Stories in the browser: of a family, with the rule behind each sentence."""

import pytest
from playwright.sync_api import expect

from tests.app.test_explore import asked, settled


@pytest.fixture
def page(opened):
    return opened("/")


def test_a_familys_story_matches_the_data(page):
    import sim

    page.get_by_label("Family", exact=True).fill("7")
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.locator("#story")).to_contain_text("Family 7")
    life = sim.Life(sim.read_scenario(asked(page)["start"]), 1, sim.settle(sim.read_scenario(asked(page)["start"]), 1))
    came = []
    for week in range(1, 53):
        life.live_to(week)
        now = life.world.tables.week[6]
        came += [week] * bin(int(now.came_now)).count("1")
    told = page.evaluate("""() => window.explore.story.told.weeks.flatMap(week => week.sentences
        .filter(one => /, and (came|read it|took it|read some)/.test(one.text)).map(() => week.week))""")
    assert told == came


def test_a_story_names_the_rule_behind_a_sentence(page):
    page.get_by_role("button", name="The most reached").click()
    page.locator("#story summary").first.click()
    expect(page.locator("#story code").first).to_contain_text("sim/rules/taking_part.py:")


def test_clicking_a_dot_opens_its_story(page):
    x, y = page.evaluate("() => [window.explore.map.x[20], window.explore.map.y[20]]")
    page.locator("#map").click(position={"x": x, "y": y})
    expect(page.get_by_label("Family", exact=True)).to_have_value("21")


def test_a_story_is_put_away_when_another_school_is_chosen(page):
    page.get_by_role("button", name="The most reached").click()
    expect(page.locator("#story li").first).to_be_visible()
    settled(page, lambda: page.get_by_role("button", name="Another school").click())
    expect(page.locator("#story li")).to_have_count(0)
    assert page.evaluate("() => window.explore.map.chosen") == -1


def test_a_story_is_told_up_to_the_week_that_is_shown(page):
    told = page.locator("#story li:visible")
    page.get_by_role("button", name="The most reached").click()
    expect(told.first).to_be_visible()
    page.locator("#week").fill("0")
    expect(told).to_have_count(0)
    expect(page.locator("#story-more")).to_contain_text("The year has not begun")
    page.locator("#week").fill("12")
    weeks = told.evaluate_all("all => all.map(one => Number(one.dataset.week))")
    assert weeks
    assert max(weeks) <= 12
    expect(page.locator("#story-more")).to_contain_text("So far up to week 12")
    page.locator("#week").fill("52")
    expect(told).to_have_count(page.locator("#story li").count())
    expect(page.locator("#story-more")).to_be_hidden()


def test_a_story_goes_on_while_the_year_is_played(page):
    page.get_by_role("button", name="The most reached").click()
    page.get_by_role("button", name="Back to the start").click()
    page.get_by_role("button", name="Play").click()
    expect(page.locator("#story li:visible").first).to_be_visible()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()


def test_a_family_with_another_home_language_is_found_without_the_map(page):
    speaks = "() => explore.map.seats.language[Number(document.getElementById('family').value) - 1]"
    rows = []
    for _ in range(2):
        page.get_by_role("button", name="One with another home language").press("Enter")
        page.wait_for_function("rows => explore.story.told && !rows.includes(explore.map.chosen)", arg=rows)
        assert page.evaluate(speaks) > 0
        rows.append(page.evaluate("() => explore.map.chosen"))
    expect(page.locator("#story")).to_contain_text("another language")

"""A list of prices: every price is in it, one's own take the place of declared ones, wrong ones are named by line."""

import pytest

import sim
from experiments.prices_template import write_prices

HEAD = "currency: EUR\nyear: 2024\n"
TIMES = HEAD + "times: 0.9\n"
HERE = {"place": "us_preschool", "strategy": "routine"}


def listed(folder, text, name="mine.yaml"):
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


def test_the_shipped_list_describes_every_price_and_changes_none():
    there = sim.read_yaml(sim.find_config("prices", "us")).data["prices"]
    assert set(there) == set(sim.priced())
    prices = sim.read_prices("us")
    assert prices.changed_numbers() == {} and prices.in_words() == "USD of 2023"
    assert all(one.item and one.per and one.source for one in (*prices.ingredients, *prices.start_up))


def test_the_list_that_is_written_to_be_edited_says_the_same(tmp_path):
    write_prices(tmp_path / "mine.yaml")
    mine, ours = sim.read_prices(str(tmp_path / "mine.yaml")), sim.read_prices("us")
    for one, other in zip((*mine.ingredients, *mine.start_up), (*ours.ingredients, *ours.start_up), strict=True):
        assert (one.name, one.per) == (other.name, other.per)
        assert (one.price, one.low, one.high) == pytest.approx((other.price, other.low, other.high), rel=1e-5)
    with pytest.raises(sim.ScenarioError, match="not written over"):
        write_prices(tmp_path / "mine.yaml")


def test_ones_own_prices_hold_and_the_rest_goes_by_times(tmp_path):
    text = (
        HEAD + "times: 0.9\nprices:\n  Price.trained_visit: 150\n  Wage.teacher_hour: {price: 30, low: 25, high: 40}\n"
    )
    file = listed(tmp_path, text)
    scenario = sim.read_scenario(HERE | {"prices": file, "budget": {"money_per_child": 55}})
    assert scenario.place.currency == "EUR"
    assert scenario.numbers.Price.trained_visit == 150 and scenario.numbers.Wage.teacher_hour == 30
    assert scenario.numbers.Price.course == pytest.approx(0.9 * sim.numbers_with({}).Price.course)
    visit = next(one for one in scenario.place.prices.ingredients if one.name == "Price.trained_visit")
    assert (visit.low, visit.high) == (pytest.approx(25 * 150 / 142), pytest.approx(265 * 150 / 142))
    by_hand = sim.read_scenario(
        {**HERE, "prices": file, "budget": {"money_per_child": 55}, "numbers": {"Price.talk": 2}}
    )
    assert by_hand.numbers.Price.talk == 2


def test_a_price_of_another_year_is_brought_to_the_lists(tmp_path):
    """100 of 2014 at an index of 80 there and 100 in 2024 is 125; the start of a course likewise; USD has an index."""
    index = "index: {source: Eurostat, by_year: {2014: 80, 2024: 100}}\n"
    start = "start_up:\n  parent_school: {price: 800, high: 1600, per: class, year: 2014}\n"
    prices = sim.read_prices(
        listed(tmp_path, TIMES + index + "prices:\n  Price.talk: {price: 4, low: 2, high: 8, year: 2014}\n" + start)
    )
    talk = next(one for one in prices.ingredients if one.name == "Price.talk")
    assert (talk.price, talk.low, talk.high, talk.brought) == (5, 2.5, 10, "4 of 2014")
    assert (prices.start_up[0].price, prices.start_up[0].high) == (1000, 2000)
    assert prices.brought_in_words().startswith("Prices of another year were brought to 2024 by Eurostat: ")
    dollars = sim.read_prices(listed(tmp_path, "currency: USD\nyear: 2024\n", "dollars.yaml"))
    wage = next(one for one in dollars.ingredients if one.name == "Wage.teacher_hour")
    assert wage.price == pytest.approx(38 * 313.689 / 304.702) and dollars.in_words() == "USD of 2024"
    course = sim.read_prices("us").start_up[0]
    assert course.price == pytest.approx(2850 * 304.702 / 236.736, abs=0.005) and course.brought == "2,850 of 2014"


def test_staff_of_each_grade_is_paid_at_its_own_wage():
    """An hour more of each grade costs what its hours say: three of a leader and of an assistant for each session."""
    course = {"place": "us_preschool", "families": 20, "strategy": {"parent_school": {"sessions": 4}}}
    visits = course | {"strategy": {"home_visits": {"per_year": 12}}}
    office = course | {"strategy": {"cooperation_office": {"staff_hours_a_week": 5}}}
    trained = course | {"strategy": {"teacher_training": {"days": 5, "coaching_visits": 2}}}
    hours = {("leader", "course"): 12, ("assistant", "course"): 12, ("coach", "trained"): 2 * 4 + 5 * 1.6}
    hours |= {("coordinator", "office"): 5 * 36, ("visitor", "course"): 0, ("coordinator", "trained"): 0}
    asked = {"course": course, "visits": visits, "office": office, "trained": trained}
    for (grade, name), wanted in hours.items():
        wage = getattr(sim.numbers_with({}).Wage, f"{grade}_hour")
        plain, dear = (
            20 * sim.OUTCOMES["money"](sim.simulate(asked[name] | {"numbers": own}, 1).measured)
            for own in ({}, {f"Wage.{grade}_hour": wage + 1})
        )
        assert dear - plain == pytest.approx(wanted, abs=0.4)  # conditions are paid in whole cents a week


def test_what_a_strategy_costs_goes_with_its_price(tmp_path):
    """Twice the price of a message, twice the money of messages, to the cent."""
    asked = {"place": "us_preschool", "families": 60, "strategy": {"messages": {"per_week": 3}}}
    dear = listed(tmp_path, "currency: USD\nyear: 2023\nprices:\n  Price.message: 0.02\n")
    plain, doubled = (
        sim.OUTCOMES["money_programme"](sim.simulate(asked | own, 1).measured) for own in ({}, {"prices": dear})
    )
    assert plain > 0
    assert round(100 * 60 * doubled) == 2 * round(100 * 60 * plain)


WRONG = {
    "currency: EUR\n": "'year' is missing",
    HEAD
    + "prices:\n  Price.trained_visitt: 3\n": ":4: There is no price 'Price.trained_visitt'. Did you mean 'Price.trained_visit'?",
    HEAD + "prices:\n  Price.trained_visit: -3\n": ":4: prices.Price.trained_visit.price = -3 is impossible",
    TIMES
    + "prices:\n  Price.trained_visit: {price: 3, low: 4, high: 5}\n": ":5: Price.trained_visit: price 3 lies outside",
    HEAD + "prices:\n  Price.trained_visit: {prise: 3}\n": ":4: There is no key 'prise'. Did you mean 'price'?",
    HEAD
    + "prices:\n  Price.trained_visit: {who_pays: me}\n": "who_pays 'me'. prices.Price.trained_visit.who_pays lists: authority",
    HEAD + "prices:\n  Price.trained_visit: three\n": ":4: prices.Price.trained_visit = 'three' is not a number",
    HEAD + "prices:\n  Price.trained_visit: .nan\n": ":4: prices.Price.trained_visit.price = nan is impossible",
    TIMES + "start_up:\n  parent_schol: {price: 3, per: class}\n": ":5: There is no intervention 'parent_schol'.",
    HEAD + "start_up:\n  parent_school: {price: 3, per: child}\n": "choice for start_up.parent_school.per 'child'.",
    HEAD + "prices:\n  Price.talk: 3\n": "Hub.an_hour and 25 more are not listed, and are declared in USD of 2023: say",
    TIMES
    + "prices:\n  Price.talk: {price: 3, year: 2014}\n": ":5: Price.talk is of 2014, the list of 2024, and no index of EUR",
    TIMES
    + "prices:\n  Price.talk: {year: 2014}\n": ":5: Price.talk: year, low and high go with a price; say the price too.",
    "currency: USD\nyear: 2031\n": ":2: Hub.an_hour, which is not listed, is of 2023, the list of 2031, and no index",
    TIMES + "index: {source: x, by_year: {2014: no}}\n": ":4: index.by_year.2014 = 'no' is not a number",
    "currency: EUR\nyear: 24\n": ":2: year = 24 is impossible: between 1,950 and 2,100.",
}


@pytest.mark.parametrize("text", WRONG, ids=range(len(WRONG)))
def test_a_wrong_list_gets_one_message_with_its_line(tmp_path, text):
    with pytest.raises(sim.ScenarioError) as wrong:
        sim.read_prices(listed(tmp_path, text))
    assert "mine.yaml" + (":" if WRONG[text].startswith("'") else "") in str(wrong.value)
    assert WRONG[text] in str(wrong.value) and "\n" not in str(wrong.value)


def test_money_in_two_currencies_is_refused(tmp_path):
    file = listed(tmp_path, TIMES)
    with pytest.raises(sim.ScenarioError, match=r"prices are in EUR, the money of us_preschool is in USD"):
        sim.read_scenario(HERE | {"prices": file})

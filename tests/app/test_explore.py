"""Explore in a real browser: every control, and what it promises."""

import re

import pytest
from playwright.sync_api import expect


@pytest.fixture
def page(opened):
    return opened("/")


def asked(page):
    return page.evaluate("() => structuredClone(window.explore.asked.request())")


def curve(page, outcome, group="all", of="result"):
    return page.evaluate(f"() => window.explore.{of}.weekly['{outcome}']['{group}']")


def settled(page, change):
    """Do something that runs the model, and wait for the new result."""
    page.evaluate("() => { window.explore.result.old = true; }")
    change()
    page.wait_for_function("() => !window.explore.result.old")


def slide(page, name, value):
    slider = page.locator(f'input[data-name="{name}"]')
    settled(page, lambda: slider.fill(str(value)))


def test_what_is_made_of_another_outcome_is_called_after_it(page):
    names = page.locator("#colour option").all_inner_texts()
    assert {"Language: gained since the start", "Numbers: children behind", "Contacts: school events"} <= set(names)
    assert not [name for name in names if name.startswith("Contacts ") and name != "Contacts this year"]


def test_the_first_page_shows_a_school_and_its_curves(page):
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.locator(".chart svg")).to_have_count(5)
    expect(page.get_by_role("status")).to_contain_text("Week 38 of 52")
    expect(page.locator("#map")).to_have_attribute("aria-label", re.compile("300 families in 15 classes"))


def test_a_curve_says_that_weeks_run_along_it(page):
    expect(page.locator('[data-chart="week:trust"] svg')).to_contain_text("week")


def test_shares_are_per_cent_along_an_axis_as_in_words(page):
    along = page.locator('[data-chart="week:trust"] svg text').filter(has_text=re.compile(r"^\d+%$"))
    expect(along.first).to_be_visible()
    expect(page.locator('[data-chart="week:language"] svg text').filter(has_text="%")).to_have_count(0)


def test_no_axis_of_a_share_goes_below_none_or_above_all(page):
    page.get_by_text("Choose curves").click()
    settled(page, lambda: page.get_by_role("checkbox", name="Strain of teachers").check())
    strain = page.locator('[data-chart="week:strain"] svg')
    expect(strain.locator("text").filter(has_text=re.compile(r"^\d+%$")).first).to_be_visible()
    expect(strain.locator("text").filter(has_text=re.compile(r"^[−-]"))).to_have_count(0)


@pytest.mark.parametrize(("show", "many"), [("ends", 2), ("all", 1), ("fifths", 5)])
def test_who_is_reached_has_the_colours_that_are_explained(page, show, many):
    page.locator("#groups").select_option(show)
    drawn = page.evaluate(
        "() => explore.charts.reach.work.then(() => explore.charts.reach.view.data('rows').map(r => r.group))"
    )
    named = page.locator("#key i:not(.hollow)")
    assert len(set(drawn)) == named.count() == many


def test_every_mark_of_a_curve_is_in_the_key(page):
    for said in ("so far", "what comes if nothing more is changed", "the place as it is"):
        expect(page.locator("#key")).to_contain_text(said)
    expect(page.locator("#key")).not_to_contain_text("a change of yours")
    page.locator("#week").fill("12")
    slide(page, "policy.notes_a_month", 8)
    expect(page.locator("#key")).to_contain_text("a change of yours")


def test_a_gap_of_what_is_usual_is_said_in_its_own_words(page):
    settled(page, lambda: page.get_by_label("Home visits", exact=True).check())
    settled(page, lambda: page.locator('select[data-name="strategy.home_visits.for_whom"]').select_option("ses_1"))
    page.locator("#ghost").select_option("baseline")
    said = page.locator('[data-chart="week:practice_time"] p')
    expect(said).to_contain_text(
        re.compile(r"The gap between them is 0\.\d+ of the usual narrower than in the place as it is")
    )
    expect(said).to_contain_text(re.compile(r"0\.\d+ × usual \(\+0\.\d+ of the usual\)"))


def test_every_intervention_of_the_model_has_a_switch(page):
    import sim

    ticks = page.locator('#strategy input[type="checkbox"]')
    assert ticks.count() == len(set(sim.INTERVENTIONS) - {"routine"})


def test_a_slider_changes_the_scenario_and_the_curves(page):
    before = curve(page, "information")
    slide(page, "policy.notes_a_month", 2)
    assert asked(page)["start"]["policy"] == {"notes_a_month": 2}
    assert curve(page, "information")[37] > before[37]


def test_moving_a_slider_back_leaves_the_scenario_as_it_was(page):
    slide(page, "policy.notes_a_month", 2)
    slide(page, "policy.notes_a_month", 0.5)
    assert "policy" not in asked(page)["start"]


def test_an_intervention_is_switched_on_dosed_and_off(page):
    settled(page, lambda: page.get_by_label("Home visits", exact=True).check())
    slide(page, "strategy.home_visits.per_year", 24)
    assert asked(page)["start"]["strategy"]["home_visits"] == {"per_year": 24}
    settled(page, lambda: page.locator('select[data-name="strategy.home_visits.visitor"]').select_option("teacher"))
    settled(page, lambda: page.locator('select[data-name="strategy.home_visits.for_whom"]').select_option("ses_1"))
    assert asked(page)["start"]["strategy"]["home_visits"]["for_whom"] == "ses_1"
    settled(page, lambda: page.get_by_label("Home visits", exact=True).uncheck())
    assert asked(page)["start"]["strategy"] == {"routine": {}}


def test_a_change_in_mid_run_keeps_the_past(page):
    before = curve(page, "trust", "ses_1")
    page.locator("#week").fill("12")
    expect(page.get_by_label("from week")).to_be_checked()
    slide(page, "policy.notes_a_month", 8)
    assert asked(page)["events"] == [{"week": 13, "set": {"policy.notes_a_month": 8}}]
    after = curve(page, "trust", "ses_1")
    assert after[:12] == before[:12]
    assert after[12:] != before[12:]
    expect(page.locator("#flags i")).to_have_count(1)


def test_a_change_that_another_takes_over_from_says_until_when_it_holds(page):
    page.locator("#week").fill("9")
    slide(page, "policy.notes_a_month", 2)
    page.locator("#week").fill("0")
    slide(page, "policy.notes_a_month", 8)
    said = page.locator("#changes li span")
    expect(said.nth(0)).to_have_text("from the start: Personal notes a month 8, until week 10")
    expect(said.nth(1)).to_have_text("from week 10: Personal notes a month 2")


def test_an_intervention_can_begin_and_end_in_mid_run(page):
    page.locator("#week").fill("10")
    settled(page, lambda: page.get_by_label("Short messages", exact=True).check())
    page.locator("#week").fill("20")
    settled(page, lambda: page.get_by_label("Short messages", exact=True).uncheck())
    assert [event["week"] for event in asked(page)["events"]] == [11, 21]
    assert asked(page)["events"][1]["set"] == {"strategy.messages": None}


def test_what_waits_for_a_term_is_said_and_no_longer_once_taken_back(page):
    expect(page.locator("#waits")).to_be_hidden()
    page.locator("#week").fill("9")
    settled(page, lambda: page.locator('[data-name="strategy.parent_committee"]').check())
    expect(page.locator("#waits")).to_have_text(
        re.compile("from week 10, in mid-term: .*only when the next term starts, in week 20.$")
    )
    settled(page, lambda: page.locator("#undo").click())
    expect(page.locator("#waits")).to_be_hidden()


def test_a_chart_nobody_sees_is_drawn_later_with_the_same_numbers(opened):
    page = opened("/", viewport={"width": 1280, "height": 400})
    hidden = "window.explore.charts['week:language']"
    assert page.evaluate(f"() => {hidden}.box.getBoundingClientRect().top > window.innerHeight")
    slide(page, "policy.notes_a_month", 8)
    page.evaluate(f"() => {hidden}.work")
    drawn = page.evaluate(f"() => {hidden}.view.data('rows').filter(r => r.group === 'ses_1').map(r => r.value)")
    assert drawn == curve(page, "language", "ses_1")


def test_who_speaks_another_language_cannot_change_in_mid_run(page):
    page.locator("#week").fill("10")
    page.locator('details[data-part="culture"] summary').first.click()
    expect(page.locator('input[data-name="culture.other_language"]')).to_be_disabled()


def test_undo_takes_back_the_last_change_and_any_other(page):
    start = asked(page)
    slide(page, "policy.clarity", 0.9)
    slide(page, "policy.talks_a_year", 5)
    settled(page, lambda: page.locator("#changes button").first.click())
    assert asked(page)["start"]["policy"] == {"talks_a_year": 5}
    for _ in range(3):
        settled(page, lambda: page.get_by_role("button", name="Undo the last").click())
    assert asked(page) == start


def test_the_dashed_line_is_the_run_before_the_last_change(page):
    before = curve(page, "information")
    slide(page, "policy.notes_a_month", 2)
    assert page.evaluate("() => window.explore.ghost().weekly.information.all") == before
    page.get_by_label("Dashed line").select_option("baseline")
    assert page.evaluate("() => window.explore.ghost().said") == "baseline"


def test_one_hand_on_a_slider_is_one_change(page):
    slider = page.locator('input[data-name="policy.clarity"]')
    slider.focus()
    settled(page, lambda: [page.keyboard.press("ArrowRight") for _ in range(3)])
    expect(page.locator('input[data-name="policy.clarity"]')).to_be_focused()


def test_what_is_changed_where_a_film_was_stopped_is_changed_from_there(page):
    page.get_by_role("button", name="Back to the start").click()
    page.locator("#speed").select_option("2")
    page.get_by_role("button", name="Play").click()
    expect(page.get_by_role("status")).to_contain_text(re.compile(r"^Week \d+ of 52"))
    page.get_by_role("button", name="Pause").click()
    week = page.evaluate("() => window.explore.player.week")
    assert 1 <= week < 38  # half a minute may pass between the two clicks
    expect(page.locator('[name="when"][value="now"]')).to_be_checked()
    settled(page, lambda: page.locator('#strategy input[type="checkbox"]').nth(1).check())
    assert [event["week"] for event in asked(page)["events"]] == [week + 1]


def test_at_the_end_it_is_said_that_a_change_lives_all_weeks_anew(page):
    note, status = page.locator("#when-note"), page.locator("#status")
    page.locator("#week").fill("20")
    expect(note).to_contain_text("holds from week 21 on; the weeks before stay as they are")
    page.locator("#week").fill("52")
    expect(note).to_contain_text("holds from the start: all 52 weeks are lived anew")
    expect(page.locator('[name="when"][value="now"]')).to_be_disabled()  # after the last week nothing is left to change
    before = curve(page, "trust")
    slide(page, "policy.notes_a_month", 8)
    assert curve(page, "trust")[0] != before[0]
    expect(status).to_contain_text("Week 52 of 52")
    expect(status).to_contain_text("Changed from the start: all 52 weeks anew.")
    page.locator("#week").fill("50")
    expect(status).not_to_contain_text("Changed")
    expect(page.locator('[name="when"][value="now"]')).to_be_enabled()


def test_what_is_said_of_a_change_in_mid_run_is_what_happens(page):
    page.locator("#week").fill("20")
    slide(page, "policy.notes_a_month", 8)
    assert [event["week"] for event in asked(page)["events"]] == [21]
    expect(page.locator("#status")).to_contain_text("Changed from week 21 on; earlier weeks stay.")
    page.get_by_label("from the start").check()
    expect(page.locator("#when-note")).to_contain_text("choose “from week 21”")
    slide(page, "policy.talks_a_year", 6)
    assert asked(page)["start"]["policy"] == {"talks_a_year": 6}
    expect(page.locator("#status")).to_contain_text("Changed from the start: all 52 weeks anew.")
    settled(page, lambda: page.locator("#undo").click())
    expect(page.locator("#status")).not_to_contain_text("Changed")


def test_hours_and_money_of_a_strategy_change_from_the_start_and_it_is_said(page):
    page.locator("#week").fill("20")
    settled(page, lambda: page.locator("#funded").uncheck())
    assert asked(page)["events"] == []
    expect(page.locator("#status")).to_contain_text("Changed from the start")


def test_another_school_is_not_the_effect_of_a_change(page):
    slide(page, "policy.notes_a_month", 2)
    expect(page.locator("#ghost")).to_have_value("before")
    settled(page, lambda: page.get_by_role("button", name="Another school with other luck").click())
    assert page.evaluate("() => window.explore.ghost().said") == "baseline"
    slide(page, "policy.notes_a_month", 4)
    assert page.evaluate("() => window.explore.ghost().said") == "before"


def test_what_is_chosen_as_dashed_is_what_the_key_calls_dashed(page):
    def agree(value, said):
        expect(page.locator("#ghost")).to_have_value(value)
        expect(page.locator("#key span").filter(has=page.locator(".dashed"))).to_have_text(said)

    agree("baseline", "the place as it is")  # at first there is no change to look behind
    expect(page.locator("#ghost option[value=before]")).to_be_disabled()
    slide(page, "policy.notes_a_month", 2)
    agree("before", "the run before your last change")
    page.locator("#ghost").select_option("baseline")
    slide(page, "policy.notes_a_month", 4)
    agree("baseline", "the place as it is")
    page.locator("#ghost").select_option("before")
    agree("before", "the run before your last change")
    page.get_by_text("Choose curves").click()
    settled(page, lambda: page.get_by_role("checkbox", name="Strain of teachers").check())
    agree("baseline", "the place as it is")  # the run before has no such curve


def test_too_large_a_school_is_refused_with_a_sentence(opened):
    page = opened("/", expect_console=("422",))
    page.locator("#families").fill("1000000")
    page.locator("#families").press("Tab")
    expect(page.get_by_role("alert")).to_contain_text("1,000,000 families")


def test_a_number_being_typed_is_left_alone_by_an_answer_that_comes(page):
    page.locator("#families").press("End")
    page.keyboard.type("0")
    settled(page, lambda: page.evaluate("() => { explore.again(); }"))
    expect(page.locator("#families")).to_have_value("3000")
    page.keyboard.press("Backspace")
    page.keyboard.press("Backspace")
    settled(page, lambda: page.keyboard.press("Tab"))
    assert asked(page)["start"]["families"] == 30


def test_markup_in_a_scenario_is_shown_as_text(opened, served):
    shout = "<img src=x onerror=alert(1)>"
    page = opened("/", expect_console=("422",))
    page.evaluate("text => { window.explore.asked.start.place = text; window.explore.again(); }", shout)
    expect(page.get_by_role("alert")).to_contain_text(shout)
    assert page.locator("img").count() == 0


def test_twenty_more_times_shades_the_band_of_luck(page):
    page.get_by_role("button", name="Twenty more times").click()
    expect(page.locator("#band-note")).to_be_visible()
    low, high = page.evaluate("() => window.explore.band.trust.all")
    assert all(a <= b for a, b in zip(low, high, strict=True))


def test_curves_and_groups_can_be_chosen(page):
    page.get_by_text("Choose curves").click()
    settled(page, lambda: page.get_by_role("checkbox", name="Strain of teachers").check())
    expect(page.locator('[data-chart="week:strain"] svg')).to_be_visible()
    page.locator("#groups").select_option("fifths")
    expect(page.locator("#key")).to_contain_text("middle fifth")


def test_the_map_takes_another_colour(page):
    settled(page, lambda: page.get_by_label("Colour shows").select_option("trust"))
    expect(page.locator("#scale-high")).to_have_text("100%")


def test_the_key_of_the_map_says_from_what_to_what_its_colours_go(page):
    settled(page, lambda: page.get_by_label("Colour shows").select_option("practice_time"))
    said = [page.locator(f"#scale-{end}").inner_text() for end in ("low", "middle", "high")]
    low, high = (float(re.search(r"[0-9.]+", said[k]).group()) for k in (0, 2))
    assert said[1] == "1"
    assert low + high == 2.0
    expect(page.locator("#map")).to_have_attribute("aria-label", re.compile(f"Colours go from {said[0]} to {said[2]}"))
    page.locator("#week").fill("3")
    expect(page.locator("#scale-high")).to_have_text(said[2])


def test_one_contact_is_no_contacts(page):
    settled(page, lambda: page.get_by_label("Colour shows").select_option("contacts_volunteer"))
    expect(page.locator("#scale-high")).to_have_text("1 contact a year")
    expect(page.locator("#scale-low")).to_have_text("0 contacts a year")


def test_a_number_of_the_model_can_be_changed(page):
    page.get_by_text("Any number of the model").click()
    page.get_by_label("Group of numbers").select_option("Trust")
    slide(page, "Trust.slowness", 0.4)
    assert asked(page)["start"]["numbers"] == {"Trust.slowness": 0.4}


def test_a_number_of_the_model_rests_in_mid_run_and_it_is_said_why(page):
    page.get_by_text("Any number of the model").click()
    expect(page.locator("#numbers input").first).to_be_enabled()
    page.locator("#week").fill("20")
    expect(page.locator("#numbers input").first).to_be_disabled()
    expect(page.locator('[data-part="numbers"]')).to_contain_text("their sliders rest while “from week …” is chosen")
    page.get_by_label("from the start").check()
    expect(page.locator("#numbers input").first).to_be_enabled()


def test_the_numbers_behind_the_charts_are_a_table(page):
    page.get_by_text("The numbers behind the charts").click()
    expect(page.get_by_role("table").get_by_role("row")).to_have_count(9)


@pytest.mark.parametrize("width", [1280, 390])
def test_the_table_behind_the_charts_fits_beside_the_school(opened, width):
    page = opened("/", viewport={"width": width, "height": 900})
    page.get_by_text("The numbers behind the charts").click()
    expect(page.locator("#table table")).to_be_visible()
    assert page.evaluate(
        "() => { const box = document.getElementById('table'); return box.scrollWidth <= box.clientWidth; }"
    )


def test_the_page_works_at_390_pixels(opened):
    page = opened("/", viewport={"width": 390, "height": 844})
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    page.get_by_text("What the preschool does more").click()
    settled(page, lambda: page.get_by_role("checkbox", name="Books at home").check())


def test_twenty_more_times_of_very_many_curves(page):
    page.evaluate("() => { explore.shown = explore.schema.recorded.slice(0, 12); return explore.again(); }")
    page.get_by_role("button", name="Twenty more times").click()
    page.wait_for_function("() => window.explore.band", timeout=60_000)
    expect(page.locator("#message")).to_be_hidden()
    expect(page.locator("#band-note")).to_contain_text("At most 8 curves have a band at once; without one: ")
    without = page.locator("#band-note").inner_text().split("without one: ")[1]
    assert without.count(";") == 3  # four of twelve

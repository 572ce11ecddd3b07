"""What is asked for in Explore is found again: in the address, in its link, in a file."""

import pytest
from playwright.sync_api import expect

from tests.app.test_explore import asked, curve, settled, slide


@pytest.fixture
def page(opened):
    return opened("/")


def test_what_is_done_is_in_the_address_at_once(page):
    done = "id => { document.getElementById(id).click(); return location.hash.slice(1) === window.explore.kept.link; }"
    assert [page.evaluate(done, button) for button in ("other-luck", "undo", "other-luck")] == [True] * 3


def test_the_address_follows_a_hand_that_does_not_stop(page):
    moved = """() => { const slider = document.querySelector('input[data-name="policy.notes_a_month"]');
        for (let k = 1; k <= 8; k++) { slider.value = k; slider.dispatchEvent(new Event("input")); } }"""
    settled(page, lambda: page.evaluate(moved))
    page.wait_for_function("() => location.hash.slice(1) === window.explore.kept.link")
    assert page.get_by_label("Link to this run").input_value() == page.url
    assert asked(page)["start"]["policy"] == {"notes_a_month": 8}


def test_the_link_reopens_the_same_run(opened, page):
    page.locator("#week").fill("12")
    slide(page, "policy.notes_a_month", 4)
    link = page.get_by_label("Link to this run").input_value()
    other = opened(link[link.index("/", 8) :])
    assert asked(other) == asked(page)
    assert curve(other, "trust") == curve(page, "trust")
    expect(other.get_by_role("status")).to_contain_text("Week 12 of")


def test_a_saved_file_reopens_the_same_run_and_is_read_by_the_command_line(page, tmp_path):
    settled(page, lambda: page.get_by_role("button", name="Another school with other luck").click())
    page.locator("#week").fill("9")
    settled(page, lambda: page.get_by_label("Short messages", exact=True).check())
    was, curves = asked(page), curve(page, "practice_time")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    file = tmp_path / "mine.yaml"
    download.value.save_as(file)
    import sim

    scenario = sim.read_scenario(file)
    assert scenario.events[0][0] == 10
    life = sim.simulate(scenario, seed=was["seed"])
    assert sim.weekly_means(life.weekly_sums)[37, 0, 0] == pytest.approx(curves[37], rel=1e-3)
    settled(page, lambda: page.get_by_role("button", name="Start over").click())
    settled(page, lambda: page.locator("#file").set_input_files(file))
    assert asked(page) == was
    assert curve(page, "practice_time") == curves


def test_a_wrong_file_is_refused_with_its_line_and_changes_nothing(opened, tmp_path):
    page = opened("/", expect_console=("422",))
    was = asked(page)
    (tmp_path / "wrong.yaml").write_text("place: us_preschool\nstrategy: routine\nwekks: 3\n")
    page.locator("#file").set_input_files(tmp_path / "wrong.yaml")
    expect(page.get_by_role("alert")).to_contain_text("the file:3")
    expect(page.get_by_role("alert")).to_contain_text("Did you mean 'weeks'?")
    assert asked(page) == was


def test_a_server_that_was_killed_and_started_again_goes_on(opened, serve_again):
    first = serve_again()
    page = opened("/", address=first.address, expect_console=("ERR_CONNECTION_REFUSED",))
    slide(page, "policy.clarity", 0.8)
    was, port = curve(page, "practice_time"), first.port
    first.end()
    page.locator('input[data-name="policy.clarity"]').fill("0.9")
    expect(page.get_by_role("alert")).to_contain_text("Nothing is lost")
    serve_again(port=port)
    page.get_by_role("button", name="Undo the last").click()
    page.reload()
    page.wait_for_selector("body[data-ready]")
    assert curve(page, "practice_time") == was

"""Every page: for everybody, at both widths, by keyboard; stored results and nothing beside them."""

import json
import os
import re

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import expect

from experiments.app.serve import address_of_the_room
from experiments.app.server import make_app

PAGES = ("/", "/compare", "/plan", "/matters", "/teacher", "/?question=2")
WIDTHS = {"wide": (1280, 900), "narrow": (390, 844)}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(opened, axe, path, width):
    w, h = WIDTHS[width]
    page = opened(path, viewport={"width": w, "height": h})
    assert axe(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_who_asks_for_dark_gets_dark_pages_that_can_be_read(opened, axe, path):
    page = opened(path, color_scheme="dark")
    ground = page.evaluate("() => getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
    assert max(ground) < 40
    turned = page.evaluate(
        "() => [...document.querySelectorAll('.drawing svg')].map(one => getComputedStyle(one).filter)"
    )
    assert all("invert" in how for how in turned)
    assert axe(page) == []


def test_paper_is_light_and_filled(opened):
    page = opened("/", color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    ground = page.evaluate("() => getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
    assert min(ground) > 200
    wide = page.evaluate("() => document.querySelector('main').clientWidth")
    for part in ("school", "charts"):
        assert page.locator(f".three .{part}").bounding_box()["width"] > 0.9 * wide


@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_wider_than_a_telephone(opened, path):
    page = opened(path, viewport={"width": 390, "height": 844})
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("path", ["/", "/compare", "/plan"])
def test_everything_to_press_is_large_enough(opened, path):
    page = opened(path, viewport={"width": 390, "height": 844})
    small = page.evaluate("""() => [...document.querySelectorAll("button, select, input[type=number], summary, nav a")]
        .filter(one => one.offsetParent && one.getBoundingClientRect().height < 43.5).map(one => one.outerHTML.slice(0, 90))""")
    assert small == []


@pytest.mark.parametrize(
    ("path", "field", "value", "button"),
    [("/plan", "#budget", "0", "#plan"), ("/compare", "#runs", "1", "#compare"), ("/", "#families", "", "#families")],
)
def test_a_refusal_is_seen_on_a_telephone_wherever_one_is(opened, path, field, value, button):
    page = opened(path, viewport={"width": 390, "height": 844}, expect_console=("422",))
    page.locator(field).fill(value)
    page.locator(field).press("Tab")
    page.locator(button).click()
    expect(page.get_by_role("alert")).to_be_in_viewport(ratio=1)


def test_a_change_is_made_and_played_by_keyboard_alone(opened):
    page = opened("/")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Skip to the main part")).to_be_focused()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.dataset.name") == "strategy.messages":
            break
    page.keyboard.press("Space")
    expect(page.get_by_role("checkbox", name="Short messages")).to_be_checked()
    expect(page.get_by_role("checkbox", name="Short messages")).to_be_focused()
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#changes")).to_contain_text("4 a week")
    page.locator("#play").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#play")).to_have_text("Pause")


def stops(page, most=160):
    """Where the tab key leads from the top of a page: [id, whether a ring is seen]."""
    found = []
    at = "() => [document.activeElement.id, getComputedStyle(document.activeElement).outlineStyle !== 'none']"
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement === document.body"):
            break
        found.append(page.evaluate(at))
    return found


@pytest.mark.parametrize(("width", "order"), [(1280, ("place", "play", "groups")), (390, ("play", "place", "groups"))])
def test_keys_go_the_way_of_the_eye_and_are_seen(opened, width, order):
    found = stops(opened("/", viewport={"width": width, "height": 900}))
    where = [[name for name, _ in found].index(one) for one in order]
    assert where == sorted(where)
    assert all(seen for _, seen in found)
    assert {"family", "read-story", "institution", "read-institution"} <= {name for name, _ in found}  # all of the map


def test_a_jump_over_the_controls_leads_to_the_school_and_keeps_the_address(opened):
    page = opened("/")
    page.locator("#other-luck").click()
    page.wait_for_function("() => location.hash.slice(1) === explore.kept.link")
    there = page.url
    page.get_by_role("link", name="Skip to the school").press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#colour")).to_be_focused()
    expect(page).to_have_url(there)  # the page hears of its own jump a moment later


def test_a_teacher_sees_the_address_and_six_questions(opened, serve_again):
    room = serve_again(for_a_class=True, address="http://10.1.2.3:8010")
    page = opened("/teacher", address=room.address)
    expect(page.get_by_role("link", name="http://10.1.2.3:8010")).to_be_visible()
    expect(page.get_by_role("img", name="The address as a picture to scan")).to_be_visible()
    expect(page.get_by_role("article")).to_have_count(6)


def test_a_question_opens_from_the_teachers_page(opened):
    page = opened("/teacher")
    page.get_by_role("link", name="Open question 4").click()
    expect(page.locator("#question-title")).to_have_text("What if good deeds need hours nobody has?")


LONG = "What <b>matters</b>? " + "Of all that could be asked about families, schools and what they do together? " * 3


@pytest.fixture
def shown(tmp_path):
    folder = tmp_path / "results/sweep/abc"
    folder.mkdir(parents=True)
    (folder / "manifest.json").write_text(json.dumps({"question": LONG, "seeds": 4, "written": "today"}))
    (folder / "table.csv").write_text("outcome,value\nlanguage,0.123456789\n")
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    (folder / "map.svg").write_text(drawing)
    (folder / "map.png").write_bytes(b"the same as pixels")
    secret = tmp_path / "secret.csv"
    secret.write_text("a\nsecret\n")
    os.symlink(secret, folder / "link.csv")
    return tmp_path / "results"


def test_stored_results_are_shown(opened, serve_again, shown):
    mine = serve_again(show=shown)
    page = opened("/matters", address=mine.address)
    expect(page.locator("#question")).to_contain_text("What <b>matters</b>?")
    expect(page.get_by_role("img", name="Picture of map")).to_be_visible()
    expect(page.get_by_role("img", name="Picture of")).to_have_count(1)
    page.get_by_text("table (1)").click()
    expect(page.get_by_role("table")).to_contain_text("0.1235")


@pytest.mark.parametrize(
    ("counted", "said"),
    [({"runs": 1920, "replicates": 6}, "1,920 runs. "), ({"seeds": 4}, "4 seeds. "), ({}, "")],
)
def test_a_stored_result_says_how_much_was_lived_and_when(opened, serve_again, shown, counted, said):
    manifest = {"question": LONG, "written": "2026-11-27T18:53:03Z"} | counted
    (shown / "sweep/abc/manifest.json").write_text(json.dumps(manifest))
    page = opened("/matters", address=serve_again(show=shown).address)
    expect(page.locator("#about")).to_have_text(f"{said}Written 2026-11-27, 18:53 UTC.")
    expect(page.locator("#question")).to_have_css("border-left-width", "0px")  # the frame of a question of the class


def test_stored_tables_call_outcomes_and_groups_as_the_pages_do(opened, serve_again, shown):
    (shown / "sweep/abc/table.csv").write_text("outcome,group,gap_in_reach\nlanguage_growth,ses_1,0.5\n")
    page = opened("/matters", address=serve_again(show=shown).address)
    page.get_by_text("table (1)").click()
    table = page.get_by_role("table")
    for said in (
        "Language: gained since the start",
        "poorest fifth",
        "Meetings: gap between richest and poorest fifth",
    ):
        expect(table).to_contain_text(said)


def test_stored_results_are_no_wider_than_a_telephone(opened, serve_again, shown):
    page = opened("/matters", address=serve_again(show=shown).address, viewport={"width": 390, "height": 844})
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390


def test_a_table_that_is_cut_says_so(opened, serve_again, shown):
    (shown / "sweep/abc/table.csv").write_text("run,value\n" + "1,0.5\n" * 1001)
    page = opened("/matters", address=serve_again(show=shown).address)
    expect(page.get_by_text("table (the first 400 of 1001 rows; all are in the file)")).to_be_visible()


def test_no_path_outside_the_shown_folder_can_be_asked_for(shown):
    client = TestClient(make_app(show=shown), base_url="http://localhost")
    assert list(client.get("/api/stored/0").json()["tables"]) == ["table"]
    for path in (
        "/api/stored/1",
        "/api/stored/-1",
        "/api/stored/0/link.csv",
        "/api/stored/0/table.csv",
        "/api/stored/x",
    ):
        assert client.get(path).status_code == 422
    for path in ("/api/stored/0/..%2F..%2Fsecret.csv", "/api/stored/0/../../secret.csv"):
        assert client.get(path).status_code in (404, 422)
        assert "secret\n" not in client.get(path).text


def test_without_a_folder_nothing_is_shown():
    client = TestClient(make_app(), base_url="http://localhost")
    assert client.get("/api/stored").json() == []
    assert client.get("/api/stored/0").status_code == 422


def test_in_a_room_without_certificates_all_is_there(opened, serve_again):
    """At the host's own address a page is no secure context: no clipboard, no pickers; links are copied and files saved."""
    host = address_of_the_room()
    if host.startswith("127."):
        pytest.skip("this machine has no address in a network")
    room = serve_again(host=host, hosts=(host,), for_a_class=True)
    page = opened("/", address=room.address, viewport={"width": 1280, "height": 900}, accept_downloads=True)
    assert page.evaluate("() => [window.isSecureContext, navigator.clipboard === undefined]") == [False, True]
    page.get_by_role("button", name="Copy the link").click()
    expect(page.locator("#status")).to_have_text(re.compile("The link is copied|Select the link below"))
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    assert "place:" in download.value.path().read_text(encoding="utf-8")
    page.goto(room.address + "/compare")
    page.wait_for_selector("body[data-ready]")
    page.locator("#runs").fill("2")
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.locator("#status")).to_contain_text("Done")

"""The server: what it answers, and that nothing hostile makes it fall over."""

import json
import time

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

import sim
from experiments.app import answers, plan, report
from experiments.app.asked import BYTES, Shelf
from experiments.app.controls import left_out
from experiments.app.server import make_app

START = {"place": "us_preschool", "families": 40, "weeks": 6, "strategy": {"routine": {}}, "against": "as_it_is"}
POSTS = (
    "/api/run",
    "/api/band",
    "/api/family",
    "/api/save",
    "/api/open",
    "/api/compare",
    "/api/institution",
    "/api/plan",
    "/api/report",
)
GETS = ("/", "/compare", "/plan", "/teacher", "/matters", "/api/schema", "/api/charts", "/api/stored")


@pytest.fixture(scope="module")
def client():
    return TestClient(make_app(), base_url="http://localhost", raise_server_exceptions=False)


@pytest.fixture(scope="module", autouse=True)
def nothing_long():
    """Requests for work of a minute are read and refused as ever; the work itself has its own tests."""
    with pytest.MonkeyPatch.context() as patch:
        for place in (plan, report):
            patch.setattr(place, "told", lambda *given: iter(()))
        yield


def run(client, **asked):
    return client.post("/api/run", json={"start": START} | asked)


def test_a_run_gives_every_recorded_outcome_by_week_and_group(client):
    said = run(client, states=["contacts"]).json()
    assert set(said["weekly"]) == set(sim.RECORDED[1:])
    assert all(len(week) == 6 for week in said["weekly"]["trust"].values())
    life = sim.simulate(START, seed=1)
    assert said["weekly"]["trust"]["all"][-1] == pytest.approx(sim.weekly_means(life.weekly_sums)[-1, 0, 4], rel=1e-3)


def test_what_waits_for_a_term_is_said_as_the_command_line_says_it(client):
    events = [{"week": 3, "set": {"strategy.parent_committee": {}}}]
    (said,) = run(client, events=events).json()["waits"]
    assert said == next(sim.what_waits(sim.read_scenario(START | {"events": events})))
    assert run(client).json()["waits"] == []


def test_what_was_measured_is_what_a_run_measures(client):
    said = {(r["outcome"], r["observer"], r["group"]): r["value"] for r in run(client).json()["measured"]}
    life = sim.simulate(START, seed=1)
    assert said == {tuple(row[:3]): row[3] for row in sim.measure(life.measured)}


def test_the_baseline_is_the_place_as_it_is(client):
    asked = START | {"policy": {"clarity": 0.9}}
    assert run(client, start=asked).json()["baseline"] == run(client).json()["weekly"]


def test_the_same_request_twice_is_the_same_answer(client):
    assert run(client, seed=3).text == run(client, seed=3).text != run(client, seed=4).text


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"families": 1_000_000}, "1,000,000 families"),
        ({"families": 2000, "weeks": 200}, "400,000 family-weeks"),
        ({"place": "us_prescool"}, "Did you mean 'us_preschool'?"),
        ({"place": "../../../etc/passwd"}, "There is no place"),
        ({"strategy": "/etc/passwd"}, "There is no strategy"),
        ({"against": {"strategy": "./x.yaml"}}, "There is no strategy"),
        ({"policy": {"clarity": 7}}, "is impossible"),
        ({"wekks": 3}, "Did you mean 'weeks'?"),
        ({"events": [{"week": 2, "set": {"policy.clarity": 0.5}}] * 70}, "changes in mid-run"),
    ],
)
def test_what_cannot_be_run_is_refused_with_a_sentence(client, change, sentence):
    reply = run(client, start=START | change)
    assert reply.status_code == 422
    assert sentence in reply.json()["sentence"]


@pytest.mark.parametrize("asked", [{"outcomes": ["trsut"]}, {"states": ["money"]}, {"seed": -1}, {"more": 1}])
def test_what_cannot_be_shown_is_refused_too(client, asked):
    assert run(client, **asked).status_code == 422


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"seed": None}, "The number of the luck (seed) is empty; a whole number is asked for."),
        ({"seed": -1}, "The number of the luck (seed) is -1; 0 is the least."),
        ({"more": 1}, "'more' is not what a page sends; please reload the page and try again."),
        ({"start": START | {"families": None}}, "The number of families is empty; a whole number from 1 to 2,000"),
        ({"start": START | {"weeks": 0}}, "The number of weeks is 0; a whole number from 1 to 208 is asked for."),
    ],
)
def test_a_malformed_request_is_refused_in_words_for_people(client, asked, sentence):
    assert sentence in run(client, **asked).json()["sentence"]


def test_an_unknown_address_is_a_page_for_a_browser_and_a_sentence_for_a_program(client):
    page = client.get("/nonsense", headers={"Accept": "text/html,*/*"})
    assert page.status_code == 404 and page.headers["content-type"].startswith("text/html")
    assert "There is no such page" in page.text and 'href="/"' in page.text
    assert client.get("/nonsense").json() == {"sentence": "There is nothing at /nonsense."}


def test_a_family_that_is_not_there_is_refused(client):
    reply = client.post("/api/family", json={"start": START, "family": 40})
    assert reply.status_code == 422
    assert "There is no family 41" in reply.json()["sentence"]


def test_a_stranger_by_another_name_is_not_let_in():
    stranger = TestClient(make_app(), base_url="http://evil.example")
    assert stranger.get("/").status_code == 400
    assert stranger.post("/api/run", json={"start": START}).status_code == 400


def test_the_room_is_let_in_by_its_address():
    room = TestClient(make_app(hosts=("127.0.0.1", "10.0.0.7"), for_a_class=True), base_url="http://10.0.0.7:8010")
    assert room.get("/").status_code == 200


def test_in_class_the_hosts_own_places_cannot_be_named(tmp_path, monkeypatch):
    (tmp_path / "configs/places").mkdir(parents=True)
    text = sim.find_config("places", "us_preschool").read_text(encoding="utf-8")
    (tmp_path / "configs/places/my_district.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    asked = {"start": START | {"place": "my_district"}}
    alone, room = (TestClient(make_app(for_a_class=c), base_url="http://localhost") for c in (False, True))
    assert alone.post("/api/run", json=asked).status_code == 200
    assert room.post("/api/run", json=asked).status_code == 422
    assert "my_district" not in room.get("/api/schema").text


def test_in_a_checkout_a_class_has_the_places_of_the_package(monkeypatch):
    monkeypatch.chdir(sim.PACKAGED.parent)
    room = TestClient(make_app(for_a_class=True), base_url="http://localhost")
    assert run(room).status_code == 200


def test_a_file_that_is_still_being_written_does_not_close_the_app(tmp_path, monkeypatch):
    (tmp_path / "configs/strategies").mkdir(parents=True)
    (tmp_path / "configs/strategies/half.yaml").write_text("routine: {}\nroutine: {}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    said = TestClient(make_app(), base_url="http://localhost").get("/api/schema").json()
    assert "monthly_visits" in said["strategies"]
    assert "half" not in said["strategies"]
    assert any("half.yaml:2" in sentence for sentence in left_out(Shelf()))


def test_too_large_a_request_is_not_read(client):
    reply = client.post("/api/open", content=b"x" * (BYTES + 1), headers={"Content-Type": "application/json"})
    assert reply.status_code == 413
    assert "larger than" in reply.json()["sentence"]


def test_every_answer_says_what_a_page_may_load(client):
    for path in ("/", "/static/explore.js", "/api/schema", "/nowhere"):
        policy = client.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe-eval" not in policy
    assert not client.get("/").cookies


def test_no_page_names_another_address(client):
    for path in ("/", "/compare", "/teacher", "/matters", "/static/look.css", "/static/explore.js"):
        assert "https://" not in client.get(path).text


@pytest.mark.parametrize(
    "path", ["/docs", "/redoc", "/openapi.json", "/static/../server.py", "/static/%2e%2e/server.py"]
)
def test_nothing_else_is_served(client, path):
    assert client.get(path).status_code == 404


def test_words_of_a_scenario_are_data_for_a_page(client):
    shout = "<script>alert(1)</script>"
    reply = client.post("/api/open", json={"text": f"question: '{shout}'\nplace: us_preschool\nstrategy: routine\n"})
    assert reply.json()["start"]["question"] == shout
    assert reply.headers["content-type"].startswith("application/json")


JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=30),
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(some.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)
SCENARIOS = some.fixed_dictionaries(
    {"place": some.sampled_from(["us_preschool", "us_kindergarten", "x"]) | JSON},
    optional={
        "families": some.integers(-5, 60) | JSON,
        "weeks": some.integers(-2, 10) | JSON,
        "strategy": some.sampled_from(["routine", {"home_visits": {}}, {"messages": {"per_week": 9}}]) | JSON,
        "against": some.just("as_it_is") | JSON,
        "policy": some.dictionaries(
            some.sampled_from(["clarity", "talks_a_year", "x"]), some.floats() | JSON, max_size=3
        ),
        "events": some.lists(some.fixed_dictionaries({"week": some.integers(-1, 12) | JSON, "set": JSON}), max_size=3),
        "numbers": JSON,
        "at": JSON,
    },
)
BODIES = some.fixed_dictionaries(
    {"start": SCENARIOS | JSON},
    optional={
        "seed": some.integers(-1, 9) | JSON,
        "events": some.lists(some.fixed_dictionaries({"week": some.integers(1, 6), "set": JSON}), max_size=2) | JSON,
        "outcomes": some.lists(some.sampled_from(["trust", "language", "x"]), max_size=3) | JSON,
        "states": some.lists(some.sampled_from(["trust", "x"]), max_size=2) | JSON,
        "family": some.integers(-1, 60) | JSON,
        "strategies": some.dictionaries(some.text(max_size=5), some.just({"routine": {}}) | JSON, max_size=3),
        "replicates": some.integers(-1, 3) | JSON,
        "times": some.integers(0, 3) | JSON,
        "text": some.text(max_size=200) | JSON,
        "kind": some.sampled_from(["committee", "organisation", "authority"]) | JSON,
        "number": some.integers(-1, 9) | JSON,
    },
)
PLANS = some.fixed_dictionaries(
    {"budget": some.floats() | some.integers() | JSON},
    optional={
        "hours": some.floats() | JSON,
        "levers": some.lists(some.sampled_from(["messages", "talks", "x"])) | JSON,
        "objective": some.sampled_from(["language", "x"]) | JSON,
        "place": some.sampled_from(["us_preschool", "x"]) | JSON,
        "district": some.fixed_dictionaries({"name": some.text(), "content": some.text()}) | JSON,
    },
)
HOW = {"deadline": None, "derandomize": True, "suppress_health_check": list(HealthCheck)}


def answered(client, path, body):
    """No request may end in the machine's fault, nor take long."""
    began = time.perf_counter()
    reply = client.post(path, content=json.dumps(body), headers={"Content-Type": "application/json"})
    assert reply.status_code < 500, (path, body, reply.text)
    if reply.status_code == 422:
        assert reply.json()["sentence"]
    return time.perf_counter() - began


@settings(max_examples=150, **HOW)
@given(path=some.sampled_from(POSTS), body=BODIES | PLANS | JSON)
def test_whatever_is_sent_is_answered(client, path, body):
    answered(client, path, body)


@pytest.fixture
def compiled():
    """No request of these waits for the model to be compiled."""
    answers.warm_up()


@pytest.mark.slow
@pytest.mark.usefixtures("compiled")
@settings(max_examples=5_000, **HOW)
@given(path=some.sampled_from(POSTS), body=BODIES | PLANS | JSON)
def test_whatever_is_sent_five_thousand_times_is_answered_in_time(client, path, body):
    assert answered(client, path, body) < 5.0


@settings(max_examples=40, **HOW)
@given(path=some.sampled_from(GETS), query=some.dictionaries(some.text(max_size=8), some.text(max_size=20), max_size=3))
def test_whatever_is_asked_for_is_answered(client, path, query):
    assert client.get(path, params=query).status_code < 500


def test_the_largest_run_that_is_allowed_is_answered_in_time(client):
    began = time.perf_counter()
    reply = run(client, start=START | {"families": 2000, "weeks": 80}, states=["trust"], measured=False)
    assert reply.status_code == 200
    assert time.perf_counter() - began < 20  # five seconds on a machine that does nothing else


def test_a_group_without_families_has_no_number(client):
    start = {"place": "us_preschool", "families": 2, "weeks": 10, "strategy": {"routine": {}}}
    said = client.post("/api/run", json={"start": start, "outcomes": ["trust"]}).json()
    empty = {f"ses_{k + 1}" for k in range(5) if k not in said["seats"]["fifth"]}
    assert empty
    for group in empty:
        assert set(said["weekly"]["trust"][group]) == {None}
        assert all(set(by_group[group]) == {None} for by_group in said["reach"].values())
    assert said["weekly"]["trust"]["all"][0] > 0

"""Nothing a file can hold brings the reader down: broken valid files, wrong strategies and places, pipes, devices, bombs."""

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sim

VALID = """question: q
place: us_preschool
families: 30
weeks: 20
strategy: {messages: {per_week: 3, for_whom: ses_1}, home_visits: {per_year: 12, visitor: trained_visitor}}
against: {strategy: routine, policy: {}}
culture: {entrusting: 0.4}
policy: {visits_a_year: 2, clarity: 0.7}
budget: {money_per_child: 120, teacher_hours: 3.0}
numbers: {Trust.slowness: 0.3}
events: [{week: 12, set: {strategy.messages: {per_week: 3}}}]
replicates: 4
"""
PLACE = sim.find_config("places", "us_preschool").read_text(encoding="utf-8")
STRATEGY = "describes: d\nfunded: true\nhome_visits: {per_year: 12, visitor: trained_visitor, from_week: 2}\n"
SIGNS = [*"[]{}:,-&*!|>'\"%@`#?\n\t\0 ~", "\ufeff", "\u2028", "[[[", "? ", "- ", "&a ", "*a", "--- ", "...", "''"]
WORDS = ["nan", ".nan", ".inf", "1e308", "-1", "true", "null", "<<", "!!python/object:os.x", "9" * 20, "0x10", "é"]
PIECES = st.sampled_from(SIGNS + WORDS)


@st.composite
def broken(draw, text):
    """A valid text with one to four pieces cut out, put in or doubled."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        text = text[:start] + draw(st.one_of(PIECES, st.just(text[start:end] * 2), st.just(""))) + text[end:]
    return text


def read_or_refused(read):
    try:
        read()
    except sim.ScenarioError as error:
        assert str(error) and "Traceback" not in str(error)


COMMON = {"deadline": None, "derandomize": True, "suppress_health_check": list(HealthCheck)}


@settings(max_examples=1400, **COMMON)
@given(broken(VALID))
def test_a_broken_scenario_is_read_or_refused(text):
    read_or_refused(lambda: sim.scenario_from_text(text, "wrong.yaml"))


@pytest.mark.parametrize(("kind", "text"), [("place", PLACE), ("strategy", STRATEGY)])
def test_a_broken_place_or_strategy_is_read_or_refused(tmp_path, kind, text):
    path = tmp_path / "wrong.yaml"
    asked = {"place": "us_preschool", "strategy": "routine", kind: str(path)}

    @settings(max_examples=350, **COMMON)
    @given(broken(text))
    def each(wrong):
        path.write_bytes(wrong.encode())
        read_or_refused(lambda: sim.read_scenario(asked))

    each()


TERMS = " (school weeks, [first, last] of each term, between 1 and 52)."
IN_ORDER = "a list of [first week, last week] in order, between 1 and 52."
BAD_PLACES = {
    "terms: 3": "wrong.yaml:1: terms = 3 is not a list" + TERMS,
    "terms: [3]": "wrong.yaml:1: terms.0 = 3 is not a list" + TERMS,
    "terms: [[]]": "wrong.yaml:1: terms = [[]]: " + IN_ORDER,
    "terms: [[5, 3]]": "wrong.yaml:1: terms = [[5, 3]]: " + IN_ORDER,
    "terms: [[1, 9], [9, 20]]": "wrong.yaml:1: terms = [[1, 9], [9, 20]]: " + IN_ORDER,
    "terms: [[1, 53]]": "wrong.yaml:1: terms = [[1, 53]]: " + IN_ORDER,
    "terms: [[1.5, 3]]": "wrong.yaml:1: terms.0.0 = 1.5 is not a whole number" + TERMS,
    "culture: 3": "wrong.yaml:1: culture = 3 is not 'name: value' lines (what people there hold to be right).",
    "policy: [1]": "wrong.yaml:1: policy = [1] is not 'name: value' lines (what law asks for).",
    "assumed: maybe": "wrong.yaml:1: assumed = 'maybe' is not true or false "
    "(true where its figures are assumed, not measured).",
    "prices: 3": "wrong.yaml:1: prices = 3 is not text "
    "(what things cost there, currency and year: a file of configs/prices).",
    "figures: ../../us": "wrong.yaml:1: There is no folder of figures '../../us'. configs/places lists: us.",
    "staff: {class_size: 0}": "wrong.yaml:1: Staff.class_size = 0 is impossible: a count lies between 1 and 200. "
    "Plausible here is 10 to 35 (STAR kindergarten: about twenty).",
    "staff: {allocation: unfair}": "wrong.yaml:1: There is no choice for Staff.allocation 'unfair'. "
    "Staff.allocation lists: equal, neediest_first, who_asks_first.",
    "budget: {money_per_child: .nan}": "wrong.yaml:1: Budget.money_per_child = nan is impossible: "
    "a sum of money lies between 0 and 1e+06. "
    "Plausible here is 0 to 1000 (assumed: a child and year).",
}


@pytest.mark.parametrize("line", BAD_PLACES)
def test_a_wrong_place_is_refused_with_its_message(tmp_path, line):
    rest = {"terms": "terms: [[1, 38]]\n", "figures": "figures: us\n"}
    rest.pop(line.split(":")[0], None)
    path = tmp_path / "wrong.yaml"
    path.write_text(line + "\n" + "".join(rest.values()))
    with pytest.raises(sim.ScenarioError) as refused:
        sim.read_place(str(path))
    assert str(refused.value).replace(str(path), "wrong.yaml") == BAD_PLACES[line]


def test_files_that_are_none_are_refused_at_once(tmp_path):
    (tmp_path / "folder.yaml").mkdir()
    with (tmp_path / "big.yaml").open("wb") as file:
        file.truncate(100_000_000)
    wrong = {"folder.yaml": "it is a folder", "big.yaml": "too large", "none.yaml": "There is no file"}
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.yaml")
        wrong |= {"pipe.yaml": "it is a pipe", "/dev/zero": "too large"}
    for name, message in wrong.items():
        for read in (sim.read_place, sim.read_scenario):
            with pytest.raises(sim.ScenarioError, match=message):
                read(str(tmp_path / name))


def test_a_channel_that_would_ask_hundreds_of_times_a_week_is_refused():
    scenario = {
        "place": "us_preschool",
        "families": 40,
        "weeks": 4,
        "staff": {"class_size": 4},
        "strategy": {"platform": {"staff_minutes_a_week": 2400}},
        "numbers": {"TeacherMinutes.exchange": 0.5},
    }
    with pytest.raises(sim.ScenarioError, match="exchange would ask each family 1200 times a school week: at most 250"):
        sim.simulate(scenario)

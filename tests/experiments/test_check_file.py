"""Every kind of file can be checked, by its name or as a copy elsewhere, and wrong ones are refused where they are wrong."""

import pytest

import sim
from experiments.check_file import kind_of, lines

SHIPPED = {
    "scenarios": ("first_look", "80 runs of 300 families and 52 weeks"),
    "experiments": ("five_strategies", "5,120 runs"),
    "trials": ("course_take_up", "arm"),
    "districts": ("example", "6 preschools, 15 classes, 282 children."),
    "strategies": ("course_and_library", "parent school (8 sessions, topic reading)"),
    "places": ("china_rural", "classes of 30"),
    "prices": ("us", "prices in USD of 2023, 0 of them other than declared"),
}


@pytest.mark.parametrize("kind", SHIPPED)
def test_a_shipped_file_is_known_by_its_name_and_a_copy_by_what_it_says(kind, tmp_path):
    name, said = SHIPPED[kind]
    shipped = sim.list_configs(kind)[name]
    copy = tmp_path / f"mine{shipped.suffix}"
    copy.write_bytes(shipped.read_bytes())
    assert kind_of(name) == kind_of(str(copy)) == kind
    assert said in "\n".join(lines(name)) and said in "\n".join(lines(str(copy)))


@pytest.mark.parametrize("kind", [kind for kind in SHIPPED if kind != "districts"])
def test_all_that_is_shipped_is_known_for_what_it_is(kind):
    assert {kind_of(str(file)) for file in sim.list_configs(kind).values()} == {kind}


@pytest.mark.parametrize(
    ("file", "text", "where"),
    [
        ("a.yaml", "home_visits: {per_yeer: 12}", "home_visits.per_year"),
        (
            "named.yaml",
            "name: mine\nmessages: {}",
            "named.yaml:1: name: a strategy is called as its file is",
        ),
        (
            "slip.yaml",
            "mesages: {per_week: 3}",
            "slip.yaml:1: There is no intervention 'mesages'. Did you mean 'messages'",
        ),
        ("b.yaml", "trial: x", "b.yaml: 'arms' is missing"),
        (
            "c.yaml",
            "figures: us\nterms: [[1, 38]]\ndescribes: here\nculture: {entrusting: 15}",
            "c.yaml:4: Culture.entrusting = 15 is impossible",
        ),
        ("d.csv", "preschool,classes,children\nSun,2,many", "d.csv"),
        ("e.yaml", "nothing: known", "e.yaml:1: There is no key 'nothing'. A scenario lists"),
        ("f.yaml", "question: what, and where", "'place' is missing"),
    ],
)
def test_a_wrong_file_is_refused_where_it_is_wrong(file, text, where, tmp_path):
    (tmp_path / file).write_text(text, encoding="utf-8")
    with pytest.raises(sim.ScenarioError, match=where):
        list(lines(str(tmp_path / file)))


@pytest.mark.parametrize("text", ["funded: false", "describes: nothing yet"])
def test_a_strategy_of_nothing_is_a_strategy(text, tmp_path):
    (tmp_path / "mine.yaml").write_text(text)
    assert next(iter(lines(str(tmp_path / "mine.yaml")))) == "mine: routine"


def test_all_that_an_arm_of_a_trial_has_is_said(tmp_path):
    arms = "{control: {}, a: {messages: {}, funded: false, policy: {clarity: 0.9}, attends: 0.5, weight: 2}}"
    (tmp_path / "t.yaml").write_text(f"trial: t\narms: {arms}\nweeks: 10\nmeasure: [{{outcome: language}}]\n")
    (said,) = (line for line in lines(str(tmp_path / "t.yaml")) if line.startswith("  arm a"))
    assert said == (
        "  arm a: routine, messages; in the hours and money there are; policy.clarity = 0.9 (place: 0.5); "
        "50% of its children come to preschool; 2 times as many as an arm of weight 1"
    )

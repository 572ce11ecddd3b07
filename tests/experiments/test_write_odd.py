"""The description of the model says what the source says."""

import sim
from experiments.write_odd import MARKED, README, TABLES, current


def test_every_table_of_the_description_is_current():
    text = README.read_text(encoding="utf-8")
    assert current(text) == text, "python -m experiments.write_odd writes it anew"


def test_every_table_stands_in_it_once():
    assert sorted(found[2] for found in MARKED.finditer(README.read_text(encoding="utf-8"))) == sorted(TABLES)


def test_it_has_the_seven_elements_and_every_rule_has_a_sentence():
    text = README.read_text(encoding="utf-8")
    assert [line[3] for line in text.splitlines() if line.startswith("## ")] == list("1234567")
    assert "|  |" not in TABLES["rules"]() and all(f"`{name}`" in text for name in (*sim.INTERVENTIONS, *sim.OUTCOMES))

"""Every key of a place can be described: what it means, its unit and range, what places have, which files read it."""

import pytest

import sim
from experiments.describe import describe
from experiments.describe_condition import keys_named, lines_on

KEYS = [f"{part}.{key}" for part, kind in sim.PARTS.items() for key in kind.declared]


@pytest.mark.parametrize("key", KEYS)
def test_every_key_is_described_by_its_full_name_and_alone(key):
    said = list(lines_on(key))
    assert said[0].startswith(f"{key}: ") and len(said[0]) > len(key) + 6 and ": assumed" not in said[0]
    one = sim.PARTS[key.partition(".")[0]].declared[key.partition(".")[2]]
    assert f"unit {one.unit}; plausible {one.plausible()}" in said[1]
    assert set(said) <= set(describe(key.partition(".")[2]))


def test_what_is_said_of_visits_a_year():
    said = "\n".join(describe("visits_a_year"))
    assert said == "\n".join(describe("Policy.visits_a_year"))
    assert "Home visits a year by the teacher" in said and "unit count; plausible 0 to 12; possible is 0 to 100" in said
    assert "2 in us_head_start; 0 in us_kindergarten, us_preschool" in said
    assert "read in sim/interventions/routine.py" in said and "policy: {visits_a_year: …}" in said


def test_a_name_of_two_things_is_told_for_both():
    said = "\n".join(str(line) for line in describe("consultation"))
    assert "consultation.weight" in said and "policy.consultation: Preschools are heard" in said


def test_a_whole_part_is_described_key_by_key():
    assert [key for _, key in keys_named("budget")] == list(sim.PARTS["budget"].declared)
    assert keys_named("budget.clarity") == [] and keys_named("trust") == []


def test_a_slip_is_answered_with_the_nearest_key():
    with pytest.raises(sim.ScenarioError, match="Did you mean 'entrusting'"):
        list(describe("entrustng"))

"""Switches: each is a name of the guide, a possible value, and does something to what a run is given."""

import numpy as np
import pytest

import sim
from sim.core.mechanism import PLACES_OWN
from sim.mechanisms import MECHANISMS
from sim.numbers import NUMBERS
from sim.place import PARTS
from sim.without import switched_off

# The last paragraph of the model's guide: what having each does, according to the paper or the field.
EXPECTED = {
    "information": "misperception -",
    "beliefs": "distance_from_equilibrium -",
    "shared_goals": "agreement +",
    "tie_forming": "isolated -",
    "norms": "school_participation +",
    "values_spread": "agreement +",
    "practice_quality": "language +",
    "practice_time": "practice_time +",
    "listening": "trust +",
    "message_fatigue": "practice_time -",
    "staff_training": "contact_quality +",
    "allocation": "gap_in_reach -",
    "workload": "strain +",
    "clarity": "responsibility_shifted -",
    "entrusting_role": "practice_time -",
    "language_distance": "gap_in_reach +",
    "mandates": "contacts +",
    "inspection": "contact_quality -",
    "earmarked_funds": "offers_kept +",
    "consultation": "mandates_kept +",
    "learning_plans": "language +",
    "organisations": "offers +",
    "outside_evaluation": "error_of_evaluation -",
    "committee_fund": "offers +",
    "barrier_feedback": "school_participation +",
    "office": "contacts +",
    "volunteers": "teacher_hours -",
    "committee_voice": "agreement +",
    "promises_watched": "promises_cancelled -",
    "evaluation": "reach +",
    "fitting_strategy": "gap_in_reach -",
    "deference": "proposals_carried -",
    "joint_activities": "practice_quality +",
    "effort_game": "joint_benefit_reached +",
    "double_reduction": "numeracy -, creativity +",
}
EXPECTED |= {  # ours, not in the guide: there each week of practice adds as much, all of it fades at one pace, and
    # knowing more changes beliefs only
    "lasting_gains": "language +",
    "diminishing_gains": "language -",
    "in_step": "language +",
}
BASE = {"place": "us_preschool", "families": 60, "weeks": 30, "replicates": 1}
EVERYTHING = {name: {} for name in sim.INTERVENTIONS}


def _given(scenario):
    """What both arms do, under which conditions, in plain values."""
    return [
        (arm.strategy.settings, arm.culture, arm.policy, arm.budget) for arm in (scenario.strategy, scenario.baseline)
    ]


def test_every_mechanism_of_the_guide_has_a_switch_and_no_other_has():
    assert set(MECHANISMS) == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_mechanism_expects_what_the_guide_says(name):
    assert ", ".join(f"{outcome} {sign}" for outcome, sign in MECHANISMS[name].moves) == EXPECTED[name]


@pytest.mark.parametrize("name", MECHANISMS)
def test_what_it_moves_is_measured_and_its_switch_is_possible(name):
    mechanism = MECHANISMS[name]
    assert mechanism.sentence.endswith(".") and len(mechanism.sentence) > 30
    assert all(outcome in sim.OUTCOMES for outcome, _ in mechanism.moves)
    for dotted, value in switched_off([name], None, {}).items():
        group, _, key = dotted.partition(".")
        if group == "strategy":
            doing, _, dose = key.partition(".")
            assert doing in sim.INTERVENTIONS and (value is None) == (dose == "")
            assert not dose or sim.INTERVENTIONS[doing].Dose.but(**{dose: value})
        elif value != PLACES_OWN:
            declared = (NUMBERS | PARTS)[group].declared[key]
            assert declared.shown(declared.checked(dotted, value)) == value


@pytest.mark.parametrize("name", MECHANISMS)
def test_a_switch_changes_what_a_run_is_given(name):
    """In both arms alike: in the numbers, in the place, or in what is done."""
    said = BASE | {"strategy": EVERYTHING} | MECHANISMS[name].setting
    on, off = sim.read_scenario(said), sim.read_scenario(said | {"without": [name]})
    assert (on.numbers, on.place, _given(on)) != (off.numbers, off.place, _given(off))
    assert off.without == (name,)


def test_what_is_not_named_stays():
    on, off = (sim.read_scenario(BASE | {"strategy": EVERYTHING, "without": w}) for w in ([], ["norms"]))
    changed = [g for g, a, b in zip(on.numbers._fields, on.numbers, off.numbers, strict=True) if a != b]
    assert changed == ["Readiness"]
    assert [
        n for n in on.numbers.Readiness._fields if getattr(on.numbers.Readiness, n) != getattr(off.numbers.Readiness, n)
    ] == ["norm"]
    assert (on.place, _given(on)) == (off.place, _given(off))


def test_events_cannot_switch_on_again():
    event = {"week": 10, "set": {"policy.clarity": 1.0}}
    off = sim.read_scenario(BASE | {"strategy": {}, "without": ["clarity"], "events": [event]})
    assert [arm.policy.clarity for arm in off.arms_over_time("strategy").values()] == [0.0, 0.0]


def test_without_norms_friends_do_not_matter():
    """Whoever came last time: the same answers."""
    scenario = sim.read_scenario(BASE | {"strategy": {}, "without": ["norms"]})
    start = sim.settle(scenario, 1)
    other = start.copied()
    other.tables.families.came_last[:] = 0
    one, two = sim.live(scenario, 1, start), sim.live(scenario, 1, other)
    assert np.array_equal(one.world.tables.families.joined, two.world.tables.families.joined)

"""The colours of the map: from which value to which, and that a colour means the same all year."""

import base64

import numpy as np
import pytest

import sim
from experiments.app.watched import GROUPS, States, _scaled, watch


def scaled(values, unit="times ordinary"):
    said = _scaled(unit, np.array(values, float))
    return said, np.frombuffer(base64.b64decode(said["bytes"]), np.uint8)


def seen(name, strategy):
    scenario = sim.read_scenario({"place": "us_preschool", "strategy": strategy, "families": 100, "weeks": 20})
    states = States(scenario, [name])
    watch(scenario, 1, "strategy", states)
    return states.as_bytes()[name]


@pytest.mark.parametrize(
    ("values", "ends"),
    [([0.9, 1.0, 1.1], (0.75, 1.25)), ([0.4, 1.2], (0.25, 1.75)), ([0.8, 1.3, 2.6], (0.0, 2.0))],
)
def test_a_ratio_is_coloured_as_far_below_the_usual_as_above(values, ends):
    said, colours = scaled([values])
    assert (said["low"], said["middle"], said["high"]) == (ends[0], 1.0, ends[1])
    assert said["above"] == (max(values) > ends[1])
    assert not said["below"]
    assert all((colours > 128) == (np.array(values) > 1.004))


def test_a_colour_means_the_same_in_each_week():
    _, colours = scaled([[0.8, 1.2], [0.5, 1.2], [0.8, 1.5]])
    weeks = colours.reshape(3, 2)
    assert weeks[0, 0] == weeks[2, 0]
    assert weeks[0, 1] == weeks[1, 1]


def test_the_colours_of_practice_are_chosen_from_what_is_shown():
    usual, much = (seen("practice_time", strategy) for strategy in ("routine", "everything"))
    for one in (usual, much):
        assert one["low"] + one["high"] == 2.0
    assert usual["high"] < much["high"] <= 2.0


@pytest.mark.parametrize(("most", "end"), [(0, 1), (1, 1), (3, 3), (4, 5), (10, 10), (11, 20), (24, 30), (116, 200)])
def test_the_colours_of_contacts_end_at_the_next_round_number(most, end):
    said, _ = scaled([[0.0, most]], "contacts a year")
    assert (said["low"], said["middle"], said["high"], said["above"]) == (0.0, None, end, False)


def test_the_colours_of_contacts_are_chosen_from_what_is_shown():
    ends = [
        seen(*one)["high"]
        for one in (("contacts_talk", "routine"), ("contacts", "routine"), ("contacts", "everything"))
    ]
    assert ends[0] < ends[1] < ends[2]


@pytest.mark.parametrize(
    ("most", "end"), [(0.0, 0.1), (0.04, 0.1), (0.1, 0.1), (0.15, 0.2), (0.26, 0.3), (0.4, 0.5), (1.4, 2)]
)
def test_the_colours_of_how_far_somebody_is_off_end_at_the_next_round_part(most, end):
    said, colours = scaled([[0.0] + [most] * 40], "usual effort")
    assert (said["low"], said["middle"], said["high"], said["above"]) == (0.0, None, end, False)
    assert colours[0] == 0


def test_the_few_who_are_far_off_do_not_leave_the_others_pale():
    said, colours = scaled([[0.15] * 97 + [0.9] * 3], "usual effort")
    assert (said["high"], said["above"]) == (0.2, True)  # the key says: 0.2 or more
    assert colours[0] > 180
    assert colours[-1] == 255


def test_how_far_somebody_is_off_begins_at_nothing_and_fits_what_is_shown():
    usual, much = (seen("misperception", strategy) for strategy in ("routine", "everything"))
    assert (usual["low"], usual["middle"]) == (0.0, None)
    assert much["high"] <= usual["high"] < 1.0


def test_means_of_groups_are_those_of_the_values_and_not_of_their_colours():
    scenario = sim.read_scenario({"place": "us_preschool", "strategy": "routine", "families": 100, "weeks": 20})
    states = States(scenario, ["misperception"])
    _, weekly = watch(scenario, 1, "strategy", states)
    said, column = states.as_bytes()["misperception"], sim.RECORDED[1:].index("misperception")
    assert said["above"]
    for j, group in enumerate(GROUPS):
        assert said["means"][group] == pytest.approx(weekly[:, j, column], abs=2e-3)


def test_what_lies_beyond_fixed_ends_is_said():
    said, _ = scaled([[-3.0, 0.0, 1.0]], "SD")
    assert (said["low"], said["middle"], said["high"], said["below"], said["above"]) == (-2.0, 0.0, 2.0, True, False)

"""Points of each design, and the ids of their cases."""

import numpy as np
import pytest

import sim
from experiments.study.cases import Plan, chunks, part_of
from experiments.study.design import points_of
from experiments.study.experiment import read_experiment
from tests.experiments.study.asked import asked

TWO = {"uncertainties": {"Trust.slowness": [0.1, 0.4]}, "place_varies": {"culture.entrusting": [0.2, 0.6]}}


def points(design, **more):
    return points_of(read_experiment(asked(**TWO, design=design, **more)))


def test_a_grid_has_every_combination():
    found = points({"kind": "grid"})
    assert [tuple(one.values()) for one in found] == [(0.1, 0.2), (0.1, 0.6), (0.4, 0.2), (0.4, 0.6)]


def test_one_at_a_time_starts_from_the_centre():
    found = list(points({"kind": "one_at_a_time", "levels": 3}))
    assert found[0] == {} and len(found) == 7 and all(len(one) == 1 for one in found[1:])


@pytest.mark.parametrize("kind", ["grid", "one_at_a_time"])
def test_seeds_are_no_steps_of_a_grid(kind):
    with pytest.raises(sim.ScenarioError, match="a seed has no steps"):
        points({"kind": kind}, luck="factor")


@pytest.mark.parametrize("kind", ["sobol", "morris"])
@pytest.mark.parametrize("groups", [False, True])
def test_more_points_begin_with_those_there_are(kind, groups):
    few, many = (points({"kind": kind, "points": n, "groups": groups}) for n in (8, 16))
    assert len(many) == 2 * len(few)
    np.testing.assert_array_equal(few.shares, many.shares[: len(few)])


def test_a_latin_hypercube_has_one_point_in_each_slice():
    shares = points({"kind": "latin", "points": 10}).shares
    assert (np.sort((shares * 10).astype(int), axis=0) == np.arange(10)[:, None]).all()


@pytest.mark.parametrize(
    ("design", "said"),
    [
        ({"kind": "sobol", "points": 100}, "64 or 128 is"),
        ({"kind": "morris", "levels": 3}, "an even number"),
        ({"kind": "grid", "points": 8}, "grid has no 'points'"),
        ({"kind": "latin", "points": 1}, "between 2 and"),
        ({"kind": "list"}, "points is missing"),
        ({"kind": "list", "points": [{"Trust.slownes": 0.2}]}, "Did you mean 'Trust.slowness'?"),
        ({"kind": "list", "points": [{"Trust.slowness": 0.9}]}, "lies outside"),
        ({"kind": "latin", "points": [{}]}, "points is a number here"),
    ],
    ids=str,
)
def test_a_design_that_cannot_be_is_refused(design, said):
    with pytest.raises(sim.ScenarioError, match=said.replace("?", r"\?")):
        points(design)


def test_a_grid_beyond_all_measure_is_refused():
    with pytest.raises(sim.ScenarioError, match="more than 10,000,000"):
        points_of(read_experiment(asked(uncertainties="all", design="grid")))


def test_a_case_is_known_by_its_content_not_by_its_place():
    one = Plan(read_experiment(asked(**TWO, design={"kind": "grid"})))
    listed = [{"culture.entrusting": 0.6, "Trust.slowness": 0.4}]
    other = Plan(read_experiment(asked(**TWO, design={"kind": "list", "points": listed})))
    assert (one.all_ids()[-4:] == other.all_ids()).all()
    assert len(set(one.all_ids())) == len(one) == 16


def test_a_default_said_or_not_said_is_the_same_case():
    default = sim.NUMBERS["Trust"].declared["slowness"].default
    listed = [{}, {"Trust.slowness": default}, {"Trust.slowness": 0.31}]
    ids = Plan(read_experiment(asked(**TWO, design={"kind": "list", "points": listed}))).all_ids().reshape(3, -1)
    assert (ids[0] == ids[1]).all() and not (ids[0] == ids[2]).any()


def test_parts_together_are_the_whole_and_pieces_hold_each_run_once():
    experiment = read_experiment(asked(**TWO, design={"kind": "latin", "points": 11}, replicates=3))
    whole = Plan(experiment)
    parts = np.concatenate([Plan(experiment, (k, 4)).all_ids() for k in (1, 2, 3, 4)])
    assert sorted(parts) == sorted(whole.all_ids())
    pieces = list(chunks(whole.missing(np.sort(parts[:10])), 7))
    runs = [sum(task.runs for task in piece) for piece in pieces]
    assert sum(runs) == len(whole) - 10 and max(runs) <= 8


def test_luck_as_a_factor_gives_each_point_its_own_seeds():
    experiment = read_experiment(asked(**TWO, design={"kind": "latin", "points": 5}, luck="factor"))
    plan = Plan(experiment)
    seeds = {seed for task in plan.missing(np.array([], np.uint64)) for _, seed, _ in task.lives}
    assert len(seeds) == 10 and experiment.axes[-1].name == "luck"


@pytest.mark.parametrize("text", ["0/4", "5/4", "3", "a/b", "3/"])
def test_a_part_that_is_none_is_refused(text):
    with pytest.raises(sim.ScenarioError, match="3/40"):
        part_of(text)

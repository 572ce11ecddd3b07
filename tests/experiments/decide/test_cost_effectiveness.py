"""Cost-effectiveness against sums done by hand."""

import numpy as np
import pytest

from experiments.decide.cost_effectiveness import acceptability, best_within, clear_icer, net_benefit, stand

# Five strategies: B costs more than C for less (dominated); D is beaten by a mixture of C and E (extendedly dominated).
COSTS = {"A": 0.0, "B": 150.0, "C": 100.0, "D": 250.0, "E": 300.0}
EFFECTS = {"A": 0.0, "B": 0.8, "C": 1.0, "D": 1.4, "E": 2.0}


def test_standings_of_a_worked_case():
    standing = {one.name: one for one in stand(COSTS, EFFECTS)}
    assert {name: one.status for name, one in standing.items()} == {
        "A": "frontier",
        "B": "dominated",
        "C": "frontier",
        "D": "extendedly dominated",
        "E": "frontier",
    }
    assert standing["C"].icer == pytest.approx(100.0, abs=1e-9) and standing["C"].against == "A"
    assert standing["E"].icer == pytest.approx(200.0, abs=1e-9) and standing["E"].against == "C"
    assert standing["A"].icer is None and standing["B"].icer is None and standing["D"].icer is None


def test_of_two_alike_the_better_is_kept():
    standing = {one.name: one.status for one in stand({"A": 10.0, "B": 10.0}, {"A": 1.0, "B": 2.0})}
    assert standing == {"A": "dominated", "B": "frontier"}


def test_removing_one_may_bring_another_down():
    """After 3 falls, 2 falls as well: 1→2 costs 30 a unit, 2→3 40, 3→4 10; 1→4 is 80/4 = 20."""
    costs, effects = {"1": 0, "2": 30, "3": 70, "4": 80}, {"1": 0, "2": 1, "3": 2, "4": 4}
    standing = {one.name: one for one in stand(costs, effects)}
    assert [one.name for one in standing.values() if one.status == "frontier"] == ["1", "4"]
    assert standing["4"].icer == pytest.approx(20.0, abs=1e-9)


def test_net_benefit():
    assert net_benefit(100.0, 0.5, 400.0) == pytest.approx(100.0, abs=1e-9)


def test_a_ratio_is_given_only_where_its_denominator_is_clear():
    costs = np.full(100, 50.0)
    assert clear_icer(costs, np.full(100, 0.25)) == pytest.approx(200.0, abs=1e-9)
    assert clear_icer(costs, np.linspace(-0.1, 0.4, 100)) is None


def test_acceptability_by_hand():
    """Two draws, two strategies; at 100 for a unit the second wins in one draw only, at 1000 in both, at 0 in none."""
    costs = np.array([[0.0, 50.0], [0.0, 50.0]])
    effects = np.array([[0.0, 1.0], [0.0, 0.1]])
    assert acceptability(costs, effects, [0, 100, 1000]).tolist() == [[1.0, 0.0], [0.5, 0.5], [0.0, 1.0]]


def test_a_tie_is_shared():
    assert acceptability(np.zeros((1, 2)), np.ones((1, 2)), [7]).tolist() == [[0.5, 0.5]]


def test_best_within_a_budget():
    costs, effects = np.array([[0.0, 60.0], [0.0, 40.0]]), np.array([[0.1, 0.9], [0.1, 0.9]])
    assert best_within(50, costs, effects).tolist() == [0.5, 0.5]
    assert best_within(100, costs, effects).tolist() == [0.0, 1.0]

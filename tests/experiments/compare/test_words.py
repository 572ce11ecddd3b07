"""A comparison in sentences: which strategy leads from which sum of money on, and in how many draws."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from experiments.compare.words import NAMED, _answer, _by_money, _cost, _for_whom


def by_money(budgets, shares, strategies=("routine", "messages_three", "reading_course")):
    """The sentence where, at each budget but the first (nothing), each strategy is best in such a share of the draws."""
    held = dict(zip(budgets[1:], map(np.array, shares), strict=True))
    choice = SimpleNamespace(
        strategies=strategies,
        currency="USD",
        budgets=lambda: list(budgets),
        best_by_budget=lambda asked: np.array([held[one] for one in asked]),
    )
    return _by_money(choice)


def test_a_new_leader_is_said_with_its_sum_and_the_old_one_not_again():
    line = by_money([0, 10, 50, 1200], [(0.1, 0.9, 0), (0, 1.0, 0), (0, 0.3, 0.7)])
    assert line == (
        "Most often the best, by the money there is a child: "
        "messages three from 10 USD (9 of 10 draws); reading course from 1,200 USD (7 of 10)."
    )


def test_who_shares_the_lead_has_not_lost_it():
    line = by_money([0, 10, 50], [(0, 0.4, 0.6), (0, 0.5, 0.5)])
    assert "messages" not in line and line.endswith("reading course from 10 USD (6 of 10 draws).")


def test_no_more_than_a_few_are_named():
    names = tuple(f"plan_{k}" for k in range(NAMED + 2))
    line = by_money([0, *range(1, NAMED + 3)], np.eye(NAMED + 2), names)
    assert line.count(" from ") == NAMED and f"plan {NAMED}" not in line


@pytest.mark.parametrize(
    ("gains", "said"),
    [
        ([0.04, 0.02], "Messages does most for language: "),
        ([-0.04], "Messages is clearly worse for language than routine: "),
        (
            [-0.04, -0.02],
            "Every one of the strategies is clearly worse for language than routine; visits comes nearest",
        ),
        ([-0.04, 0.0], "No strategy is clearly better for language than routine, and messages is clearly worse: "),
        ([-0.04, -0.03, 0.0], "and of the 2 that are clearly worse, visits comes nearest to it: "),
    ],
)
def test_none_does_most_where_all_that_can_be_told_do_less(gains, said):
    names = ("routine", "messages", "visits", "course")[: len(gains) + 1]
    rows = pd.DataFrame(
        [{"outcome": "language", "unit": "SD", "difference": d, "low": d - 0.01, "high": d + 0.01} for d in gains],
        index=pd.MultiIndex.from_tuples([("language", name) for name in names[1:]]),
    ).assign(unknown_low=None, unknown_high=None)
    leader = np.eye(len(names))[[1]]
    choice = SimpleNamespace(strategies=names, currency="USD", budgets=lambda: [0, 10], best_by_budget=lambda _: leader)
    assert said in _answer(rows, names, choice)


@pytest.mark.parametrize(
    ("hours", "said"),
    [(-1.87, "1.9 teacher hours fewer"), (2.0, "2.0 teacher hours more"), (0.01, "hardly any teacher hours")],
)
def test_hours_are_said_without_a_sign(hours, said):
    rows = pd.DataFrame({"difference": [hours]}, index=pd.MultiIndex.from_tuples([("teacher_hours", "visits")]))
    choice = SimpleNamespace(
        strategies=("routine", "visits"),
        standings=(),
        starting=(0, 0),
        costs=np.array([[0.0, 250.0]]),
        prices=SimpleNamespace(in_words=lambda: "USD of 2023"),
        perspective="payers",
    )
    line = _cost(rows, ("routine", "visits"), choice)
    assert line == f"Extra cost a child in USD of 2023, to all who pay money: visits 250, {said}."


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (0.004, "narrows under none of them and widens under talks."),
        (0.04, "neither narrows nor widens under any of them"),
    ],
)
def test_a_gap_that_too_few_runs_show_is_not_said_to_move(error, said):
    row = {"difference": 0.016, "low": 0.016 - error, "high": 0.016 + error, "unknown_low": 0.003, "unknown_high": 0.05}
    told = {"observer": "true", "outcome": "language_gap", "strategy": "talks"}
    assert said in _for_whom(pd.DataFrame([told | row]), ("routine", "talks"))

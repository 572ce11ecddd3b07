"""A sweep read: tables, pictures, and the level where a difference turns."""

import numpy as np
import pandas as pd
import pytest

import sim
from experiments.study.experiment import read_experiment
from experiments.study.folder import study_of
from experiments.study.reports import report_for
from experiments.study.sweep import _turn, refuse_what_cannot_be_swept
from experiments.study.workers import Workers
from tests.experiments.study.asked import asked


@pytest.mark.parametrize(
    ("varies", "pictures"),
    [
        ({"levers": {"messages.per_week": [1, 5]}}, {"lines"}),
        (
            {"levers": {"messages.per_week": [1, 5]}, "place_varies": {"culture.entrusting": [0.2, 0.6]}},
            {"lines", "map_language", "map_teacher_hours"},
        ),
        ({"uncertainties": ["Trust"], "design": "one_at_a_time"}, {"one_at_a_time"}),
    ],
    ids=["lines", "maps", "one at a time"],
)
def test_each_picture_has_its_table_beside_it(varies, pictures, tmp_path):
    study = study_of(asked(**varies), tmp_path)
    study.run(Workers("serial"), 0.05)
    written = report_for(study).written(study)
    assert {one.stem for one in written.pictures} == pictures
    assert all(one.with_suffix(end).stat().st_size > 5000 for one in written.pictures for end in (".png", ".svg"))
    table = pd.read_csv(tmp_path / "table.csv")
    book = pd.read_excel(tmp_path / "tables.xlsx", sheet_name=None)
    assert list(book) == ["table", "thresholds"] and len(book["table"]) == len(table)
    compared = table[table.strategy == "messages_three"]
    assert len(table) == len(study.plan.points) * 2 * 2
    assert (compared.low <= compared.difference).all() and (compared.difference <= compared.high).all()
    assert (table[table.strategy == "routine"].difference.isna()).all()
    cases, outcomes = (pd.read_parquet(tmp_path / f"{name}.parquet") for name in ("cases", "outcomes"))
    both = cases.merge(
        outcomes[(outcomes.outcome == "language") & (outcomes.observer == "true") & (outcomes.group == "all")]
    )
    wide = both.pivot_table(index="design_id", columns=["replicate", "strategy"], values="value")
    by_hand = (wide.xs("messages_three", axis=1, level=1) - wide.xs("routine", axis=1, level=1)).mean(axis=1)
    mine = compared[compared.outcome == "language"].sort_values("point").difference
    np.testing.assert_allclose(mine, by_hand, atol=1e-12)


def test_where_a_difference_turns_is_found_with_its_interval():
    steps, luck = np.array([0.0, 1.0, 2.0, 3.0]), np.random.default_rng(1)
    level, low, high = _turn(steps, (steps - 1.3)[:, None] + 0.05 * luck.standard_normal((4, 20)))
    assert low < 1.3 < high and level == pytest.approx(1.3, abs=0.05) and high - low < 0.2
    assert _turn(steps, np.ones((4, 5))) is None


def test_differences_that_may_all_be_luck_turn_nowhere():
    steps, luck = np.array([1.0, 4.0, 8.0]), np.random.default_rng(1)
    small = np.array([-0.002, 0.002, -0.003])[:, None]
    assert _turn(steps, small + 0.05 * luck.standard_normal((3, 10))) is None
    first = np.array([0.002, -0.05, 0.1])[:, None]  # only the last two are clear: it turns between them
    assert 4.0 < _turn(steps, first + 0.01 * luck.standard_normal((3, 10)))[0] < 8.0


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"uncertainties": ["Trust"], "design": {"kind": "grid", "levels": 2}}, "one to three axes"),
        ({"uncertainties": ["Trust"], "design": "latin"}, "famschool sensitivity reads it"),
    ],
    ids=["too many axes", "a sample"],
)
def test_what_has_no_picture_is_refused(changes, said):
    with pytest.raises(sim.ScenarioError, match=said):
        refuse_what_cannot_be_swept(read_experiment(asked(**changes)))

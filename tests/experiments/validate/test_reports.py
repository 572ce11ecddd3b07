"""What parents report of practice is worth what a short scale is: most of it is true, not all."""

import numpy as np
import pytest

import sim


@pytest.mark.parametrize("outcome", ["practice_time", "practice_quality", "book_sharing"])
def test_reports_are_mostly_true(outcome):
    world = sim.simulate({"place": "us_preschool", "families": 800, "weeks": 4, "strategy": {}}, seed=1).measured
    true, reported = (sim.OUTCOMES[outcome](world, observer) for observer in ("true", "parent"))
    assert 0.6 < np.corrcoef(true, reported)[0, 1] ** 2 < 0.9

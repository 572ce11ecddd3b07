"""Law 5 at the ends: every number at each end of what is plausible, everything on, and nothing NaN or out of bounds."""

import numpy as np
import pytest

from sim.numbers import NUMBERS
from sim.report import measure
from sim.run import simulate
from tests.laws.scenarios import EVERYTHING
from tests.laws.test_bounds import HAIR, out_of_bounds

TINY = {"place": "us_preschool", "families": 14, "weeks": 8, "at": "end", "replicates": 1, "strategy": EVERYTHING}
ENDS = {
    f"{group}.{name}": sorted({number.low, number.high} - {number.default})
    for group, kind in NUMBERS.items()
    for name, number in kind.declared.items()
}


@pytest.mark.parametrize("group", NUMBERS)
def test_each_number_of_a_group_at_each_of_its_ends(group):
    wrong = {}
    for name, ends in ENDS.items():
        if name.startswith(f"{group}."):
            for end in ends:
                wrong[f"{name} = {end:g}"] = _seen_wrong(TINY | {"numbers": {name: end}})
    assert {case: what for case, what in wrong.items() if what} == {}


def _seen_wrong(scenario):
    run = simulate(scenario, 1)
    return out_of_bounds(run.world) + [
        f"{name} {group} seen by {observer}: {value}"
        for name, observer, group, value, unit in measure(run.measured)
        if not np.isfinite(value) or (unit == "share" and not -HAIR <= value <= 1 + HAIR)
    ]


def test_every_number_that_has_a_range_is_run():
    assert sum(len(ends) for ends in ENDS.values()) > 2 * len(NUMBERS)
    assert [name for name, ends in ENDS.items() if len(ends) > 2] == []

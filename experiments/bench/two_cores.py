"""How much sooner a sweep is done on two cores than on one."""

import tempfile
import time

from experiments.study.folder import study_of
from experiments.study.workers import Workers, cores

SWEEP = {
    "place": "us_preschool",
    "families": 300,
    "weeks": 156,
    "strategies": ["routine", "messages_three"],
    "levers": {"messages.per_week": [1, 5]},
    "design": "grid",
    "look_at": ["language"],
}
FEW, MANY = 10, 210  # replicates; what starting takes is in both, and goes out in the difference
TRIES = 2  # in turn, the least time of each counts


def two_core_speedup():
    """How many times as long two hundred replicates take on one core as on two; None where there is one core only."""
    if cores() < 2:
        return None
    asked = [(count, replicates) for count in (1, 2) for replicates in (FEW, MANY)]
    least = dict.fromkeys(asked, float("inf"))
    for _ in range(TRIES):
        least |= {one: min(least[one], _seconds(*one)) for one in asked}
    one, two = (least[count, MANY] - least[count, FEW] for count in (1, 2))
    return one / two


def _seconds(count, replicates):
    with tempfile.TemporaryDirectory() as folder:
        study = study_of(SWEEP | {"replicates": replicates}, folder)
        began = time.perf_counter()  # of the wall: the work is done by other processes
        study.run(Workers("processes", count), 0.03)
        return time.perf_counter() - began

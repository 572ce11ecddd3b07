"""The reference lives the same life as the fast model, and what `famschool bench` says has the promised form."""

from io import StringIO

from rich.console import Console

from experiments.bench.figures import EVERYTHING, bytes_per_family, mesa_equals_fast
from experiments.bench.show import ROWS, table_of

PROMISED = [
    "mesa_ratio",
    "mesa_ns_per_family_week",
    "mesa_equals_fast",
    "ns_per_family_week",
    "ms_300x156",
    "ms_300x156_of_five",
    "bytes_per_family",
    "growth_300_to_300000",
    "two_core_speedup",
]


def test_mesa_agents_come_to_the_same_outcomes():
    assert mesa_equals_fast(families=14, weeks=20, seed=3)


def test_every_intervention_is_on():
    assert len(EVERYTHING) > 10 and "routine" in EVERYTHING


def test_memory_does_not_hang_on_the_number_of_families():
    assert 300 < bytes_per_family(300) < 1500
    assert abs(bytes_per_family(300) / bytes_per_family(600) - 1) < 0.15


def test_the_table_says_what_is_met_and_what_is_missed():
    assert [row[0] for row in ROWS] == PROMISED
    found = dict.fromkeys(PROMISED) | {"mesa_ratio": 150.0, "ns_per_family_week": 200.0, "ms_300x156": 30.0}
    text = StringIO()
    Console(file=text, width=200).print(table_of(found | {"mesa_equals_fast": True}))
    lines = text.getvalue().splitlines()
    for name, verdict in (("150 ×", "aim met"), ("200 ns", "bar met"), ("30.0 ms", "missed")):
        assert any(name in line and verdict in line for line in lines)

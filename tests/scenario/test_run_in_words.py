"""A run shown by itself is one line, however many families it has."""

import sim


def test_a_run_is_shown_in_a_line():
    run = sim.simulate(
        {"place": "us_preschool", "families": 20, "weeks": 2, "strategy": "routine", "name": "town"}, seed=3
    )
    assert repr(run) == "<Run of town, strategy, seed 3: 20 families, 2 weeks>"

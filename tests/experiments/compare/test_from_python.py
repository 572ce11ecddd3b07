"""A comparison from Python gives the table of the command line; its package can be called by its name."""

import experiments

ASKED = {
    "question": "Do messages help?",
    "place": "us_preschool",
    "families": 20,
    "weeks": 6,
    "strategies": ["routine", "messages_three"],
    "uncertainties": ["Trust.slowness"],
    "design": {"kind": "latin", "points": 2},
    "replicates": 2,
    "look_at": ["language", "money"],
}


def test_a_comparison_from_python_is_a_frame(tmp_path):
    table = experiments.compare(ASKED, out=tmp_path / "there", workers=1)
    rows = table.query("outcome == 'language' and group == 'all' and strategy == 'messages_three'")
    assert len(rows) and (rows.low <= rows.difference).all() and (rows.difference <= rows.high).all()
    assert set(table.strategy) == {"routine", "messages_three"} and (tmp_path / "there" / "cases.parquet").exists()

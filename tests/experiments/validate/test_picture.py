"""The forest plot."""

from experiments.validate.picture import forest

ROW = {
    "causal": True,
    "unit": "SD",
    "mechanism": "messages",
    "published": 0.2,
    "published_low": 0.1,
    "published_high": 0.3,
}


def test_the_forest_says_how_many_are_met(tmp_path):
    met = ROW | {"name": "E07 practice_time", "met": True, "simulated": 0.25, "low": 0.1, "high": 0.4}
    missed = ROW | {"name": "E49 language", "met": False, "simulated": 0.5, "low": 0.4, "high": 0.6}
    ratio = missed | {"unit": "ratio"}
    forest(tmp_path, [missed, met, ratio], members=2)
    assert "1 of 2 published effects are met" in (tmp_path / "forest.svg").read_text(encoding="utf-8")
    assert (tmp_path / "forest.png").stat().st_size > 10_000

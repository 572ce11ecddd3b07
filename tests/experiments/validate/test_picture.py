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
MET = ROW | {"name": "E07 practice_time", "met": True, "simulated": 0.25, "low": 0.1, "high": 0.4}
MISSED = ROW | {"name": "E49 language", "met": False, "simulated": 0.5, "low": 0.4, "high": 0.6}
RATIO = MISSED | {"name": "E50 practice_quality", "unit": "ratio", "met": True}


def drawn(folder, **what):
    forest(folder, [MISSED, MET, RATIO, MET | {"causal": False}], members=2, **what)
    return (folder / "forest.svg").read_text(encoding="utf-8")


def test_the_forest_says_how_many_are_met_in_all(tmp_path):
    said = drawn(tmp_path)
    assert "2 of 3 published effects are met" in said
    assert "Effects in other units (1)" in " ".join(said.split())
    assert "left out" not in said
    assert (tmp_path / "forest.png").stat().st_size > 10_000


def test_the_forest_says_what_was_foretold(tmp_path):
    said = drawn(tmp_path, foretold={"E07 practice_time": [0.2, 0, 1], "E49 language": [0.4, 0, 1]})
    assert "2 of 3 published effects are met, 1 with the row left out" in said


def test_drawn_again_it_is_the_same_file(tmp_path):
    (tmp_path / "again").mkdir()
    drawn(tmp_path)
    drawn(tmp_path / "again")
    for ending in ("png", "svg"):
        assert (tmp_path / f"forest.{ending}").read_bytes() == (tmp_path / "again" / f"forest.{ending}").read_bytes()

"""A file that a scenario names lies beside it, wherever the command is given."""

import sim


def test_a_strategy_beside_the_scenario_is_found(tmp_path, monkeypatch):
    there = tmp_path / "mine"
    there.mkdir()
    (there / "often.yaml").write_text("messages: {per_week: 5}\n")
    (there / "town.yaml").write_text("place: us_preschool\nstrategy: often.yaml\n")
    monkeypatch.chdir(tmp_path)
    strategy = sim.read_scenario(str(there / "town.yaml")).strategy.strategy
    assert strategy.name == "often"
    assert dict(strategy.settings)["messages"] == {"per_week": 5}

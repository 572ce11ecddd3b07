"""JSON Schema for editors: valid by its metaschema, true of what is shipped, and no more lenient than the model."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import sim
from experiments.copy_config import FOLDERS, STARTS, how_it_is_used, new_config
from experiments.schema import KINDS, schema, schema_of_all

SHIPPED = [(kind, name) for kind, folder in FOLDERS.items() for name in sim.list_configs(folder)]


def validator(kind):
    return Draft202012Validator(schema(kind))


@pytest.mark.parametrize("kind", [*KINDS])
def test_a_schema_is_valid_by_the_metaschema(kind):
    Draft202012Validator.check_schema(schema(kind))
    assert json.loads(json.dumps(schema(kind), allow_nan=False)) == schema(kind)


def test_the_schema_of_all_is_valid_too():
    whole = schema_of_all()
    Draft202012Validator.check_schema(whole)
    Draft202012Validator(whole).validate(sim.read_yaml(sim.find_config("scenarios", "first_look")).data)


@pytest.mark.parametrize(("kind", "name"), SHIPPED, ids=["-".join(one) for one in SHIPPED])
def test_what_is_shipped_fulfils_its_schema(kind, name):
    validator(kind).validate(sim.read_yaml(sim.find_config(FOLDERS[kind], name)).data)


@pytest.mark.parametrize(
    "wrong",
    [
        {"place": "us_preschool", "strategy": "routine", "famlies": 3},
        {"place": "us_preschool", "strategy": {"mesages": {}}},
        {"place": "us_preschool", "strategy": {"messages": {"per_week": -1}}},
        {"place": "us_preschool", "strategy": "routine", "numbers": {"Trust.slowness": 99}},
        {"place": "us_preschool", "strategy": "routine", "events": [{"week": 3, "set": {"policy.clarty": 1}}]},
        {"place": "us_preschool", "strategy": "routine", "against": "nothing"},
        {"strategy": "routine"},
    ],
)
def test_an_editor_marks_what_the_model_refuses(wrong):
    assert not validator("scenario").is_valid(wrong)
    with pytest.raises(sim.ScenarioError):
        sim.read_scenario(wrong)


@pytest.mark.parametrize(("kind", "name"), SHIPPED, ids=["-".join(one) for one in SHIPPED])
def test_a_copy_says_the_same_and_names_its_schema_first(tmp_path, kind, name):
    _, path, beside = new_config(name, str(tmp_path / "mine.yaml"), kind)
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema={beside.name}" and beside.parent == path.parent
    assert sim.read_yaml(path).data == sim.read_yaml(sim.find_config(FOLDERS[kind], name)).data
    assert json.loads(beside.read_text(encoding="utf-8")) == schema(kind)


def test_nothing_is_written_over_unless_told(tmp_path):
    mine = tmp_path / "mine.yaml"
    mine.write_text("# years of work\n")
    with pytest.raises(sim.ScenarioError, match="is there already and is not written over"):
        new_config("first_look", str(mine))
    assert mine.read_text() == "# years of work\n"
    new_config("first_look", str(mine), over=True)
    assert "monthly_visits" in mine.read_text()


def test_another_schema_of_that_name_is_left_alone(tmp_path):
    (tmp_path / "scenario.schema.json").write_text("{}")
    with pytest.raises(sim.ScenarioError, match="not from famschool"):
        new_config("first_look", str(tmp_path / "mine.yaml"))
    assert [one.name for one in tmp_path.iterdir()] == ["scenario.schema.json"]


def test_a_name_goes_where_names_are_looked_for(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    new_config("monthly_visits", "visits_here")
    assert sim.list_configs("strategies")["visits_here"] == Path("configs/strategies/visits_here.yaml")
    assert sim.read_scenario({"place": "us_preschool", "strategy": "visits_here"}).strategy.strategy.doings


@pytest.mark.parametrize("kind", STARTS)
def test_who_asks_for_a_kind_gets_one_to_begin_with(kind, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    found, path, _ = new_config(kind, "mine")
    assert found == kind and path == Path("configs") / FOLDERS[kind] / "mine.yaml"
    assert "mine" in sim.list_configs(FOLDERS[kind])
    assert new_config(kind)[1].stem == f"my_{kind}"


def test_the_next_step_names_a_copy_as_other_files_know_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for file in ("mine", "beside.yaml", "below/deep.yaml"):
        kind, path, _ = new_config("strategy", file)
        said = how_it_is_used(kind, path)
        name = said.partition("`strategy: ")[2].partition("`")[0]
        asked = path.with_name("asks_for_it.yaml")
        asked.write_text(f"place: us_preschool\nstrategy: {name}\n")
        assert sim.read_scenario(str(asked)).strategy.strategy.name == path.stem
    assert "configs/strategies" in said


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (("first_lok",), "Did you mean 'first_look'?"),
        (("messages_year",), "say which with --kind scenario"),
        (("first_look", "mine.txt"), "ends in .yaml"),
        (("first_look", "m.yaml", "scenaro"), "Did you mean 'scenario'?"),
        (("first_look", "/dev/null/x.yaml"), "cannot be written"),
    ],
)
def test_a_wrong_wish_gets_one_message(tmp_path, monkeypatch, asked, message):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(sim.ScenarioError) as wrong:
        new_config(*asked)
    assert message in str(wrong.value) and not [*tmp_path.iterdir()]

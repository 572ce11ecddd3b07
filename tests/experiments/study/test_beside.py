"""Files that an experiment names lie beside it, wherever the command is given; a sheet of the package goes by its name."""

import pytest

import sim
from experiments.compare.what_is_compared import read_comparison
from experiments.study.experiment import read_experiment

ASKED = "place: us_preschool\nweeks: 5\nlevers: {home_visits.per_year: [4, 12]}\ndesign: grid\n"
VISITS = "strategies: [routine, {visits: {home_visits: {}}}]\n"


@pytest.fixture
def there(tmp_path, monkeypatch):
    """A folder of experiments; commands are given above it."""
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "often.yaml").write_text("home_visits: {per_year: 12}\n")
    (folder / "town.csv").write_text("preschool,classes,children\nSun,2,30\n")
    monkeypatch.chdir(tmp_path)
    return folder


def read(there, text):
    (there / "asked.yaml").write_text(ASKED + text)
    return read_experiment("mine/asked.yaml")


@pytest.mark.parametrize("named", ["often.yaml", "{often: often.yaml}"])
def test_a_strategy_beside_the_experiment_is_found(there, named):
    does = read(there, f"strategies: [routine, {named}]\n").subject.strategies["often"]
    assert does["home_visits"] == {"per_year": 12}


@pytest.mark.parametrize("prices", ["", "prices: us\n"])
def test_a_sheet_beside_it_is_found_with_prices_or_without(there, prices):
    assert read(there, VISITS + prices + "district: town.csv\n").subject.families == 30


def test_a_sheet_of_the_package_goes_by_its_name(there):
    sheet = sim.read_district(sim.find_config("districts", "example"))
    assert read(there, VISITS + "district: example\n").subject.families == sheet.children
    with pytest.raises(
        sim.ScenarioError, match=r"asked.yaml:6: There is no district 'exmple'. Did you mean 'example'\?"
    ):
        read(there, VISITS + "district: exmple\n")


def test_wherever_a_sheet_lies_the_runs_are_the_same(there):
    near = read(there, VISITS + "district: town.csv\n").subject
    far = read(there, VISITS + f"district: {there / 'town.csv'}\n").subject
    assert near.district != far.district and near.said() == far.said()


def test_a_comparison_finds_them_too(there):
    text = "place: us_preschool\nstrategies: [routine, often.yaml]\nuncertainties: [Trust]\ndesign: latin\n"
    (there / "asked.yaml").write_text(text + "district: town.csv\n")
    subject = read_comparison("mine/asked.yaml").subject
    assert subject.strategies["often"]["home_visits"] == {"per_year": 12} and subject.families == 30

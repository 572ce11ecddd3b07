"""`famschool new` says what it wrote."""

import pytest
from typer.testing import CliRunner

from experiments.cli import app


@pytest.mark.parametrize(
    ("name", "said"), [("quick_look", "my.yaml: an experiment to edit"), ("first_look", "my.yaml: a scenario to edit")]
)
def test_the_kind_of_file_is_said_in_english(name, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(app, ["new", name, "my.yaml"]).stdout.startswith(said)

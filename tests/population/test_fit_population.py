import os
from pathlib import Path

import pandas as pd
import pytest

from experiments.fit_population import FEWEST, SHIPPED, fit, level_name

DATA = Path(os.environ.get("FAMSCHOOL_DATA", Path(__file__).parents[3] / "shared" / "data"))
TABLES = sorted(SHIPPED.glob("*.csv"))


@pytest.fixture(scope="module")
def refitted(tmp_path_factory):
    if not (DATA / "nhes2019_pfi_k2.csv").exists():
        pytest.skip("no survey files; FAMSCHOOL_DATA names their folder, configs/places/DATA.md says how to make them")
    into = tmp_path_factory.mktemp("us")
    fit(DATA, into)
    return into


@pytest.mark.parametrize("shipped", TABLES, ids=lambda file: file.stem)
def test_the_surveys_give_the_shipped_table_again(refitted, shipped):
    pd.testing.assert_frame_equal(pd.read_csv(refitted / shipped.name), pd.read_csv(shipped), atol=2e-4)


@pytest.mark.parametrize("shipped", TABLES, ids=lambda file: file.stem)
def test_every_table_says_its_source(shipped):
    assert pd.read_csv(shipped).source.notna().all()


def test_no_cell_holds_few_families():
    assert pd.read_csv(SHIPPED / "two_way.csv").families.min() >= FEWEST
    assert pd.read_csv(SHIPPED / "participation.csv").n.min() >= FEWEST


def test_margins_add_to_one():
    shares = pd.read_csv(SHIPPED / "margins.csv").groupby("attribute").share.sum()
    assert shares.to_numpy() == pytest.approx(1.0, abs=1e-5)


def test_a_group_of_codes_is_written_from_first_to_last():
    assert [level_name(group) for group in ((6, 7, 8), (3,))] == ["6-8", "3"]

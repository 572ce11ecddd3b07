"""famschool compare: a small comparison, whole: table, choice, report."""

import json
import re

import numpy as np
import pandas as pd
import pytest

import sim
from experiments.compare.choice import choice_of
from experiments.compare.report import comparison
from experiments.compare.table import compared, error_of_the_mean, luck, unknown
from experiments.compare.what_is_compared import read_comparison
from experiments.study.folder import study_of
from experiments.study.workers import Workers

SMALL = {
    "name": "small",
    "question": "Which <b>helps</b>?",
    "place": "us_preschool",
    "families": 60,
    "weeks": 20,
    "strategies": ["routine", "messages_three", "reading_course"],
    "uncertainties": ["Growth.settling", "HomePractice.half_life"],
    "design": {"kind": "latin", "points": 3},
    "replicates": 2,
}


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    study = study_of(read_comparison(SMALL), tmp_path_factory.mktemp("compare") / "small")
    assert study.run(Workers("serial", 1, None), 0.05)
    return study, comparison("payers").written(study)


def test_the_json_has_the_columns_that_others_rely_on(done):
    rows = json.loads(json.dumps(done[1].json))["outcomes"]
    asked = "outcome observer strategy group mean difference low high "
    asked += "spread_low spread_high unknown_low unknown_high unit rests_on"
    assert all(list(row) == asked.split() for row in rows)
    base = [row for row in rows if row["strategy"] == "routine"]
    assert base and all(row["difference"] is None for row in base)
    assert {row["strategy"] for row in rows} == {"routine", "messages_three", "reading_course"}


def test_money_adds_up_to_what_the_runs_used(done):
    """Extra cost of the course, a child: what the ledger of the runs holds, to the cent."""
    study = done[0]
    choice, table = choice_of(study, "payers"), compared(study)
    rows = table[(table.group == "all") & (table.strategy == "reading_course")].set_index("outcome")
    k = choice.strategies.index("reading_course")
    assert choice.costs[:, k].mean() == pytest.approx(rows.loc["money"].difference, abs=1e-9)
    society = choice_of(study, "society").costs[:, k].mean() - choice.costs[:, k].mean()
    assert society == pytest.approx(
        rows.loc["family_hours"].difference * sim.numbers_with({}).Wage.family_hour, abs=1e-9
    )


def test_the_report_stands_alone_and_says_names_as_text(done):
    page = (done[0].folder / "report.html").read_text(encoding="utf-8")
    assert "Which &lt;b&gt;helps&lt;/b&gt;?" in page and "<b>helps</b>" not in page
    assert not re.findall(r"(?:src|href)=[\"\'](?!data:|#)", page)
    summary = re.search(r'<section id="summary".*?</section>', page, re.S).group()
    assert 20 < len(re.sub("<[^>]+>", " ", summary).split()) < 200


def test_the_folder_holds_tables_and_pictures(done):
    names = {file.name for file in done[0].folder.iterdir()}
    assert {
        "table.csv",
        "choice.csv",
        "tables.xlsx",
        "report.html",
        "effects.png",
        "plane.svg",
        "cases.parquet",
    } <= names
    assert len(pd.read_csv(done[0].folder / "choice.csv")) == 3


def test_the_three_intervals_by_hand():
    """Two draws, two seeds: seeds differ by .2 in each draw, draws by 1."""
    values = np.array([[0.1, 0.3], [1.1, 1.3]])
    low, high = error_of_the_mean(values)  # seeds' means are .6 and .8: t(1) = 12.706 times .1
    assert (low, high) == (pytest.approx(0.7 - 1.27062, abs=1e-4), pytest.approx(0.7 + 1.27062, abs=1e-4))
    assert luck(values) == (pytest.approx(0.6), pytest.approx(0.8))
    assert unknown(values) == (pytest.approx(0.25), pytest.approx(1.15))
    assert unknown(values[:1]) == (None, None)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"strategies": ["routine"]}, "compare asks for 2 to 20"),
        ({"levers": {"messages.per_week": [1, 3]}, "design": "grid"}, "messages.per_week is for famschool sweep"),
        ({"strategies": ["routine", "messages_thre"]}, "Did you mean 'messages_three'?"),
    ],
)
def test_what_cannot_be_compared_is_refused(changes, message):
    with pytest.raises(sim.ScenarioError, match=re.escape(message)):
        read_comparison(SMALL | changes)


def test_an_unknown_perspective_is_refused(done):
    with pytest.raises(sim.ScenarioError, match=r"Did you mean 'society'\?"):
        choice_of(done[0], "societ")


def test_strategies_are_compared_on_ones_own_preschools(tmp_path):
    sheet = tmp_path / "mine.csv"
    sheet.write_text("preschool,classes,children\nA,1,18\nB,2,33\n", encoding="utf-8")
    asked = read_comparison(SMALL, district=str(sheet))
    assert asked.subject.families == 51
    assert asked.subject.scenario({}, "routine").place.district.children == 51
    assert asked.id() != read_comparison(SMALL).id()
    sheet.write_text("preschool,classes,children\nA,1,x\n", encoding="utf-8")
    with pytest.raises(sim.ScenarioError, match=r"column 3 \(children\)"):
        read_comparison(SMALL, district=str(sheet))

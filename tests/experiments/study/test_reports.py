"""What the reports of many runs say: what matters, in the words by which the next experiment asks for it."""

import json
from dataclasses import replace
from types import SimpleNamespace

import pytest

from experiments.compare import report as compare_report
from experiments.study import reports
from experiments.study.design import SHARES
from experiments.study.experiment import read_experiment
from experiments.study.folder import Study, study_in
from experiments.study.known import experiment_on
from experiments.study.manifest import write_manifest
from experiments.study.reports import SECONDS_TO_DRAW, _what_matters, discover_report, report_for


def said(*matters):
    return _what_matters(SimpleNamespace(verdicts=[{"matter": names} for names in matters]))


@pytest.mark.parametrize("matters", [(), ((), ())])
def test_nothing_that_matters_is_said_to_be_luck(matters):
    assert said(*matters) == "Nothing stands out from luck yet."


def test_numbers_are_listed_as_a_file_asks_for_them_each_once_and_first_first():
    line = said(("Trust.slowness", "Growth.tilt"), ("Growth.tilt", "Effort.habit"))
    assert line == "What matters for anything looked at: uncertainties: [Trust.slowness, Growth.tilt, Effort.habit]"


def test_places_and_doses_are_no_uncertainties():
    line = said(("messages.per_week", "Trust.slowness"), ("culture.entrusting",))
    assert line == (
        "What matters for anything looked at: uncertainties: [Trust.slowness]; "
        "of places and doses messages.per_week, culture.entrusting"
    )
    assert "uncertainties" not in said(("culture.entrusting",))


def test_what_a_study_is_read_for_is_kept_with_it(tmp_path):
    asked = {"verb": "discover", "below": 0.05, "above": None}
    study = Study(experiment_on("ishigami", {"kind": "latin", "points": 8}), tmp_path, report=asked)
    write_manifest(study, "running", 0.0)
    assert json.loads((tmp_path / "manifest.json").read_text())["report"] == asked


def test_a_study_is_resumed_with_the_report_it_began_with(tmp_path, monkeypatch):
    study = SimpleNamespace(experiment=SimpleNamespace(design={"kind": "latin"}), report={})
    monkeypatch.setattr("experiments.compare.what_is_compared.is_comparison", lambda experiment: False)
    monkeypatch.setattr(reports, "discover_report", lambda below, above: ("boxes", below, above))
    monkeypatch.setattr(compare_report, "comparison", lambda perspective: ("costs", perspective))
    assert report_for(study) is (reports.sensitivity_report if "latin" in SHARES else reports.sweep_report)
    study.report = {"verb": "discover", "below": 0.05, "above": None}
    assert report_for(study) == ("boxes", 0.05, None)
    monkeypatch.setattr("experiments.compare.what_is_compared.is_comparison", lambda experiment: True)
    study.report = {"verb": "compare", "perspective": "society"}
    assert report_for(study) == ("costs", "society")
    study.report = {}
    assert report_for(study) == ("costs", "payers")


def seconds_of_a_discovery(points, axes, strategies):
    one = experiment_on("ishigami", {"kind": "latin", "points": points})
    subject = replace(one.subject, strategies={name: {} for name in "abcd"[:strategies]})
    many = replace(one, axes=tuple(replace(one.axes[0], name=f"x{k}") for k in range(axes)), subject=subject)
    return discover_report().seconds(many, 0.0)


@pytest.mark.parametrize(("size", "measured"), [((300, 20, 4), 9), ((3000, 20, 2), 13), ((3000, 60, 2), 28)])
def test_the_time_of_a_discovery_goes_by_cases_axes_and_strategies(size, measured):
    """CPU seconds of the search and its picture, as measured once."""
    assert 0.6 * measured < seconds_of_a_discovery(*size) < 1.6 * measured


def test_each_strategy_is_searched_by_itself():
    one, three = (seconds_of_a_discovery(300, 10, strategies) - SECONDS_TO_DRAW for strategies in (2, 4))
    assert three == pytest.approx(3 * one)


def test_a_folder_gives_its_report_back(tmp_path, monkeypatch):
    asked = {"verb": "compare", "perspective": "society"}
    small = {"place": "us_preschool", "families": 20, "weeks": 2, "replicates": 1} | {
        "strategies": ["routine", "messages_three"],
        "design": {"kind": "list", "points": [{}]},
    }
    write_manifest(Study(read_experiment(small), tmp_path, report=asked), "running", 0.0)
    assert study_in(tmp_path).report == asked

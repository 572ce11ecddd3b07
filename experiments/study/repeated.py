"""A finished folder run again from its manifest: did every number come out the same?"""

import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

import sim
from experiments.plan.folder import KEY as PLAN
from experiments.plan.folder import is_plan, plan_again
from experiments.study.folder import Study, study_in
from experiments.study.manifest import read_manifest
from experiments.study.no_study import of_another_kind
from experiments.study.workers import Workers

TABLES = ("cases", "outcomes")


@dataclass
class Repeated:
    """How many values there are, and which did not come out again."""

    values: int = 0
    different: list = field(default_factory=list)

    @property
    def same(self):
        return not self.different

    @property
    def words(self):
        if self.same:
            return f"Run again: all {self.values:,} values came out the same."
        return f"Run again: {'; '.join(self.different[:5])}."


def repeated(folder, workers=0):
    """Run it again beside, and compare all tables value by value."""
    folder = Path(folder)
    manifest = read_manifest(folder)
    if not {"experiment", PLAN, "scenario"} & set(manifest):
        raise sim.ScenarioError(of_another_kind(folder, manifest))
    for name in TABLES:
        if not (folder / f"{name}.parquet").exists():
            raise sim.ScenarioError(f"'{folder}' is not finished: famschool resume {folder}")
    with tempfile.TemporaryDirectory(prefix="famschool-") as again:
        if "experiment" in manifest:
            study = Study(study_in(folder).experiment, Path(again))
            study.run(Workers(count=workers), 0.02)
        elif is_plan(folder):
            plan_again(folder, Path(again), Workers(count=workers))
        else:
            _run_scenario(manifest, folder, Path(again))
        return _compared(folder, Path(again))


def _run_scenario(manifest, folder, again):
    from experiments.run import run

    if manifest["model"] != sim.MODEL:
        raise sim.ScenarioError(f"'{folder}' was made with model {manifest['model']}, this is {sim.MODEL}.")
    run({"name": manifest.get("name", "scenario")} | manifest["scenario"], manifest["seeds"], again)


def _compared(folder, again):
    import pandas as pd

    found = Repeated()
    for name in TABLES:
        one, other = (pd.read_parquet(where / f"{name}.parquet") for where in (folder, again))
        found.values += one.size
        if list(one.columns) != list(other.columns) or len(one) != len(other):
            found.different.append(f"{name}.parquet has another form")
            continue
        for column in one.columns:
            a, b = one[column].astype(object).to_numpy(), other[column].astype(object).to_numpy()
            differ = int(np.sum((a != b) & ~(pd.isna(a) & pd.isna(b))))
            if differ:
                found.different.append(f"{differ:,} of {len(one):,} values of {name}.{column} differ")
    return found

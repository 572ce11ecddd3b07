"""A plan and its folder: what was lived is read, the search goes on where it was, and when all is there it is written down."""

import time
from pathlib import Path

import sim
from experiments.plan.asked import asked_of
from experiments.plan.kept import Kept, tables
from experiments.plan.make import make_plan
from experiments.plan.written import write_plan
from experiments.study.folder import alone, same_question
from experiments.study.manifest import made_with, read_manifest, refuse_another_model, write_sealed
from experiments.study.parts import Parts, make_folder, write_whole

KEY = "plan"  # what makes a manifest that of a plan


class PlanFolder:
    """A question of planning in a folder of its own. Errors: ScenarioError where the folder holds something else."""

    def __init__(self, asked, folder):
        self.asked, self.folder = asked, Path(folder)
        self.name = f"a plan for {asked.name} with {asked.budget:,.0f} {asked.place.currency} a year"
        same_question(self.folder, self.name, asked.id())
        make_folder(self.folder / "parts")

    def carried_out(self, workers, said=lambda done: None):
        """(page, summary in sentences, tables by name); `workers` is open, `said` hears how many lives are done."""
        began = time.time()
        with alone(self.folder):
            parts = Parts(self.folder / "parts")
            kept = Kept(self.asked, parts)
            self._manifest("running", parts, kept, began)
            try:
                made = make_plan(self.asked, workers, said, kept)
            finally:
                kept.write()
            written = write_plan(made, self.folder)
            for name, table in tables(kept).items():
                write_whole(self.folder / f"{name}.parquet", table.to_parquet(index=False))
            self._manifest("finished", parts, kept, began)
        return written

    def _manifest(self, state, parts, kept, began):
        """What is asked in full, with which model and versions, and how far it is."""
        asked = self.asked
        manifest = {
            "id": asked.id(),
            "name": self.name,
            "question": f"What to do with {asked.budget:,.0f} {asked.place.currency} a year, for {asked.name}?",
            KEY: asked.given(),
            "state": state,
            "lives": len(kept.found),
            "seeds": max((seed for _, _, seed in kept.cases.values()), default=0),
            "draws": max((draw for _, draw, _ in kept.cases.values()), default=0),
            "damaged_parts": parts.damaged,
            "prices": asked.place.prices.in_words(),
            "stand_in": asked.place.stand_in,
        }
        write_sealed(self.folder, manifest | made_with(began))


def plan_folder(asked, out=None):
    """A PlanFolder in `out`, or in results/plan_<district>/<id>/."""
    return PlanFolder(asked, Path(out) if out else Path("results") / f"plan_{asked.name}" / asked.id())


def is_plan(folder):
    """Whether a folder's manifest is that of a plan. Errors: ScenarioError where there is none."""
    return KEY in read_manifest(folder)


def plan_in(folder):
    """The PlanFolder that a folder holds, as its manifest has it.

    Errors: ScenarioError where it is another model's, and where its sheet is not there or no longer what it was.
    """
    manifest = read_manifest(folder)
    sheet = manifest[KEY]["district"]
    refuse_another_model(folder, manifest, "Give the same `famschool plan` anew")
    if not Path(sheet).exists():
        raise sim.ScenarioError(
            f"'{folder}' is a plan for the sheet '{sheet}', which is not there: give the command where the plan was asked for."
        )
    asked = asked_of(**manifest[KEY])
    if asked.id() != manifest["id"]:
        raise sim.ScenarioError(
            f"'{folder}' is a plan for '{sheet}' as it was: the sheet, the place or the prices have changed since. "
            "Give the same `famschool plan` anew: it gets a folder of its own."
        )
    return PlanFolder(asked, folder)


def plan_again(folder, again, workers):
    """The question of one folder answered anew in another."""
    there = PlanFolder(plan_in(folder).asked, again)
    with workers:
        there.carried_out(workers)

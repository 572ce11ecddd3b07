"""One scenario against its baseline: run, stored, and read again."""

import time

import sim
from experiments.pairs import live_pairs, summary, weekly_rows
from experiments.store import Draft, content_id, folder_of, is_there, write_manifest, write_tables
from experiments.unknown import with_unknown

WEEKLY = "weekly.parquet"


def run(scenario, seeds=None, out=None, progress=lambda done: None, weekly=False):
    """Run a scenario, or read what is there. Returns (table, folder, whether it was read).

    `weekly` keeps weekly.parquet too: case, week, outcome, group, value.
    """
    import pandas as pd

    scenario = sim.read_scenario(scenario)
    seeds = seeds or scenario.replicates
    folder = folder_of(scenario, seeds, out)
    if is_there(folder, content_id(scenario, seeds)) and (not weekly or (folder / WEEKLY).exists()):
        return pd.read_csv(folder / "table.csv"), folder, True
    with Draft(folder, "scenario") as path:
        began = time.perf_counter()
        rows, curves = live_pairs(scenario, seeds, progress)
        outcomes = pd.DataFrame(rows, columns=["seed", "strategy", "outcome", "observer", "group", "value"])
        outcomes["case"] = outcomes.strategy + "-" + outcomes.seed.astype(str)
        table = with_unknown(summary(outcomes), scenario) if scenario.unknown else summary(outcomes)
        write_tables(path, outcomes, table)
        if weekly:
            weekly_rows(curves).to_parquet(path / WEEKLY, index=False)
        _draw(path, table, curves, scenario, seeds)
        write_manifest(path, scenario, seeds, time.perf_counter() - began)
    return table, folder, False


def _draw(path, table, weekly, scenario, seeds):
    from experiments import figures  # half a second, so only when there is something to draw

    figures.by_fifth(path, table, scenario, seeds)
    figures.the_year(path, weekly, scenario, seeds)

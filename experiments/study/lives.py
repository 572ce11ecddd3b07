"""A piece of work done in a worker: some lives become the rows of one Parquet file, failures among them."""

import io
from dataclasses import dataclass

import numpy as np

from experiments.study.axes import LUCK
from experiments.study.cases import Plan, as_text

ALWAYS = ("case", "strategy", "design_id", "replicate", "seed", "status", "error")
DONE, FAILED = "done", "failed"
LONGEST = 300  # characters of an error kept in its row


@dataclass(frozen=True)
class Lived:
    """What a worker hands back: a file as bytes, and what the parent counts."""

    data: bytes
    ids: np.ndarray  # of the runs that are done
    failed: int
    first_error: str


def live_chunk(experiment, tasks):
    """Live all tasks. A case that fails is a row with its error; `on_error: retry` tries it once more."""
    plan = Plan(experiment)
    rows, outcomes, done, errors = [], [], [], []
    nothing = np.full(len(experiment.subject.columns()), np.nan)
    for task in tasks:
        names, ids = experiment.strategies, plan.ids(task.values)
        for replicate, seed, strategies in task.lives:
            for strategy in strategies:
                case = ids[replicate - 1, names.index(strategy)]
                found, error = _live(experiment, task.values, strategy, seed)
                rows.append((case, strategy, task.design_id, replicate, seed, FAILED if error else DONE, error))
                outcomes.append(nothing if found is None else found)
                errors += [error] if error else []
                done += [] if error else [case]
    data = to_parquet(experiment, tasks, rows, np.array(outcomes))
    return Lived(data, np.array(done, np.uint64), len(errors), errors[0] if errors else "")


def _live(experiment, values, strategy, seed):
    lived = {axis: value for axis, value in values.items() if axis != LUCK}
    for _ in range(2 if experiment.on_error == "retry" else 1):
        try:
            return np.asarray(experiment.subject.live(lived, strategy, seed), float), ""
        except Exception as problem:  # whatever a case does, the others go on
            error = f"{type(problem).__name__}: {problem}"[:LONGEST]
    return None, error


def failed_chunk(experiment, tasks, error):
    """The rows of tasks whose worker died of them."""
    plan, rows = Plan(experiment), []
    for task in tasks:
        ids = plan.ids(task.values)
        for replicate, seed, strategies in task.lives:
            for s in strategies:
                case = ids[replicate - 1, experiment.strategies.index(s)]
                rows.append((case, s, task.design_id, replicate, seed, FAILED, error))
    nothing = np.full((len(rows), len(experiment.subject.columns())), np.nan)
    return Lived(to_parquet(experiment, tasks, rows, nothing), np.array([], np.uint64), len(rows), error)


def to_parquet(experiment, tasks, rows, outcomes):
    """One row a run: what it is, what was set, what came out."""
    import pyarrow as pa
    from pyarrow import parquet

    columns = dict(zip(ALWAYS, map(list, zip(*rows, strict=True)), strict=True))
    columns["case"] = as_text(columns["case"])
    table = {name: pa.array(column, TYPES.get(name, pa.string())) for name, column in columns.items()}
    table |= {name: pa.array(column) for name, column in _set_values(experiment, tasks, columns["design_id"]).items()}
    for k, name in enumerate(experiment.subject.columns()):
        table[name] = pa.array(outcomes[:, k], pa.float64())
    sink = io.BytesIO()
    parquet.write_table(pa.table(table), sink, compression="zstd")
    return sink.getvalue()


def _set_values(experiment, tasks, design_ids):
    """The values of every axis, row by row; where an axis is left alone, what holds there."""
    values = {task.design_id: task.values for task in tasks}
    found = {}
    for axis in experiment.axes:
        column = [values[one].get(axis.name, axis.base) for one in design_ids]
        numbers = all(isinstance(v, (int, float)) and not isinstance(v, bool) for v in (*axis.values, axis.low))
        found[axis.name] = [_number(v) for v in column] if numbers else [None if v is None else str(v) for v in column]
    return found


def _number(value):
    return None if value is None else float(value)


def _types():
    import pyarrow as pa

    return {"design_id": pa.int64(), "replicate": pa.int64(), "seed": pa.int64()}


TYPES = _types()

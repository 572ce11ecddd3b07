"""When all runs are there, parts are folded into cases.parquet and outcomes.parquet, in the order of the plan."""

import contextlib
import os
from functools import lru_cache

import numpy as np

from experiments.study.cases import as_numbers
from experiments.study.lives import ALWAYS, DONE
from experiments.study.parts import disk_failed, read_checked, sync_folder

ROWS = 1_000  # runs held in memory at once; with some hundred outcomes each they are a hundred thousand rows


def fold(experiment, plan, parts, folder):
    """Write both tables, a few thousand runs at a time; memory does not grow with the number of runs."""
    wanted = plan.all_ids()
    first = np.zeros(wanted.size, bool)
    first[np.unique(wanted, return_index=True)[1]] = True
    files, start = parts.files(), 0
    where = _where(files)
    with _writer(folder / "cases.parquet") as cases, _writer(folder / "outcomes.parquet") as outcomes:
        for block in _blocks(experiment, plan, wanted, where, files):
            cases(block.select([*ALWAYS, *(axis.name for axis in experiment.axes)]))
            new = first[start : start + block.num_rows]  # two points that coincide share one run
            outcomes(_long(block.filter(new), experiment.subject.columns()))
            start += block.num_rows


def wide(experiment, plan, parts):
    """All runs in order as blocks of a wide table: one row a run, one column a value."""
    files = parts.files()
    return _blocks(experiment, plan, plan.all_ids(), _where(files), files)


def _where(files):
    """Sorted ids with the file and row each lies in; a run that is done is preferred to one that failed."""
    ids, places = [], []
    for k, file in enumerate(files):
        table = read_checked(file, ["case", "status"])
        numbers = as_numbers(table["case"].to_pylist())
        failed = np.array([one != DONE for one in table["status"].to_pylist()])
        ids.append(numbers)
        places.append(np.stack([failed, np.full(len(numbers), k), np.arange(len(numbers))]).astype(np.int32))
    ids = np.concatenate(ids) if ids else np.array([], np.uint64)
    places = np.concatenate(places, axis=1) if places else np.zeros((3, 0), np.int32)
    order = np.lexsort((places[0], ids))
    ids, first = np.unique(ids[order], return_index=True)
    return ids, places[1:, order[first]]


def _blocks(experiment, plan, wanted, where, files):
    import pyarrow as pa

    ids, places = where
    read = lru_cache(maxsize=16)(lambda k: read_checked(files[k]))
    for start in range(0, wanted.size, ROWS):
        asked = wanted[start : start + ROWS]
        at = np.searchsorted(ids, asked)
        file_of, row_of = places[:, at]
        pieces, order = [], []
        for k in np.unique(file_of):
            mine = np.flatnonzero(file_of == k)
            pieces.append(read(int(k)).take(pa.array(row_of[mine])))
            order.append(mine)
        back = np.argsort(np.concatenate(order))
        block = pa.concat_tables(pieces, promote_options="permissive").take(pa.array(back))
        yield _as_planned(block, plan, start)


def _as_planned(block, plan, start):
    """Point and replicate as this plan numbers them: two points may share a run, and more points may renumber."""
    import pyarrow as pa

    per_point = plan.experiment.replicates * len(plan.experiment.strategies)
    k = np.arange(start, start + block.num_rows)
    design_ids = np.asarray(plan.design_ids())[k // per_point]
    replicates = 1 + (k % per_point) // len(plan.experiment.strategies)
    for name, column in (("design_id", design_ids), ("replicate", replicates)):
        block = block.set_column(block.schema.get_field_index(name), name, pa.array(column, pa.int64()))
    return block


def _long(block, columns):
    """One row an observation: case, outcome, observer, group, value. What is not a number has no row."""
    import pyarrow as pa

    cases = block["case"].combine_chunks()
    values = np.column_stack([block[name].to_numpy() for name in columns])
    rows, which = np.nonzero(np.isfinite(values))
    names = [name.split("|") for name in columns]
    table = {"case": cases.take(pa.array(rows))}
    for k, part in enumerate(("outcome", "observer", "group")):
        words = pa.array([name[k] for name in names])
        table[part] = words.take(pa.array(which, pa.int32()))
    table["value"] = pa.array(values[rows, which])
    return pa.table(table)


@contextlib.contextmanager
def _writer(path):
    """Write a table block by block; it takes its name when it is whole."""
    from pyarrow import parquet

    draft, writer = path.with_name(f".{path.name}.{os.getpid()}.draft"), None

    def write(block):
        nonlocal writer
        writer = writer or parquet.ParquetWriter(draft, block.schema, compression="zstd")
        writer.write_table(block.cast(writer.schema))

    try:
        yield write
        if writer is not None:
            writer.close()
            with draft.open("rb+") as file:
                os.fsync(file.fileno())
            os.replace(draft, path)
            sync_folder(path.parent)
    except OSError as error:
        raise disk_failed(error, path) from None
    finally:
        with contextlib.suppress(OSError):
            draft.unlink()

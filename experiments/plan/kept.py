"""Lives of a plan, known by a hash of their content: what was lived is read, what is missing is lived and stored."""

import hashlib
import io
import time
from concurrent.futures import BrokenExecutor, as_completed

from experiments.plan.lives import lived
from experiments.study.cases import after, as_numbers, as_text, number_of
from experiments.study.parts import read_checked
from experiments.study.runner import worker_died

A_PIECE = 8  # lives handed to a worker together
EVERY = 2.0  # seconds between two parts: writing and syncing one takes some 20 ms
DEATHS = 3  # of the workers, until it is no accident
AS_THEY_ARE = 0  # the draw that leaves all numbers as they are


class WorkersDied(OSError):
    """The machine ends its workers again and again."""


class Kept:
    """All lives of one question: {case: (cost, objectives)}, and with `parts` also on disk."""

    def __init__(self, asked, parts=None):
        self.asked, self.parts = asked, parts
        self.found = {} if parts is None else dict(_stored(asked, parts))
        self.cases = {}  # what was asked for, in order: {case: (mix, draw, seed)}
        self._start = after(hashlib.sha256(), asked.said())
        self._fresh, self._written = {}, time.monotonic()

    def lives(self, workers, pairs, draw=AS_THEY_ARE, numbers=None):
        """(cost, objectives) of each (mix, seed), in order, under the numbers of a draw. Errors: DiskFailed, WorkersDied."""
        cases = self._ids(pairs, numbers)
        self.cases |= {case: (mix, draw, seed) for case, (mix, seed) in zip(cases, pairs, strict=True)}
        wanted = {case: pair for case, pair in zip(cases, pairs, strict=True) if case not in self.found}
        for case, one in self._lived(workers, wanted, numbers):
            self.found[case] = self._fresh[case] = one
            if time.monotonic() - self._written > EVERY:
                self.write()
        return [self.found[case] for case in cases]

    def write(self):
        """Store what came since the last part."""
        if self.parts is not None and self._fresh:
            self.parts.write(_to_parquet(self.asked, self._fresh))
        self._fresh, self._written = {}, time.monotonic()

    def _ids(self, pairs, numbers):
        strategies = {mix: self.asked.strategy(mix) for mix in dict.fromkeys(mix for mix, _ in pairs)}
        contents = {mix: after(self._start, {"strategy": s, "numbers": numbers}) for mix, s in strategies.items()}
        return [number_of(contents[mix], seed) for mix, seed in pairs]

    def _lived(self, workers, wanted, numbers):
        """(case, what came out) as pieces come back; where workers die, the rest is tried again."""
        left, deaths = dict(wanted), 0
        while left:
            try:
                for case, one in _as_they_come(workers, self.asked, left, numbers):
                    del left[case]
                    yield case, one
            except BrokenExecutor:
                deaths += 1
                if deaths == DEATHS:
                    raise WorkersDied(f"The workers died {DEATHS} times: memory, or somebody ended them") from None
                workers.anew()


def _as_they_come(workers, asked, wanted, numbers):
    """A few lives at a time over the workers; those of one seed together, as they share the year before."""
    order = sorted(wanted.items(), key=lambda one: one[1][1])
    pieces = [order[k : k + A_PIECE] for k in range(0, len(order), A_PIECE)]
    flying = {workers.submit(lived, asked, [pair for _, pair in piece], numbers): piece for piece in pieces}
    for future in as_completed(flying):
        if worker_died(future):
            raise BrokenExecutor
        yield from zip([case for case, _ in flying[future]], future.result(), strict=True)


def _to_parquet(asked, found):
    import pyarrow as pa
    from pyarrow import parquet

    table = {"case": as_text(found), "status": ["done"] * len(found), "cost": [cost for cost, _ in found.values()]}
    table |= {name: [values[k] for _, values in found.values()] for k, name in enumerate(asked.objectives)}
    sink = io.BytesIO()
    parquet.write_table(pa.table(table), sink, compression="zstd")
    return sink.getvalue()


def _stored(asked, parts):
    """What the sound parts of a folder hold."""
    parts.read()
    for file in parts.files():
        table = read_checked(file).to_pydict()
        values = zip(*(table[name] for name in asked.objectives), strict=True)
        cases = map(int, as_numbers(table["case"]))
        yield from zip(cases, zip(table["cost"], values, strict=True), strict=True)


def tables(kept):
    """cases and outcomes (pandas frames): one row a life that the plan rests on, one row a value of it."""
    import pandas as pd

    names, words = ("cost", *kept.asked.objectives), {}
    cases, outcomes = [], []
    for case, (mix, draw, seed) in kept.cases.items():
        text, (cost, values) = as_text([case])[0], kept.found[case]
        words[mix] = words.get(mix) or kept.asked.words(mix)
        cases.append((text, words[mix], draw, seed, "done"))
        outcomes += [(text, name, value) for name, value in zip(names, (cost, *values), strict=True)]
    return {
        "cases": pd.DataFrame(cases, columns=["case", "strategy", "design_id", "seed", "status"]),
        "outcomes": pd.DataFrame(outcomes, columns=["case", "outcome", "value"]),
    }

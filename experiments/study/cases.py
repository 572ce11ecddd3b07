"""Cases: one run each, known by a hash of its content and of the model; what is there is not run again."""

import hashlib
import json
from dataclasses import dataclass, field

import numpy as np

import sim
from experiments.study.axes import LUCK
from experiments.study.design import points_of

WHOLE = (1, 1)  # the part (k, n) of a study that is not shared: the only one of one


@dataclass
class Task:
    """Some lives of one point: for each seed the strategies still to be lived."""

    design_id: int
    values: dict
    lives: list = field(default_factory=list)  # (replicate, seed, strategies)

    @property
    def runs(self):
        return sum(len(strategies) for _, _, strategies in self.lives)


class Plan:
    """All cases of an experiment in order: by point, then replicate, then strategy. `part` (k, n) is every n-th point's k-th."""

    def __init__(self, experiment, part=WHOLE):
        self.experiment, self.points, self.part = experiment, points_of(experiment), part
        self._start = after(hashlib.sha256(), experiment.subject.said())

    def __len__(self):
        return len(self.design_ids()) * self.experiment.replicates * len(self.experiment.strategies)

    def design_ids(self):
        """The numbers of its points: every n-th, where several machines share the work."""
        k, n = self.part
        return range(k - 1, len(self.points), n)

    def seed(self, values, replicate):
        """The seed of a replicate: the same for all points, or where luck is a factor its own."""
        return (values[LUCK] - 1 + replicate) if LUCK in values else replicate

    def ids(self, values):
        """Case ids of one point as numbers: replicates × strategies."""
        experiment = self.experiment
        lived = {axis: value for axis, value in values.items() if axis != LUCK}
        contents = [after(self._start, experiment.subject.content(lived, s)) for s in experiment.strategies]
        found = np.empty((experiment.replicates, len(contents)), np.uint64)
        for replicate in range(1, experiment.replicates + 1):
            for k, content in enumerate(contents):
                found[replicate - 1, k] = number_of(content, self.seed(values, replicate))
        return found

    def all_ids(self):
        """Every id in order: eight bytes a case."""
        per_point = self.experiment.replicates * len(self.experiment.strategies)
        found = np.empty(len(self), np.uint64)
        for k, design_id in enumerate(self.design_ids()):
            found[k * per_point : (k + 1) * per_point] = self.ids(self.points[design_id]).ravel()
        return found

    def missing(self, there, ids=None):
        """Tasks for what is not `there` (sorted ids), a point at a time; what two points share is lived once."""
        ids = self.all_ids() if ids is None else ids
        wanted = np.zeros(ids.size, bool)
        wanted[np.unique(ids, return_index=True)[1]] = True
        wanted &= ~are_among(ids, there)
        shape = self.experiment.replicates, len(self.experiment.strategies)
        wanted = wanted.reshape(-1, *shape)
        for k in np.flatnonzero(wanted.any(axis=(1, 2))):
            yield self._task(self.design_ids()[int(k)], wanted[k])

    def _task(self, design_id, wanted):
        values, names = self.points[design_id], self.experiment.strategies
        task = Task(design_id, values)
        for replicate in range(1, len(wanted) + 1):
            strategies = [name for name, one in zip(names, wanted[replicate - 1], strict=True) if one]
            if strategies:
                task.lives.append((replicate, self.seed(values, replicate), strategies))
        return task


def after(start, content):
    """A hash that goes on from another one with plain values."""
    state = start.copy()
    state.update(json.dumps(content, sort_keys=True, default=str).encode())
    return state


def number_of(content, seed):
    """The id of one case: the first eight bytes of the hash of what it is and of its luck."""
    state = content.copy()
    state.update(str(seed).encode())
    return int.from_bytes(state.digest()[:8], "big")


def once(ids):
    """Ids in order, each once; numpy's own `unique` builds a table of eighty bytes an id."""
    ids = np.sort(ids)
    return ids[np.append(True, ids[1:] != ids[:-1])] if ids.size else ids


def are_among(ids, there):
    """Which ids are among some others, which are sorted."""
    if not there.size:
        return np.zeros(ids.size, bool)
    return there[np.minimum(np.searchsorted(there, ids), there.size - 1)] == ids


def as_text(ids):
    """Ids as people and tables write them."""
    return [f"{int(one):016x}" for one in ids]


def as_numbers(texts):
    """And back."""
    return np.array([int(text, 16) for text in texts], np.uint64)


def chunks(tasks, runs):
    """Tasks in pieces of about so many runs, cut between seeds."""
    piece, size = [], 0
    for task in tasks:
        rest = Task(task.design_id, task.values)
        for life in task.lives:
            rest.lives.append(life)
            size += len(life[2])
            if size >= runs:
                yield [*piece, rest]
                piece, size, rest = [], 0, Task(task.design_id, task.values)
        if rest.lives:
            piece.append(rest)
    if piece:
        yield piece


def part_of(text):
    """`3/40` as (3, 40). Errors: ScenarioError."""
    k, _, n = str(text).partition("/")
    if not (k.isdigit() and n.isdigit() and 1 <= int(k) <= int(n)):
        raise sim.ScenarioError(f"--part {text}: the third of forty is asked for as 3/40.")
    return int(k), int(n)

"""Run what is missing: pieces of work handed out a few at a time, stored as they come back, whatever dies meanwhile."""

from collections import deque
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, wait
from dataclasses import dataclass

from experiments.study.cases import chunks
from experiments.study.lives import failed_chunk, live_chunk

SECONDS = 2.0  # of work in a piece: handing over, writing and syncing take some 20 ms
AT_LEAST = 4  # pieces a worker, so that none waits long for the last one
DEATHS = 3  # of a worker alone with one life, until that life is to blame


@dataclass
class Piece:
    """Tasks handed out together."""

    tasks: list
    deaths: int = 0

    @property
    def runs(self):
        return sum(task.runs for task in self.tasks)

    def halves(self):
        """Smaller pieces, to find the life that kills; a single one stays as it is."""
        singles = list(chunks(iter(self.tasks), 1))
        if len(singles) < 2:
            return [Piece(self.tasks, self.deaths + 1)]
        middle = len(singles) // 2
        return [Piece([t for one in part for t in one]) for part in (singles[:middle], singles[middle:])]


class StoppedByError(RuntimeError):
    """A case failed and the experiment says `on_error: stop`."""


def runs_a_piece(seconds_a_run, runs, workers):
    """How many runs make a piece: about two seconds, less where there is little to do."""
    fair = runs / (AT_LEAST * max(workers, 1))
    return int(max(1, min(SECONDS / max(seconds_a_run, 1e-6), fair, 20_000)))


def run_missing(experiment, tasks, a_piece, workers, store, done=lambda lived: None):
    """Live all tasks, storing each piece when it is back. Ctrl-C and errors leave what is stored as it is."""
    fresh = (Piece(tasks) for tasks in chunks(tasks, a_piece))
    flying, suspects = {}, deque()
    while True:
        _hand_out(experiment, fresh, flying, suspects, workers)
        if not flying and not suspects:
            return
        if not flying:
            continue
        finished, _ = wait(flying, return_when=FIRST_COMPLETED)
        died = [flying[future] for future in finished if worker_died(future)]
        for future in finished:
            if not worker_died(future):
                _keep(experiment, future.result(), store, done)
                del flying[future]
        if died:
            lost, flying = list(flying.values()), {}
            workers.anew()
            suspects.extend(_suspected(experiment, lost, store, done))


def _hand_out(experiment, fresh, flying, suspects, workers):
    """Suspects fly alone, so that it is certain who killed the worker; otherwise a few more than there are workers."""
    if suspects:
        if not flying:
            _submit(experiment, suspects.popleft(), flying, suspects, workers)
        return
    while len(flying) < workers.count + 2 - (workers.kind == "serial") * 2:
        piece = next(fresh, None)
        if piece is None:
            return
        if not _submit(experiment, piece, flying, suspects, workers):
            return


def _submit(experiment, piece, flying, suspects, workers):
    """Hand a piece out; where the workers have just died, it waits."""
    try:
        flying[workers.submit(live_chunk, experiment, piece.tasks)] = piece
    except BrokenExecutor:
        suspects.append(piece)
        if not flying:
            workers.anew()
        return False
    return True


def worker_died(future):
    """Whether a worker died with it (Dask names that KilledWorker)."""
    error = future.exception()
    if error is not None and not isinstance(error, BrokenExecutor) and type(error).__name__ != "KilledWorker":
        raise error
    return error is not None


def _suspected(experiment, lost, store, done):
    """What to try again alone; a life that killed its worker alone, again and again, is recorded as failed."""
    if len(lost) > 1:
        return lost
    pieces = lost[0].halves()
    if pieces[0].deaths < DEATHS:
        return pieces
    _keep(experiment, failed_chunk(experiment, pieces[0].tasks, "The worker died, three times."), store, done)
    return []


def _keep(experiment, lived, store, done):
    store(lived.data)
    done(lived)
    if lived.failed and experiment.on_error == "stop":
        raise StoppedByError(lived.first_error)

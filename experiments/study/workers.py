"""Who does the work: this process, processes of this machine, or a Dask cluster by its address. All are executors."""

import contextlib
import os
import signal
import threading
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass

import sim

KINDS = ("processes", "serial", "dask")


class Serial(Executor):
    """Does each piece of work when it is handed over, in this process."""

    def submit(self, work, /, *given, **named):
        future = Future()
        try:
            future.set_result(work(*given, **named))
        except Exception as error:
            future.set_exception(error)
        return future


@dataclass
class Workers:
    """An executor that can be had anew when its workers died."""

    kind: str = "processes"
    count: int = 0  # 0: as many as there are cores for us
    scheduler: str | None = None
    _pool: Executor | None = None
    _client: object = None

    def __post_init__(self):
        if self.kind not in KINDS:
            raise sim.unknown("executor", self.kind, KINDS, "--executor")
        if self.kind == "dask" and not self.scheduler:
            raise sim.ScenarioError("--executor dask needs --scheduler ADDRESS, as in tcp://127.0.0.1:8786.")
        if self.scheduler and self.kind != "dask":
            raise sim.ScenarioError(f"--scheduler {self.scheduler} is for --executor dask, not {self.kind}.")
        self.count = 1 if self.kind == "serial" else self.count or cores()

    def __enter__(self):
        self._begin()
        return self

    def __exit__(self, kind, *_):
        self._end(at_once=kind is not None)

    def find(self):
        """Ask a cluster how many it has, so that what is said before the start holds for it."""
        if self.kind == "dask":
            self._pool, self.count = self._of_dask()

    def submit(self, work, *given):
        return self._pool.submit(work, *given)

    def anew(self):
        """Forget the dead pool and have another."""
        self._end(at_once=True)
        self._begin()

    def _begin(self):
        if self.kind == "serial":
            self._pool = Serial()
        elif self.kind == "processes":
            from multiprocessing import get_context

            self._pool = ProcessPoolExecutor(self.count, get_context("spawn"), initializer=begin_worker)
        else:
            self._pool, self.count = self._of_dask()

    def _of_dask(self):
        try:
            from distributed import Client
        except ImportError:
            raise sim.ScenarioError("--executor dask needs Dask: pip install 'famschool[cluster]'.") from None
        try:
            self._client = self._client or Client(self.scheduler, timeout="10s")
        except (OSError, ValueError) as error:
            raise sim.ScenarioError(f"No Dask scheduler answers at {self.scheduler} ({error}).") from None
        threads = sum(worker["nthreads"] for worker in self._client.scheduler_info(n_workers=-1)["workers"].values())
        return self._client.get_executor(pure=False, retries=3), max(threads, 1)

    def _end(self, at_once):
        if isinstance(self._pool, ProcessPoolExecutor):
            processes = list((self._pool._processes or {}).values())
            self._pool.shutdown(wait=not at_once, cancel_futures=True)
            for process in processes if at_once else ():
                with contextlib.suppress(OSError, ValueError):
                    process.kill()
        elif self._client is not None and not at_once:
            self._client.close()
            self._client = None


def begin_worker():
    """A worker leaves Ctrl-C to its parent, and ends when its parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent():
    from multiprocessing import connection, parent_process

    connection.wait([parent_process().sentinel])
    os._exit(1)


def cores():
    """How many cores this process may use."""
    if hasattr(os, "process_cpu_count"):
        return os.process_cpu_count() or 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

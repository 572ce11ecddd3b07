"""Processes that answer runs beside the server's own: in one process thirty sliders wait for one interpreter."""

import os
import threading
from concurrent.futures import BrokenExecutor, CancelledError, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing import get_context

from experiments.study.workers import begin_worker, cores

CROWD = 3  # answers asked for at once, by when it is a class and worth the memory (some 200 MB a process)


class Crew:
    """Does work in another process once there is a crowd; until they are up, and if they die, in this one."""

    def __init__(self, count=0):
        self.count = count or cores()
        self._pool, self._ready, self._busy, self._door = None, threading.Event(), 0, threading.Lock()

    def do(self, work, *given):
        """What `work(*given)` gives. Errors: its own."""
        with self._counted() as busy:
            if busy >= CROWD:
                self.begin()
            if not self._ready.is_set():
                return work(*given)
            try:
                return self._pool.submit(work, *given).result()
            except BrokenExecutor:
                self.end()
                return work(*given)

    def begin(self):
        """Start the processes, once; they are used when all have answered a first time."""
        with self._door:
            if self._pool is None and self.count > 1:
                self._pool = ProcessPoolExecutor(self.count, get_context("spawn"), initializer=begin_worker)
                first = [self._pool.submit(_first_answer) for _ in range(self.count)]
                threading.Thread(target=self._wait_for, args=(first,), daemon=True).start()

    def _wait_for(self, first):
        try:
            well = all(future.exception() is None for future in first)
        except CancelledError:  # the app was ended meanwhile
            return
        if well:
            self._ready.set()
        else:
            self.end()

    def end(self):
        """Let the processes go, also those that have only begun: whoever ends the app waits for none."""
        with self._door:
            self._ready.clear()
            pool, self._pool = self._pool, None
        if pool is not None:
            processes = list((pool._processes or {}).values())
            pool.shutdown(wait=False, cancel_futures=True)
            for process in processes:
                with suppress(OSError, ValueError):
                    process.kill()

    @contextmanager
    def _counted(self):
        with self._door:
            self._busy += 1
            busy = self._busy
        try:
            yield busy
        finally:
            with self._door:
                self._busy -= 1


def _first_answer():
    """What a first visitor would wait for."""
    from experiments.app.answers import warm_up

    warm_up()
    return os.getpid()

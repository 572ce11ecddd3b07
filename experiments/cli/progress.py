"""What long work shows while it runs: a bar on a screen, a line a minute in a log."""

import sys
import time

EVERY = 60.0  # seconds between two lines


class Bar:
    """A bar with the time left, on stderr, or lines where nobody looks on; `begin` is what was there before."""

    def __init__(self, total, begin=0):
        from rich.console import Console

        self.total, self.begin, self.bar = total, begin, None
        self.said, self.first = time.monotonic(), None
        console = Console(stderr=True)
        if console.is_terminal:
            self.bar = _bar(console)
            self.task = self.bar.add_task("running", total=total, completed=begin)

    def __enter__(self):
        if self.bar is None:
            return self._say
        self.bar.start()
        return lambda done: self.bar.update(self.task, completed=done)

    def __exit__(self, *_):
        if self.bar is not None:
            self.bar.stop()

    def _say(self, done):
        now = time.monotonic()
        if self.first is None and done > self.begin:
            self.first = now, done  # the pace is that from here on: what comes before may have waited for a compilation
        if now - self.said < EVERY or self.first is None or not self.first[1] < done < self.total:
            return
        left = (now - self.first[0]) / (done - self.first[1]) * (self.total - done)
        print(f"{done:,.0f} of {self.total:,.0f} done, about {_minutes(left)} left", file=sys.stderr, flush=True)
        self.said = now


def _bar(console):
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    shown = TextColumn("{task.completed:.3g}/{task.total}")
    return Progress(TextColumn("running"), BarColumn(), shown, TimeRemainingColumn(), console=console, transient=True)


def _minutes(seconds):
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"


def compile_first(institutions=True):
    """The first run of a new version waits for half a minute; that is said."""
    import sim

    sim.compile_once(lambda words: print(words, file=sys.stderr), institutions)

"""What long work shows while it runs."""

import sys


class Bar:
    """A bar with the time left, on stderr; `begin` is what was there before."""

    def __init__(self, total, begin=0):
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        self.bar = Progress(
            TextColumn("running"),
            BarColumn(),
            TextColumn("{task.completed:.3g}/{task.total}"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self.task = self.bar.add_task("running", total=total, completed=begin)

    def __enter__(self):
        self.bar.start()
        return lambda done: self.bar.update(self.task, completed=done)

    def __exit__(self, *_):
        self.bar.stop()


def say_if_compiling():
    """The first run of a new version waits for half a minute; that is said."""
    import sim

    if not sim.is_compiled_already():
        print("Compiling the model, once (about half a minute) …", file=sys.stderr)

"""Long work on one machine stands in a line, and everybody is told how many are ahead."""

import threading
import time

import sim

PLACES, LOOK = 20, 0.2  # how many may wait; seconds between two looks
_line, _door = [], threading.Lock()


class Turn:
    """A place in the line, given up whatever happens."""

    def __enter__(self):
        with _door:
            if len(_line) >= PLACES:
                raise sim.ScenarioError(f"{PLACES} others are waiting already. Please try again in a minute.")
            _line.append(self)
        return self

    def __exit__(self, *_):
        with _door:
            _line.remove(self)

    def wait(self):
        """How many are ahead, told until none is."""
        while ahead := _line.index(self):
            yield ahead
            time.sleep(LOOK)

"""Who is asked to stop stops as if somebody had pressed Ctrl-C: what is half written goes, and what is kept is said."""

import signal
import threading
from contextlib import contextmanager


@contextmanager
def terminated_is_ctrl_c():
    """A cluster that takes the machine back sends SIGTERM: the same as Ctrl-C, also where a script's `&` has that ignored."""
    if threading.current_thread() is not threading.main_thread():  # Python lets no other thread listen
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)

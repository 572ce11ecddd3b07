"""The clock of the bench: the processor's time, so that what else the machine does counts least."""

import os
import time

now = (
    time.perf_counter if os.name == "nt" else time.process_time
)  # on Windows the processor's time goes in steps of 16 ms

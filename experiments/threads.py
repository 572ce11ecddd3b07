"""Lives shared among threads: the compiled weeks let other threads work, so threads are enough."""

import os
from concurrent.futures import ThreadPoolExecutor, as_completed


def in_threads(function, jobs, progress=lambda done: None):
    """function(*job) of every job, in the order of the jobs. After Ctrl-C nothing that waits is begun any more."""
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        asked = [pool.submit(function, *job) for job in jobs]
        try:
            for done, future in enumerate(as_completed(asked), start=1):
                future.result()  # what went wrong in one ends all
                progress(done)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return [future.result() for future in asked]

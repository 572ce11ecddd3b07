"""Lives among threads: in the order asked for; what is broken off begins nothing more."""

import time

import pytest

from experiments.threads import in_threads


def test_results_come_in_the_order_of_the_jobs():
    def waits(seconds):
        time.sleep(seconds)
        return seconds

    seen = []
    assert in_threads(waits, [(0.02,), (0.0,), (0.01,)], seen.append) == [0.02, 0.0, 0.01]
    assert seen == [1, 2, 3]


@pytest.mark.parametrize("wrong", [ValueError, KeyboardInterrupt])
def test_what_waits_is_not_begun_after_something_went_wrong(wrong):
    begun = []

    def work(k):
        begun.append(k)
        time.sleep(0.02)

    def stop(done):
        raise wrong

    with pytest.raises(wrong):
        in_threads(work, [(k,) for k in range(500)], stop)
    assert len(begun) < 100

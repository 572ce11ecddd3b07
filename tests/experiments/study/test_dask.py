"""The same experiment on a real Dask cluster of this machine, one of its workers killed in the middle."""

import os
import signal

import pytest

from experiments.study.folder import Study
from experiments.study.known import experiment_on
from experiments.study.workers import Workers
from tests.experiments.study.test_runner import the_same

distributed = pytest.importorskip("distributed")


@pytest.mark.slow
def test_a_cluster_that_loses_a_worker_gives_the_same_tables(tmp_path):
    experiment = experiment_on("ishigami", {"kind": "latin", "points": 100}, 4, 1.0, pause=0.005)
    Study(experiment, tmp_path / "serial").run(Workers("serial"), 0.02)
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        victims = [worker.process.process.pid for worker in cluster.workers.values()][:1]

        def once(lived):
            while victims:
                os.kill(victims.pop(), signal.SIGKILL)

        workers = Workers("dask", scheduler=cluster.scheduler_address)
        assert Study(experiment, tmp_path / "dask").run(workers, 0.02, once)
    assert not victims
    the_same(tmp_path / "serial", tmp_path / "dask")

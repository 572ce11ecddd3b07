"""The run that is killed: a known function with noise, into the folder named; each stored part is told at once."""

import sys
from pathlib import Path

from experiments.study.folder import Study
from experiments.study.known import experiment_on
from experiments.study.workers import Workers

SECONDS_A_RUN = 0.02  # in pieces of about 2 s divided among workers: some dozen parts


def experiment(runs=400):
    return experiment_on("ishigami", {"kind": "latin", "points": runs // 4, "seed": 1}, 4, 1.0, 0.004)


def _told(lived):
    print(len(lived.ids), flush=True)


def main(folder, kind="processes", workers="2"):
    study = Study(experiment(), Path(folder))
    whole = study.run(Workers(kind, int(workers)), SECONDS_A_RUN, _told)
    print("whole" if whole else "not whole", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])

"""The parent of an experiment holds a few bytes a case: its memory hardly hangs on how many there are."""

import subprocess
import sys
from pathlib import Path

import pytest

PARENT = """
import resource, sys
from pathlib import Path
from experiments.study.folder import Study
from experiments.study.known import experiment_on
from experiments.study.workers import Workers

if __name__ == "__main__":
    design = {"kind": "latin", "points": int(sys.argv[1]) // 10, "seed": 1}
    assert Study(experiment_on("ishigami", design, 10, 1.0), Path(sys.argv[2])).run(Workers("processes", 2), 0.002)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def most_memory(cases, folder):
    """Of the parent alone, whatever its workers take."""
    script = folder / "parent.py"
    script.write_text(PARENT)
    here = Path(__file__).parents[3]
    command = [sys.executable, str(script), str(cases), str(folder / str(cases))]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, env={"PYTHONPATH": str(here)})
    return int(ran.stdout)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="asks the system for the most memory a process had")
def test_a_hundred_times_the_cases_take_hardly_more_memory(tmp_path):
    assert most_memory(100_000, tmp_path) < 1.10 * most_memory(1_000, tmp_path)

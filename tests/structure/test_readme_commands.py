"""Shell that README shows is shell, and the jobs of its array share one experiment out."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
SHELL = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
JOB = next(block for block in SHELL if "#SBATCH" in block)

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")


@pytest.mark.parametrize("block", SHELL, ids=lambda block: block.strip().split("\n")[0][:40])
def test_bash_reads_every_block(block):
    assert subprocess.run(["bash", "-n"], input=block, text=True, capture_output=True, check=False).stderr == ""


def test_each_job_of_the_array_asks_for_its_own_part(tmp_path):
    (tmp_path / "famschool").write_text('#!/bin/bash\necho "$@"\n')
    (tmp_path / "famschool").chmod(0o755)
    first, last = re.search(r"--array=(\d+)-(\d+)", JOB).groups()
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    asked = [
        subprocess.run(
            ["bash", "-c", JOB],
            env={"PATH": path, "SLURM_ARRAY_TASK_ID": task},
            text=True,
            capture_output=True,
            check=True,
        ).stdout
        for task in (first, last)
    ]
    assert f"--part 1/{last} " in asked[0] and f"--part {last}/{last} " in asked[1]

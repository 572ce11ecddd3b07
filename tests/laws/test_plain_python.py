"""Law 2: plain Python gives the compiled result."""

import json
import os
import subprocess
import sys
from pathlib import Path

from sim.report import measure
from sim.run import simulate

SAME = 1e-9
ROOT = Path(__file__).parents[2]
SCENARIO = {
    "place": "us_preschool",
    "strategy": {
        "messages": {"per_week": 3, "goals": 1},
        "home_visits": {"per_year": 24, "visitor": "teacher"},
        "platform": {"staff_minutes_a_week": 240},
        "notes": {"per_month": 4},
        "meetings": {"per_year": 12, "listening": 1},
        "talks": {"per_year": 12, "goal_setting": 1},
        "joint_activities": {"per_year": 12},
        "friendship_evenings": {},
        "interpreters": {},
        "teacher_training": {},
        "smaller_classes": {},
        "clear_rules": {},
        "consultation": {},
        "earmarked_funds": {},
        "funded": False,
    },
    "families": 12,
    "weeks": 6,
    "at": "end",
    "replicates": 1,
}
PLAIN = """
import json, sys
from sim.report import measure
from sim.run import simulate
print(json.dumps(measure(simulate(json.loads(sys.argv[1]), 4).world)))
"""


def test_plain_python_gives_the_compiled_result():
    plain = subprocess.run(
        [sys.executable, "-W", "error::RuntimeWarning", "-c", PLAIN, json.dumps(SCENARIO)],
        cwd=ROOT,
        env=os.environ | {"NUMBA_DISABLE_JIT": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert plain.returncode == 0, plain.stderr
    compiled = measure(simulate(SCENARIO, 4).world)
    interpreted = json.loads(plain.stdout)
    assert [row[:3] for row in interpreted] == [list(row[:3]) for row in compiled]
    apart = [(a[:3], a[3], b[3]) for a, b in zip(compiled, interpreted, strict=True) if not abs(a[3] - b[3]) <= SAME]
    assert apart == []

"""What a survey would see in the simulated families: correlations, which are not effects."""

import numpy as np

import sim
from experiments.patterns.seen import PATTERNS
from experiments.patterns.year import Year
from experiments.posterior import members

WEEKS = 38  # the last school week of the first year
FAMILIES = 2000


def surveyed(seed=1, numbers=None, place="us_kindergarten", families=FAMILIES):
    """Every pattern in one simulated year of routine."""
    scenario = {"place": place, "strategy": {}, "families": families, "weeks": WEEKS, "numbers": numbers or {}}
    scenario = sim.read_scenario(scenario)
    start = sim.settle(scenario, seed)
    year = Year(start.copied(), sim.live(scenario, seed, start).measured)
    return {pattern.name: pattern.compute(year) for pattern in PATTERNS}


def survey(seeds=10, numbers="posterior", place="us_kindergarten", families=FAMILIES, progress=lambda done: None):
    """[{"name", "value", "low", "high", "survey"}, …]: means over seeds, 95 in 100 of them, and what surveys found."""
    ensemble = members() if numbers == "posterior" else ()
    found = []
    for seed in range(1, seeds + 1):
        found.append(surveyed(seed, ensemble[(seed - 1) % len(ensemble)] if ensemble else {}, place, families))
        progress(seed)
    return [_row(pattern, np.array([one[pattern.name] for one in found])) for pattern in PATTERNS]


def _row(pattern, values):
    low, high = np.quantile(values, [0.025, 0.975])
    value, survey_low, survey_high = pattern.published
    return {
        "name": pattern.name,
        "value": float(values.mean()),
        "low": float(low),
        "high": float(high),
        "survey": value,
        "survey_low": survey_low,
        "survey_high": survey_high,
        "evidence": pattern.evidence or None,
        "role": pattern.role,
        "meaning": pattern.meaning,
    }

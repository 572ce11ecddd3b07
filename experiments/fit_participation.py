"""Fit who takes part, in the running model, to the K-2 survey: levels, gradients, and how activities go together.

python -m experiments.fit_participation [--check]
"""

import argparse
import csv
from pathlib import Path

import numpy as np

import sim

TABLES = Path(__file__).resolve().parents[1] / "configs" / "places" / "us"
ACTIVITIES = {
    "event": "EVENT",
    "volunteer": "VOLUNTEER",
    "meeting": "MEETING",
    "conference": "TALK",
    "committee": "COMMITTEE",
}
ENTERED = {"conference": "talk"}  # its name among the channels
FITTED = [f"{group}.{ENTERED.get(a, a)}" for group in ("Appeal", "Sharpness") for a in ACTIVITIES] + [
    "Readiness.ses",
    "Readiness.private",
    "Readiness.siblings",
    "Readiness.time",
    "Readiness.language",
]
SMALLEST = 300  # families of a group in the survey, below which its level is too uncertain
INCOME = {"<=30k": (1, 3), "30-50k": (4, 5), "50-75k": (6, 7), "75-100k": (8, 8), ">100k": (9, 12)}
EDUCATION = {"<HS": 1, "HS": 2, "some college": 3, "BA": 4, "grad": 5}


def of_group(f, group, level):
    """Which simulated families belong to a group of the survey, or None where the model does not know it."""
    if group == "all":
        return np.ones(f.size, bool)
    if group == "inc":
        low, high = INCOME[level]
        return (f.income >= low) & (f.income <= high)
    codes = {
        "educ": (f.education, EDUCATION),
        "lang": (f.language, {"English": 0, "bilingual": 1, "non-English": 2}),
        "parents": (f.two_parents, {"one parent": 0, "two parents": 1}),
        "p1work": (f.work, {"not working": 0, "1-34h": 1, "35+h": 2}),
        "sib": (f.siblings, {"0": 0, "1": 1, "2": 2, "3": 3}),
        "public": (f.private, {"public": 0, "private": 1}),
    }
    column, known = codes.get(group, (None, {}))
    return column == known[level] if level in known else None


def targets():
    """Survey levels (group, level, n, activity, per cent) and correlations of activities."""
    with (TABLES / "participation.csv").open(encoding="utf-8") as file:
        levels = [
            (r["group"], r["level"], int(r["n"]), a, float(r[a])) for r in csv.DictReader(file) for a in ACTIVITIES
        ]
    with (TABLES / "participation_together.csv").open(encoding="utf-8") as file:
        together = [(r["first"], r["second"], float(r["phi"])) for r in csv.DictReader(file)]
    return levels, together


def live(numbers, families=3000, seeds=(1, 2)):
    """Families of us_kindergarten in the last school week, and who joined what this year."""
    scenario = {"place": "us_kindergarten", "strategy": {}, "families": families, "weeks": 38, "numbers": numbers}
    worlds = [sim.simulate(scenario, seed).measured.tables.families for seed in seeds]
    joined = {
        a: np.concatenate([f.joined[:, sim.Channel[c]] > 0 for f in worlds]).astype(float)
        for a, c in ACTIVITIES.items()
    }
    return np.concatenate(worlds).view(np.recarray), joined


def side_by_side(numbers, **size):
    """Rows (what, name, n, survey, model): levels in per cent, phi as it is."""
    families, joined = live(numbers, **size)
    levels, together = targets()
    rows = []
    for group, level, n, activity, survey in levels:
        mine = of_group(families, group, level)
        if mine is not None and mine.any():
            rows.append(("level", f"{group} {level}: {activity}", n, survey, 100 * joined[activity][mine].mean()))
    for one, other, phi in together:
        rows.append(("phi", f"{one} with {other}", 0, phi, float(np.corrcoef(joined[one], joined[other])[0, 1])))
    return rows


def allowed(what, name, n, survey):
    """How far a figure may lie off: 3 points overall, 6 or 2.5 standard errors in a group, .08 for phi."""
    if what == "phi":
        return 0.08
    if name.startswith("all"):
        return 3.0
    return max(6.0, 2.5 * np.sqrt(survey * (100 - survey) / n))


def misses(rows):
    """The figures of large enough groups that lie further off than allowed."""
    big = [row for row in rows if row[0] == "phi" or row[2] >= SMALLEST]
    return [row for row in big if abs(row[4] - row[3]) > allowed(*row[:4])]


def _residuals(values):
    rows = [
        row for row in side_by_side(dict(zip(FITTED, values, strict=True))) if row[0] == "phi" or row[2] >= SMALLEST
    ]
    return np.array([(model - survey) / allowed(what, name, n, survey) for what, name, n, survey, model in rows])


def fit():
    """Numbers of FITTED that bring the model nearest to the survey, by least squares in units of what is allowed."""
    from scipy.optimize import least_squares

    declared = [sim.NUMBERS[name.split(".")[0]].declared[name.split(".")[1]] for name in FITTED]
    start = [one.default for one in declared]
    bounds = [one.low for one in declared], [one.high for one in declared]
    found = least_squares(_residuals, start, bounds=bounds, diff_step=0.08, max_nfev=6)
    return dict(zip(FITTED, found.x.round(3).tolist(), strict=True))


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--check", action="store_true", help="only compare the numbers as they are with the survey")
    numbers = {} if arguments.parse_args().check else fit()
    for name, value in numbers.items():
        print(f"{name} = {value}")
    rows = side_by_side(numbers, families=10_000)
    for what, name, n, survey, model in rows:
        print(f"{what:6} {name:28} n {n:5} survey {survey:7.2f} model {model:7.2f}")
    print(f"{len(misses(rows))} figures lie further off than allowed: {[row[1] for row in misses(rows)]}")


if __name__ == "__main__":
    main()

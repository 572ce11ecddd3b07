"""The fitted figures of a place, read once from its small tables."""

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from statistics import NormalDist

import numpy as np

ATTRIBUTES = ("income", "education", "two_parents", "work", "siblings", "language", "private")
SCORED = ("income", "education")  # the two attributes that make SES
LOW_INCOME = 5  # incomes up to code 5, 50,000 USD: about where reduced-price meals end for a family of four
_NORMAL = NormalDist()


@dataclass(frozen=True, eq=False)
class PlaceFigures:
    """What is known of the families of a place, and how the place differs from the survey."""

    cuts: np.ndarray  # attribute x cut: where a standard normal deviate passes from one code to the next
    cholesky: np.ndarray  # turns independent deviates into deviates that go together as in the survey
    points: np.ndarray  # income and education x code: what each adds to SES
    class_size: float = 20.0
    classes_per_preschool: float = 3.0
    age_months: float = 54.0  # mean age at week 1
    distance: float = 1.0  # of another home language and culture from the school's
    other_language: float | None = None  # share of families with another language at home, None as in the survey
    private_share: float | None = None
    ses_mean: float | None = None  # in SD of the nation's families, None as in the survey
    ses_sd: float | None = None
    preschools: int | None = None  # None: as many as its classes fill


def cuts_of(place):
    """The survey's cuts, moved to where the place differs from the survey."""
    cuts = place.cuts.copy()
    _move_ses(cuts, place)
    _move_share(cuts[ATTRIBUTES.index("language")], place.other_language)
    _move_share(cuts[ATTRIBUTES.index("private")], place.private_share)
    return cuts


def _move_ses(cuts, place):
    """Incomes and education of the place lie higher or closer together than the nation's."""
    up = (place.ses_mean or 0.0) * _pull_on_both(place)
    wide = 1.0 if place.ses_sd is None else max(place.ses_sd, 1e-6)
    for name in SCORED:
        row = ATTRIBUTES.index(name)
        cuts[row] = (cuts[row] - up) / wide


def _move_share(cuts, share):
    """All cuts of one attribute move alike, so that this share lies above the first."""
    if share is None:
        return
    wanted = np.inf if share <= 0.0 else -np.inf if share >= 1.0 else -_NORMAL.inv_cdf(share)
    used = np.isfinite(cuts)
    cuts[used] += wanted - cuts[0]


def ses_mean_where(figures, low_income):
    """The mean SES of a place where this share of families has an income up to 50,000 USD, in SD of the nation's families."""
    within = min(max(low_income, 0.005), 0.995)
    up = figures.cuts[ATTRIBUTES.index("income"), LOW_INCOME - 1] - _NORMAL.inv_cdf(within)
    return up / _pull_on_both(figures)


def _pull_on_both(figures):
    """How far income and education each move, in their deviates, for one SD of SES."""
    return float(np.sqrt((1.0 + figures.cholesky[1, 0]) / 2.0))


@lru_cache(maxsize=16)
def read_figures(folder):
    """The figures of a folder of tables, as the survey has them."""
    folder = Path(folder)
    together = _cholesky(folder / "latent_correlations.csv")
    return PlaceFigures(_cuts(folder / "margins.csv"), together, _points(folder / "ses_points.csv"))


def _rows(file):
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _cuts(file):
    """Standard normal deviates that cut off the shares of the codes; unused places hold infinity."""
    shares = {name: [] for name in ATTRIBUTES}
    for row in _rows(file):
        shares[row["attribute"]].append(float(row["share"]))
    cuts = np.full((len(ATTRIBUTES), max(map(len, shares.values())) - 1), np.inf)
    for name, parts in shares.items():
        below = np.cumsum(parts)[:-1] / np.sum(parts)
        cuts[ATTRIBUTES.index(name), : len(below)] = [_NORMAL.inv_cdf(share) for share in below]
    return cuts


def _cholesky(file):
    rows = {row["attribute"]: row for row in _rows(file)}
    return np.linalg.cholesky(np.array([[float(rows[a][b]) for b in ATTRIBUTES] for a in ATTRIBUTES]))


def _points(file):
    """What each code of income and education adds to SES; the code is the place in the row."""
    rows = _rows(file)
    points = np.zeros((len(SCORED), 1 + max(int(row["code"]) for row in rows)))
    for row in rows:
        points[SCORED.index(row["attribute"]), int(row["code"])] = float(row["points"])
    return points

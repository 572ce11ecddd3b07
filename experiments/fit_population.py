"""Fit the population of a place to open survey files: margins, correlations and coefficients are shipped, never rows.

python -m experiments.fit_population --data FOLDER [--into configs/places/us]
"""

import argparse
import os
from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.optimize import brentq
from scipy.stats import norm

HERE = Path(__file__).resolve().parents[1]
SHIPPED = HERE / "configs" / "places" / "us"
NHES = "NHES 2019 PFI, kindergarten to grade 2, weighted"
ATTRIBUTES = ("income", "education", "two_parents", "work", "siblings", "language", "private")
INCOMES = (
    "up to 10,000 USD",
    "to 20,000",
    "to 30,000",
    "to 40,000",
    "to 50,000",
    "to 60,000",
    "to 75,000",
    "to 100,000",
    "to 150,000",
    "to 200,000",
    "to 250,000",
    "over 250,000",
)
DEGREES = ("less than high school", "high school", "some college or vocational", "college degree", "graduate degree")
LABELS = {
    "income": dict(enumerate(INCOMES, start=1)),
    "education": dict(enumerate(DEGREES, start=1)),
    "two_parents": {0: "one parent or guardians", 1: "two parents"},
    "work": {0: "first parent not in paid work", 1: "1 to 34 hours a week", 2: "35 hours or more"},
    "siblings": {0: "none", 1: "one", 2: "two", 3: "three or more"},
    "language": {0: "English", 1: "English and another", 2: "another"},
    "private": {0: "public", 1: "private"},
}
COARSE = {  # for two-way cells, so that each holds thirty families or more
    "income": ((1, 2, 3, 4, 5), (6, 7, 8), (9, 10, 11, 12)),
    "education": ((1, 2), (3,), (4, 5)),
    "two_parents": ((0,), (1,)),
    "work": ((0,), (1,), (2,)),
    "siblings": ((0,), (1,), (2, 3)),
    "language": ((0,), (1, 2)),
    "private": ((0,), (1,)),
}
FEWEST = 30
BETWEEN = "share of variance between schools"
SII = ("ses", "minority", "mathkind")
ACTIVITIES = {
    "event": "FSSPORTX",
    "volunteer": "FSVOL",
    "meeting": "FSMTNG",
    "conference": "FSATCNFN",
    "committee": "FSCOMMTE",
}


def read_families(data):
    """The survey's families in the model's codes; nine children who cannot speak yet are left out."""
    rows = pd.read_csv(data / "nhes2019_pfi_k2.csv")
    rows = rows[rows.CSPEAKX.between(2, 6)]
    hours = rows.P1HRSWK
    return pd.DataFrame(
        {
            "income": rows.TTLHHINC,
            "education": rows.PARGRADEX,
            "two_parents": (rows.HHPARN19X == 1).astype(int),
            "work": (hours > 0).astype(int) + (hours >= 35),
            "siblings": rows.NUMSIBSX.clip(0, 3),
            "language": rows.CSPEAKX.map({2: 0, 4: 1, 6: 1, 3: 2, 5: 2}),
            "private": (rows.EDCPUB == 2).astype(int),
            "weight": rows.W_RAKED,
        }
    ).reset_index(drop=True)


def margins(families):
    """The weighted share of families with each code of each attribute."""
    total = families.weight.sum()
    shares = [
        (name, code, LABELS[name][code], weight / total)
        for name in ATTRIBUTES
        for code, weight in families.groupby(name).weight.sum().items()
    ]
    return pd.DataFrame(shares, columns=["attribute", "code", "label", "share"]).round({"share": 6}).assign(source=NHES)


def _pearson(columns, weight):
    """Weighted correlations of some columns."""
    spread = np.cov(columns.T, aweights=weight)
    return spread / np.sqrt(np.outer(np.diag(spread), np.diag(spread)))


def cuts(families, name):
    """Where a standard normal deviate must be cut to give the survey's shares."""
    shares = families.groupby(name).weight.sum() / families.weight.sum()
    return norm.ppf(shares.cumsum().to_numpy()[:-1])


def correlation_of_codes(latent, cuts_one, cuts_two, points=4000):
    """How two codes correlate when the deviates behind them correlate by `latent`."""
    z = norm.ppf((np.arange(points) + 0.5) / points)
    one = np.searchsorted(cuts_one, z)
    above = norm.sf((cuts_two[:, None] - latent * z) / np.sqrt(1 - latent**2)).sum(axis=0)
    shares = np.diff(norm.cdf(cuts_two), prepend=0, append=1)
    code = np.arange(len(shares))
    spread = np.sqrt(shares @ code**2 - (shares @ code) ** 2)
    return ((one - one.mean()) * above).mean() / (one.std() * spread)


def latent_correlations(families):
    """The correlations behind the codes, pair by pair, then the nearest matrix that can exist."""
    wanted = _pearson(families[list(ATTRIBUTES)], families.weight)
    found = np.eye(len(ATTRIBUTES))
    for a, b in combinations(range(len(ATTRIBUTES)), 2):
        found[a, b] = found[b, a] = latent_behind(
            wanted[a, b], cuts(families, ATTRIBUTES[a]), cuts(families, ATTRIBUTES[b])
        )
    return pd.DataFrame(nearest_possible(found), index=ATTRIBUTES, columns=ATTRIBUTES)


def latent_behind(wanted, cuts_one, cuts_two, furthest=0.98):
    """The correlation of deviates that makes their codes correlate as wanted."""
    return brentq(lambda latent: correlation_of_codes(latent, cuts_one, cuts_two) - wanted, -furthest, furthest)


def nearest_possible(matrix, least=1e-4):
    """A correlation matrix without negative directions, as near as clipping brings it."""
    values, directions = np.linalg.eigh(matrix)
    clipped = directions @ np.diag(values.clip(least)) @ directions.T
    scale = np.sqrt(np.diag(clipped))
    return clipped / np.outer(scale, scale)


def two_way(families):
    """The weighted share of families in each cell of each pair of attributes, in groups of thirty families or more."""
    grouped = pd.DataFrame({name: families[name].map(_group_of(name)) for name in ATTRIBUTES}).assign(
        weight=families.weight
    )
    tables = []
    for a, b in combinations(ATTRIBUTES, 2):
        cells = grouped.groupby([a, b]).weight.agg(["size", "sum"]).reset_index()
        tables.append(
            pd.DataFrame(
                {
                    "first": a,
                    "first_level": cells[a],
                    "second": b,
                    "second_level": cells[b],
                    "families": cells["size"],
                    "share": cells["sum"] / families.weight.sum(),
                }
            )
        )
    told = pd.concat(tables, ignore_index=True)
    return told[told.families >= FEWEST].round({"share": 5}).assign(source=NHES)


def level_name(group):
    """How a group of codes is written in a table: 6-8, or 3."""
    return str(group[0]) if len(group) == 1 else f"{group[0]}-{group[-1]}"


def _group_of(name):
    return {code: level_name(group) for group in COARSE[name] for code in group}


def ses_points(families):
    """SES is the sum of two normal scores, of income and of education, divided so that its SD over the nation is 1."""
    scores = {name: _normal_scores(families, name) for name in ("income", "education")}
    total = sum(families[name].map(scores[name]) for name in scores)
    spread = np.sqrt(np.average(total**2, weights=families.weight))
    rows = [(name, code, score / spread) for name in scores for code, score in scores[name].items()]
    rule = f"{NHES}; mean normal deviate of the code; SES adds the points of both"
    return pd.DataFrame(rows, columns=["attribute", "code", "points"]).round({"points": 5}).assign(source=rule)


def _normal_scores(families, name):
    """The mean standard normal deviate of the families with each code."""
    shares = families.groupby(name).weight.sum() / families.weight.sum()
    edges = norm.pdf(norm.ppf(np.concatenate(([0.0], shares.cumsum().to_numpy()[:-1], [1.0]))))
    return dict(zip(shares.index, (edges[:-1] - edges[1:]) / shares, strict=True))


def entry_skills(data):
    """Slopes of skill at entry on SES, with age held equal, and how skills go together."""
    children = pd.read_csv(data / "eclsk2011_k_entry.csv")
    source = "ECLS-K:2011 public-use file, kindergarten entry, unweighted"
    rows = []
    for skill in ("read", "math", "wm_w", "dccs"):
        known = children[[skill, "ses", "age_months"]].dropna()
        known = (known - known.mean()) / known.std()
        slopes = np.linalg.lstsq(known[["ses", "age_months"]].to_numpy(), known[skill].to_numpy(), rcond=None)[0]
        rows += [
            (skill, "slope on SES, age held equal", slopes[0], len(known)),
            (skill, "slope on age", slopes[1], len(known)),
            (skill, "correlation with SES", known[skill].corr(known.ses), len(known)),
        ]
    for a, b in combinations(("read", "math", "wm_w", "dccs"), 2):
        rows.append((a, f"correlation with {b}, age held equal", *_partial(children, a, b)))
    rows.append(("girl", "share", (children.sex.dropna() == 2).mean(), int(children.sex.notna().sum())))
    return pd.DataFrame(rows, columns=["measure", "figure", "value", "n"]).round({"value": 4}).assign(source=source)


def _partial(children, a, b):
    """The correlation of two scores among children of one age, and how many children there are."""
    known = children[[a, b, "age_months"]].dropna()
    age = np.column_stack((np.ones(len(known)), known.age_months))
    left = [known[c] - age @ np.linalg.lstsq(age, known[c].to_numpy(), rcond=None)[0] for c in (a, b)]
    return left[0].corr(left[1]), len(known)


def classes(data):
    """Sizes of kindergarten classes, and how much of the variety of families lies between schools."""
    star, sii = (pd.read_csv(data / name) for name in ("star_kindergarten.csv", "sii_classrooms.csv"))
    sizes = star.groupby(["class_type", "teacher"], observed=True).size()
    sizes = sizes[sizes.between(10, 30)]
    rows = [
        (f"class size, {kind}", figure, value, len(of))
        for kind, of in sizes.groupby(level=0)
        for figure, value in (("mean", of.mean()), ("SD", of.std()))
    ]
    rows.append(
        ("free lunch", BETWEEN, share_between(star.free_lunch.map({"F": 1.0, "N": 0.0}), star.school), len(star))
    )
    sources = ["STAR Tennessee 1985-86, kindergarten"] * len(rows) + ["SII, first grade"] * len(SII)
    rows += [(measure, BETWEEN, share_between(sii[measure], sii.schoolid), len(sii)) for measure in SII]
    return pd.DataFrame(rows, columns=["measure", "figure", "value", "n"]).round({"value": 4}).assign(source=sources)


def share_between(value, group):
    """The intraclass correlation: the share of variance that lies between groups (one-way analysis of variance)."""
    known = pd.DataFrame({"v": np.asarray(value, float), "g": np.asarray(group)}).dropna()
    of = known.groupby("g").v
    sizes, groups, n = of.size(), of.ngroups, len(known)
    between = (sizes * (of.mean() - known.v.mean()) ** 2).sum() / (groups - 1)
    within = ((known.v - of.transform("mean")) ** 2).sum() / (n - groups)
    ordinary = (n - (sizes**2).sum() / n) / (groups - 1)
    return (between - within) / (between + (ordinary - 1) * within)


def ratings(data):
    """How ratings of one child by parent and teacher, autumn and spring, go together."""
    seen = pd.read_csv(data / "eclsk1998_parent_teacher_ratings.csv")
    pairs = {
        ("T1LEARN", "P1LEARN"): "parent and teacher, autumn",
        ("T2LEARN", "P2LEARN"): "parent and teacher, spring",
        ("T1LEARN", "T2LEARN"): "teacher, autumn and spring",
        ("P1LEARN", "P2LEARN"): "parent, autumn and spring",
    }
    rows = [(meaning, seen[a].corr(seen[b]), len(seen[[a, b]].dropna())) for (a, b), meaning in pairs.items()]
    source = "ECLS-K 1998-99, approaches to learning"
    return pd.DataFrame(rows, columns=["raters", "correlation", "n"]).round({"correlation": 4}).assign(source=source)


def participation(data):
    """Per cent of families that took part at least once in the year, by group."""
    targets = pd.read_csv(data / "calibration_targets_k2.csv")
    columns = ["group", "level", "n", *ACTIVITIES]
    return targets.loc[targets.n >= FEWEST, columns].assign(source=f"{NHES}; per cent at least once this school year")


def participation_together(data):
    """How activities go together: the correlation of having joined one and having joined another."""
    rows = pd.read_csv(data / "nhes2019_pfi_k2.csv")
    rows = rows[(rows[list(ACTIVITIES.values())] > 0).all(axis=1)]
    phi = _pearson(rows[list(ACTIVITIES.values())] == 1, rows.W_RAKED)
    names = list(ACTIVITIES)
    told = [(names[a], names[b], phi[a, b], len(rows)) for a, b in combinations(range(len(names)), 2)]
    return pd.DataFrame(told, columns=["first", "second", "phi", "n"]).round({"phi": 4}).assign(source=NHES)


def _square(matrix):
    """A matrix as a table with the attribute in front."""
    return matrix.round(4).rename_axis("attribute").reset_index().assign(source=NHES)


def fitted_tables(data):
    """All tables of a place, by file name."""
    families = read_families(data)
    codes = pd.DataFrame(_pearson(families[list(ATTRIBUTES)], families.weight), index=ATTRIBUTES, columns=ATTRIBUTES)
    return {
        "margins": margins(families),
        "latent_correlations": _square(latent_correlations(families)),
        "code_correlations": _square(codes),
        "two_way": two_way(families),
        "ses_points": ses_points(families),
        "entry_skills": entry_skills(data),
        "classes": classes(data),
        "ratings": ratings(data),
        "participation": participation(data),
        "participation_together": participation_together(data),
    }


def fit(data, into):
    """Read the surveys, write the tables."""
    into.mkdir(parents=True, exist_ok=True)
    for name, figures in fitted_tables(data).items():
        figures.to_csv(into / f"{name}.csv", index=False, lineterminator="\n")
    return sorted(into.glob("*.csv"))


def main():
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument(
        "--data", type=Path, default=os.environ.get("FAMSCHOOL_DATA"), help="folder with the survey files"
    )
    asked.add_argument("--into", type=Path, default=SHIPPED, help="folder for the tables")
    chosen = asked.parse_args()
    if chosen.data is None:
        asked.error("say where the survey files are: --data FOLDER, or set FAMSCHOOL_DATA")
    for written in fit(Path(chosen.data), chosen.into):
        print(written)


if __name__ == "__main__":
    main()

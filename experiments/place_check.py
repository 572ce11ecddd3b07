"""A drawn population side by side with the surveys it was fitted to, and with figures it was not told.

python -m experiments.place_check [PLACE] [--families N] [--seed N]
"""

import argparse
import csv
from pathlib import Path

import numpy as np
import pandas as pd

from sim.core.kinds import Domain
from sim.numbers import numbers_with
from sim.place import read_place
from sim.population.draw import draw
from sim.population.figures import ATTRIBUTES, PlaceFigures

CONFIGS = Path(__file__).resolve().parents[1] / "configs"
COLUMNS = ("kind", "name", "level", "survey", "model", "difference", "fitted")
FIFTHS = 5
GAPS = {
    "S01": (Domain.LANGUAGE, "tester"),
    "S02": (Domain.NUMERACY, "tester"),
    "S03": (Domain.SELF_REGULATION, "teacher"),
    "S04": (Domain.SOCIAL, "teacher"),
    "S09": (Domain.LANGUAGE, "within"),
}


def compare_with_survey(
    place="us_kindergarten",
    families=50_000,
    seed=1,
    tables=CONFIGS / "places" / "us",
    evidence=CONFIGS / "evidence.csv",
):
    """One row a figure: what the survey says, what the drawn families show, and whether the draw was fitted to it."""
    numbers = numbers_with({})
    drawn = draw(figures_of(place), families, seed, numbers)
    codes = pd.DataFrame({name: getattr(drawn[0], name) for name in ATTRIBUTES}).astype(int)
    rows = [
        *_margins(codes, tables),
        *_correlations(codes, tables),
        *_two_way(codes, tables),
        *_skills(drawn, numbers, tables, evidence),
        *_structure(drawn, tables, evidence),
    ]
    told = pd.DataFrame(rows, columns=[c for c in COLUMNS if c != "difference"])
    return told.assign(difference=told.model - told.survey)[list(COLUMNS)]


def figures_of(place):
    """The figures of a place, by its name or as they are."""
    if isinstance(place, PlaceFigures):
        return place
    read = read_place(place)
    return read.people(read.culture)


def _table(folder, name):
    return pd.read_csv(folder / f"{name}.csv")


def _margins(codes, tables):
    """Per cent of families with each code."""
    for row in _table(tables, "margins").itertuples():
        yield (
            "margin",
            row.attribute,
            row.label,
            100 * row.share,
            100 * (codes[row.attribute] == row.code).mean(),
            "yes",
        )


def _correlations(codes, tables):
    """Pearson correlations of the codes."""
    survey = _table(tables, "code_correlations").set_index("attribute")
    model = codes.corr()
    for k, one in enumerate(ATTRIBUTES):
        for other in ATTRIBUTES[k + 1 :]:
            yield "correlation", f"{one} with {other}", "", survey.loc[one, other], model.loc[one, other], "yes"


def _two_way(codes, tables):
    """Per cent of families in a cell of two attributes; only margins and correlations were fitted."""
    for row in _table(tables, "two_way").itertuples():
        both = _in_level(codes[row.first], row.first_level) & _in_level(codes[row.second], row.second_level)
        yield (
            "two_way",
            f"{row.first} with {row.second}",
            f"{row.first_level} with {row.second_level}",
            100 * row.share,
            100 * both.mean(),
            "no",
        )


def _in_level(code, level):
    """Whether a code lies in a group written as 6-8 or 3."""
    first, _, last = str(level).partition("-")
    return code.between(int(first), int(last or first))


def _skills(drawn, numbers, tables, evidence):
    """Gaps between fifths of SES, and how skills go together."""
    families, children = drawn[0], drawn[1]
    told = _evidence(evidence)
    for name in sorted(GAPS.keys() & told.keys()):
        domain, seen_by = GAPS[name]
        of, source = f"{name} {told[name]['outcome']}", told[name]["treatment_or_predictor"]
        gap = _gap(children.skills_at_start[:, domain], families, seen_by, numbers.Observers)
        yield "skill", of, source, float(told[name]["value"]), gap, "yes"
    surveyed = _table(tables, "entry_skills").set_index(["measure", "figure"]).value
    language, numeracy = children.skills_at_start[:, Domain.LANGUAGE], children.skills_at_start[:, Domain.NUMERACY]
    pairs = (
        ("read", "correlation with math, age held equal", language, numeracy, "yes"),
        ("read", "slope on SES, age held equal", families.ses, language, "no"),
        ("math", "slope on SES, age held equal", families.ses, numeracy, "no"),
    )
    for measure, figure, one, other, fitted in pairs:
        yield (
            "skill",
            f"{measure}: {figure}",
            "ECLS-K:2011",
            surveyed[measure, figure],
            np.corrcoef(one, other)[0, 1],
            fitted,
        )
    yield from _ratings(children, numbers.Observers, tables)


def _gap(skill, families, seen_by, observers):
    """Top less bottom fifth of SES in SD of the measure; `within` holds the preschool equal."""
    if seen_by == "within":
        return _gap_within(skill, families)
    spread = (
        skill.std()
        if seen_by == "tester"
        else np.sqrt(skill.var() + observers.teacher_halo**2 + observers.teacher_error**2)
    )
    return (skill[families.fifth == FIFTHS - 1].mean() - skill[families.fifth == 0].mean()) / spread


def _gap_within(skill, families):
    """The gap by regression on fifths with an effect for each preschool."""
    inside = np.column_stack([_less_preschool_mean(families.fifth == f, families.preschool) for f in range(1, FIFTHS)])
    slopes = np.linalg.lstsq(inside, _less_preschool_mean(skill, families.preschool), rcond=None)[0]
    return slopes[-1] / skill.std()


def _less_preschool_mean(value, preschool):
    means = np.bincount(preschool, value) / np.bincount(preschool)
    return value - means[preschool]


def _ratings(children, observers, tables):
    """How a parent's and a teacher's rating of one child go together, worked out from truth, halos and errors."""
    skill = children.skills_at_start[:, Domain.SOCIAL]
    teacher, parent = skill + children.halo_teacher, skill + children.halo_parent
    spread = np.sqrt((teacher.var() + observers.teacher_error**2) * (parent.var() + observers.parent_error**2))
    survey = _table(tables, "ratings").set_index("raters").correlation
    both = survey[["parent and teacher, autumn", "parent and teacher, spring"]].mean()
    yield "skill", "parent's with teacher's rating", "ECLS-K 1998", both, np.cov(teacher, parent)[0, 1] / spread, "yes"


def _structure(drawn, tables, evidence):
    """How much of the variety of families and skills lies between preschools, and how large classes are."""
    families, children, teachers = drawn[:3]
    survey, told = _table(tables, "classes").set_index(["measure", "figure"]).value, _evidence(evidence)
    between = "share of variance between schools"
    ses = share_between(families.ses, families.preschool)
    language = share_between(children.skills_at_start[:, Domain.LANGUAGE], families.preschool)
    numeracy = share_between(children.skills_at_start[:, Domain.NUMERACY], families.preschool)
    yield "structure", "SES between preschools", "SII", survey["ses", between], ses, "yes"
    yield "structure", "SES between preschools", "STAR free lunch", survey["free lunch", between], ses, "yes"
    if "T10" in told:
        yield "structure", "language between preschools", "T10", float(told["T10"]["value"]), language, "no"
    yield "structure", "numeracy between preschools", "SII", survey["mathkind", between], numeracy, "no"
    yield "structure", "class size", "STAR, ordinary", survey["class size, reg", "mean"], teachers.children.mean(), "no"
    yield "structure", "class size", "STAR, small", survey["class size, small", "mean"], teachers.children.mean(), "no"


def share_between(value, group):
    """The intraclass correlation: the share of variance that lies between groups."""
    sizes = np.bincount(group)
    means = np.bincount(group, value) / sizes
    groups, n = sizes.size, group.size
    between = (sizes * (means - value.mean()) ** 2).sum() / (groups - 1)
    within = ((value - means[group]) ** 2).sum() / (n - groups)
    ordinary = (n - (sizes**2).sum() / n) / (groups - 1)
    return (between - within) / (between + (ordinary - 1) * within)


def _evidence(file):
    """Rows of the evidence by id; none where the list is not there."""
    if not Path(file).exists():
        return {}
    with Path(file).open(encoding="utf-8", newline="") as lines:
        return {row["id"]: row for row in csv.DictReader(lines)}


def worst(compared):
    """The largest difference of each kind, and how many figures there are."""
    size = compared.assign(difference=compared.difference.abs()).groupby(["kind", "fitted"], sort=False).difference
    return size.agg(figures="size", mean="mean", largest="max").round(3)


def main():
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("place", nargs="?", default="us_kindergarten")
    asked.add_argument("--families", type=int, default=50_000)
    asked.add_argument("--seed", type=int, default=1)
    chosen = asked.parse_args()
    compared = compare_with_survey(chosen.place, chosen.families, chosen.seed)
    print(compared[compared.kind.isin(["correlation", "skill", "structure"])].round(3).to_string(index=False))
    print(compared.loc[compared.difference.abs().sort_values().index[-8:]].round(2).to_string(index=False))
    print(worst(compared))


if __name__ == "__main__":
    main()

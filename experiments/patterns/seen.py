"""The figures of surveys, one by one: how each is computed, what it means, what was published."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

import sim
from experiments.evidence import evidence
from experiments.patterns.year import (
    correlation,
    gap,
    gap_within,
    likeness_of_ties,
    quality_less_count,
    share_between,
    share_of_gap_explained,
)


@dataclass(frozen=True)
class Pattern:
    """One figure: how it is computed from a simulated year, what it says, what surveys found, and its role."""

    name: str
    meaning: str
    compute: Callable
    evidence: str = ""
    published: tuple = (None, None, None)  # value, low, high
    role: str = "checked"


def _row(identity):
    row = evidence()[identity]
    return tuple(float(row[key]) if row[key] else None for key in ("value", "low", "high"))


def _put_in(name, meaning, compute, identity, published=None):
    return Pattern(name, meaning, compute, identity, published or _row(identity), "put in")


def _joined(activity, per_cent):
    """A level of the survey, with the three points within which it was fitted."""

    def share(year):
        return float(np.mean(sim.OUTCOMES[activity](year.end)))

    meaning = f"families that joined at least once this year: {activity} (NHES 2019, kindergarten to grade 2)"
    value = per_cent / 100.0
    return Pattern(f"share_{activity}", meaning, share, "", (value, value - 0.03, value + 0.03), "put in")


PATTERNS = (
    Pattern(
        "r_involvement_skill",
        "families that come to school more have children who know more; most of it is SES",
        lambda y: correlation(y.outcome("school_participation"), y.skill("language")),
    ),
    Pattern(
        "r_practice_language",
        "reported time of practice with language; time alone does little, who practises differs in other ways",
        lambda y: correlation(y.outcome("practice_time", "parent"), y.skill("language")),
    ),
    Pattern(
        "r_within_child_change",
        "the same children twice: change of practice with change of language",
        lambda y: correlation(y.change("practice_time", "parent"), y.change("language", "tester")),
    ),
    Pattern(
        "share_of_ses_gap_explained",
        "share of the language gap between fifths of SES that goes when practice, participation, information and trust "
        "are held the same",
        share_of_gap_explained,
    ),
    Pattern(
        "trust_by_quality_less_by_count",
        "correlation of trust with the quality of contact less that with their number; the sign is published",
        quality_less_count,
        "C19",
        (None, 0.0, 2.0),
    ),
    Pattern(
        "ties_alike_in_ses",
        "correlation of SES between tied families; the sign is published",
        likeness_of_ties,
        "N08",
        (None, 0.0, 1.0),
    ),
    _put_in("gap_language", "richest less poorest fifth, language", lambda y: gap(y, "language", "tester"), "S01"),
    _put_in("gap_numeracy", "richest less poorest fifth, numeracy", lambda y: gap(y, "numeracy", "tester"), "S02"),
    _put_in(
        "gap_self_regulation_rated",
        "richest less poorest fifth, self-control as teachers rate it",
        lambda y: gap(y, "self_regulation", "teacher"),
        "S03",
    ),
    _put_in(
        "gap_social_rated",
        "richest less poorest fifth, approaches to learning as teachers rate it",
        lambda y: gap(y, "social", "teacher"),
        "S04",
    ),
    _put_in("gap_language_within_preschools", "the gap within the same preschools, language", gap_within, "S09"),
    _put_in(
        "icc_language_preschool",
        "share of the variance of language that lies between preschools; T05 gives .05 to .11 for others",
        lambda y: share_between(y.skill("language", "tester", "start"), y.start.tables.families.preschool),
        "T10",
        (0.233, 0.15, 0.30),
    ),
    _put_in(
        "r_ses_practice_quality",
        "SES and the home learning environment",
        lambda y: correlation(y.end.tables.families.ses, y.outcome("practice_quality")),
        "C15",
        (0.30, 0.20, 0.40),
    ),
    Pattern(
        "r_teacher_parent_rating",
        "the same child rated by teacher and parent (ECLS-K 1998, .22 in autumn and .26 in spring)",
        lambda y: correlation(y.skill("social", "teacher"), y.skill("social", "parent")),
        "",
        (0.24, 0.20, 0.28),
        "put in",
    ),
    _joined("event", 83.4),
    _joined("volunteer", 55.2),
    _joined("meeting", 90.5),
    _joined("conference", 90.3),
    _joined("committee", 13.2),
)

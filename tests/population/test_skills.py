import math

import numpy as np
import pytest

from experiments.place_check import compare_with_survey
from sim.core.kinds import Domain
from sim.population.draw import draw
from sim.population.skills import SkillAtEntry, settled_skill, shared_deviate, spread_left

GAPS = {"S01": (1.122, 1.216, Domain.LANGUAGE), "S02": (1.203, 1.297, Domain.NUMERACY)}
WITHIN = (0.873, 1.015)  # S09
SLACK = 0.05


def gap(values, fifth):
    return values[fifth == 4].mean() - values[fifth == 0].mean()


@pytest.mark.parametrize("name", GAPS)
def test_the_gap_between_fifths_is_the_published_one(drawn, name):
    low, high, domain = GAPS[name]
    assert low - SLACK < gap(drawn[1].skills_at_start[:, domain], drawn[0].fifth) < high + SLACK


def test_the_gap_within_preschools_is_the_published_one(drawn):
    families, skill = drawn[0], drawn[1].skills_at_start[:, Domain.LANGUAGE]

    def inside(value):
        return value - (np.bincount(families.preschool, value) / np.bincount(families.preschool))[families.preschool]

    slopes = np.linalg.lstsq(
        np.column_stack([inside(families.fifth == f) for f in range(1, 5)]), inside(skill), rcond=None
    )[0]
    assert WITHIN[0] - SLACK < slopes[-1] < WITHIN[1] + SLACK


def test_skills_vary_by_one_and_potential_by_less(drawn):
    children = drawn[1]
    assert children.skills_at_start.var(axis=0) == pytest.approx(np.ones(6), abs=0.02)
    assert children.potential.var(axis=0) == pytest.approx(np.full(6, 0.80), abs=0.02)


def test_language_and_numeracy_go_together_most(drawn):
    together = np.corrcoef(drawn[1].skills_at_start.T)
    assert together[0, 1] == pytest.approx(0.74, abs=0.03)
    assert together[0, 2:] == pytest.approx(np.full(4, 0.4), abs=0.06)


def test_halos_do_not_know_each_other_or_the_skill(drawn):
    children = drawn[1]
    seen = np.corrcoef([children.halo_teacher, children.halo_parent, children.skills_at_start[:, 2]])
    assert abs(seen[np.triu_indices(3, 1)]).max() < 0.02
    assert (children.halo_teacher.var(), children.halo_parent.var()) == pytest.approx((1.32, 1.96), rel=0.03)


def test_parents_and_teachers_agree_as_little_as_in_the_survey(place):
    compared = compare_with_survey(place, families=20_000)
    assert abs(compared[compared.name == "parent's with teacher's rating"].difference.iloc[0]) < 0.02


def test_ages_span_a_year_around_the_places_mean(drawn, place):
    age = drawn[1].age
    assert age.mean() == pytest.approx(place.age_months, abs=0.1)
    assert np.ptp(age) == pytest.approx(12, abs=0.01)
    assert drawn[1].girl.mean() == pytest.approx(0.49, abs=0.01)


def test_skills_now_are_the_skills_at_the_start(drawn):
    assert np.array_equal(drawn[1].skills, drawn[1].skills_at_start)


def test_an_ordinary_family_in_an_ordinary_preschool_settles_at_the_norm():
    assert settled_skill(0.0, 0.0, 0.0, 0.34, 0.34) == 0.0
    assert settled_skill(1.0, 0.5, 0.1, 0.34, 0.34) == pytest.approx(0.61)


def test_what_is_left_fills_up_the_variance():
    p = SkillAtEntry()
    families = p.language_own**2 + (2 * p.language_own * p.language_context + p.language_context**2) * p.ses_between
    left = spread_left(p.language_own, p.language_context, 0.80, p)
    assert families + p.preschool_effect**2 + left**2 == pytest.approx(0.80)


def test_a_shared_deviate_keeps_its_sd_of_one():
    p = SkillAtEntry()
    for domain in Domain:
        parts = [shared_deviate(*unit, domain, p) for unit in np.eye(3).tolist()]
        assert math.hypot(*parts) == pytest.approx(1.0)


def test_a_childs_own_luck_does_not_hang_on_how_many_there_are(place, numbers):
    small, large = (draw(place, n, 3, numbers) for n in (300, 600))
    a, b = np.argsort(small[0].who), np.argsort(large[0].who)[:300]
    for name in ("age", "girl", "halo_teacher", "halo_parent"):
        assert np.array_equal(getattr(small[1], name)[a], getattr(large[1], name)[b]), name

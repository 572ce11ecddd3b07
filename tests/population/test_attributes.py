from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from experiments.place_check import compare_with_survey
from sim.population.attributes import LanguageDistance, TimePressure, code_of, language_distance, time_pressure
from sim.population.draw import draw


@pytest.fixture(scope="module")
def compared(place):
    return compare_with_survey(place)


def of_kind(compared, kind):
    return compared[compared.kind == kind].difference.abs()


def test_margins_are_the_surveys_within_a_point_and_a_half(compared):
    assert of_kind(compared, "margin").max() < 1.5


def test_attributes_go_together_as_in_the_survey(compared):
    assert of_kind(compared, "correlation").max() < 0.05


def test_cells_nobody_fitted_are_near_the_survey_too(compared):
    cells = of_kind(compared, "two_way")
    assert cells.quantile(0.95) < 2.5
    assert cells.max() < 4.0  # parents with siblings: lone parents more often have no other child


def test_ses_is_standardised_over_the_nation(drawn):
    ses = drawn[0].ses
    assert abs(ses.mean()) < 0.03
    assert ses.std() == pytest.approx(1.0, abs=0.03)


def test_fifths_are_equal_in_number_and_in_order_of_ses(drawn):
    families = drawn[0]
    assert np.ptp(np.bincount(families.fifth)) <= 1
    means = pd.Series(families.ses).groupby(families.fifth).agg(["min", "max"])
    assert (means["min"].to_numpy()[1:] >= means["max"].to_numpy()[:-1]).all()


def test_nobody_at_work_means_no_pressure_and_a_lone_parent_has_more():
    p = TimePressure()
    assert time_pressure(0, 0, 3, p) == 0.0
    assert time_pressure(2, 1, 0, p) == pytest.approx(1.0)
    assert time_pressure(2, 0, 0, p) > time_pressure(2, 1, 1, p) > time_pressure(2, 1, 0, p)


def test_distance_is_half_where_the_child_speaks_both_languages():
    p = LanguageDistance()
    assert [language_distance(code, 0.8, p) for code in range(3)] == [0.0, 0.4, 0.8]


def test_a_code_counts_the_cuts_below_the_deviate():
    cuts = np.array([-1.0, 0.0, np.inf])
    assert [code_of(z, cuts) for z in (-2.0, -0.5, 9.0)] == [0, 1, 2]


def test_a_place_may_have_more_families_of_another_language(place, numbers):
    families = draw(replace(place, other_language=0.4, private_share=0.0), 20_000, 1, numbers)[0]
    assert (families.language > 0).mean() == pytest.approx(0.4, abs=0.015)
    assert families.private.sum() == 0


def test_a_place_may_be_poorer_and_more_alike(place, numbers):
    ses = draw(replace(place, ses_mean=-0.5, ses_sd=0.7), 20_000, 1, numbers)[0].ses
    assert ses.mean() == pytest.approx(-0.5, abs=0.06)
    assert ses.std() == pytest.approx(0.7, abs=0.06)


def test_the_same_seed_gives_the_same_families(place, numbers):
    for one, other in zip(draw(place, 200, 7, numbers), draw(place, 200, 7, numbers), strict=True):
        for a, b in zip(one, other, strict=True):
            assert np.array_equal(a, b)


def test_another_seed_gives_other_families(place, numbers):
    assert (draw(place, 200, 7, numbers)[0].ses != draw(place, 200, 8, numbers)[0].ses).any()


def test_a_family_is_the_same_in_a_place_twice_the_size(place, numbers):
    small, large = (draw(place, n, 3, numbers)[0] for n in (300, 600))
    a, b = np.argsort(small.who), np.argsort(large.who)[:300]
    for name in ("ses", "income", "education", "work", "siblings", "language", "private", "pressure", "distance"):
        assert np.array_equal(getattr(small, name)[a], getattr(large, name)[b]), name

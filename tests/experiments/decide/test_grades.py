"""Every grade of staff that is paid by the hour, but for the class's teacher, has its words."""

import sim
from experiments.decide.perspective import GRADES_IN_WORDS


def test_every_wage_has_its_grade_in_words():
    wages = {name.removesuffix("_hour") for name in sim.NUMBERS["Wage"].declared}
    assert set(GRADES_IN_WORDS) == wages - {"teacher", "family"}

"""What a course costs hangs on how long its sessions are."""

import pytest

from sim.report import measure
from sim.run import simulate


@pytest.fixture(scope="module")
def spent():
    """Money of the programme and hours of families, a child, by minutes a session."""

    def of(minutes):
        course = {"parent_school": {"sessions": 6, "minutes": minutes}}
        run = simulate({"place": "us_preschool", "families": 120, "weeks": 20, "strategy": course}, 3)
        found = {row[0]: row[3] for row in measure(run.measured) if row[2] == "all"}
        return found["money_programme"], found["family_hours"], found["took_a_course"]

    return {minutes: of(minutes) for minutes in (45, 90, 180)}


def test_staff_are_paid_as_long_as_a_session_lasts(spent):
    assert spent[45][0] == pytest.approx(spent[90][0] / 2, rel=0.01)
    assert spent[180][0] == pytest.approx(spent[90][0] * 2, rel=0.01)


def test_families_give_the_time_that_it_lasts(spent):
    routine = 2 * spent[90][1] - spent[180][1]  # who comes does not hang on the length
    assert spent[45][2] == spent[90][2] == spent[180][2]
    assert spent[45][1] - routine == pytest.approx((spent[90][1] - routine) / 2, rel=0.02)

"""The error a user can cause says what was asked, what is allowed and where to look."""

from sim.core.errors import ScenarioError, unknown


def test_the_nearest_name_is_offered():
    error = unknown("strategy", "mothly_visits", ["routine", "monthly_visits"], "configs/strategies")
    assert isinstance(error, ScenarioError) and isinstance(error, ValueError)
    assert str(error) == (
        "There is no strategy 'mothly_visits'. Did you mean 'monthly_visits'? configs/strategies lists: monthly_visits, routine."
    )


def test_a_name_near_nothing_gets_no_offer():
    assert str(unknown("outcome", "zzz", ["language"], "here")) == "There is no outcome 'zzz'. here lists: language."


def test_a_long_list_is_cut_and_counted():
    message = str(unknown("number", "x", [f"n{i:02}" for i in range(30)], "here"))
    assert message.endswith("n22, n23, … (30 in all).")


def test_what_is_asked_may_be_anything():
    assert "There is no week '12'." in str(unknown("week", 12, [1, 2], "here"))

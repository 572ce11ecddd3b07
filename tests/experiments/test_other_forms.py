"""Strategies under other forms of a rule."""

from experiments.other_forms import BEGIN, FORMS, STRATEGIES, TRACE, gains, table


def test_every_form_and_strategy_has_its_place_in_the_page():
    page = TRACE.read_text(encoding="utf-8")
    written = page[page.index(BEGIN) :]
    assert all(form in written for form in FORMS) and all(f"`{name}`" in written for name in STRATEGIES)


def test_ranks_are_those_of_the_gains_and_like_themselves():
    small = {"strategies": ("home_library", "two_way_platform"), "seeds": 1, "families": 40}
    lines = table({"as built": {}}, **small).splitlines()
    assert [line.split("|")[1].strip(" `") for line in lines[2:4]] == ["home_library", "two_way_platform"]
    assert lines[2].endswith("(1) |") and lines[3].endswith("(2) |") and lines[4].endswith("| 1.00 |")


def test_minutes_in_proportion_make_more_of_messages():
    small = {"strategies": ("messages_three",), "seeds": 2, "families": 60}
    as_built = gains(FORMS["as built"], **small)["messages_three"]
    in_proportion = gains(FORMS["practice counts in proportion to time"], **small)["messages_three"]
    assert (in_proportion > as_built).all()

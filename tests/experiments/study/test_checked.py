"""What check says of an experiment."""

import pytest

import sim
from experiments.compare.what_is_compared import read_comparison
from experiments.study.cases import Plan
from experiments.study.checked import is_experiment, lines


def test_an_experiment_is_known_by_its_keys_and_told_in_full(tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text(
        "place: us_preschool\nstrategies: [routine, messages_three]\nuncertainties: [Trust]\n"
        "design: {kind: sobol, points: 8}\nreplicates: 3\nlook_at: [language]\n"
    )
    assert is_experiment(file) and is_experiment("quick_look") and not is_experiment("first_look")
    said = list(lines(file))
    points = 8 * (sum("(uncertainty)" in line for line in said) + 2)
    assert f"{points * 3 * 2:,} runs" in said[1] and any(
        "Trust.slowness" in line and "uncertainty" in line for line in said
    )


def checked(tmp_path, design, strategies="[routine, messages_three]"):
    file = tmp_path / "mine.yaml"
    varied = "uncertainties: {Trust.slowness: [0.1, 0.4], Effort.habit: [0.5, 0.9]}\n"
    file.write_text(f"place: us_preschool\nstrategies: {strategies}\ndesign: {design}\n{varied}")
    return list(lines(file))


def test_which_verbs_can_run_it_is_said_and_why_others_cannot(tmp_path):
    said = checked(tmp_path, "{kind: latin, points: 45}")
    assert "famschool sensitivity and compare can run it." in said
    assert [line for line in said if line.startswith("  not ")] == [
        "  not sweep: sweep draws grid, one_at_a_time, list; 'latin' samples a space: famschool sensitivity reads it.",
        "  not discover: 45 points are too few for boxes; at least 60 are needed.",
    ]


REFUSED = {
    "{kind: morris, points: 4}": "mine.yaml:3: design: morris – points = 4: sensitivity needs at least 8.",
    "{kind: sobol, points: 4}": "mine.yaml:3: design: sobol – points = 4: sensitivity needs at least 8.",
    "{kind: morris, points: 8, levels: 5}": "mine.yaml:3: design: morris – levels = 5: an even number",
}


@pytest.mark.parametrize(("design", "why"), REFUSED.items())
def test_what_the_verb_of_a_design_refuses_is_refused(design, why, tmp_path):
    with pytest.raises(sim.ScenarioError) as refusal:
        checked(tmp_path, design)
    assert why in str(refusal.value)


def test_what_no_verb_can_run_is_refused(tmp_path):
    with pytest.raises(sim.ScenarioError, match="points = 39: sensitivity needs at least 40"):
        checked(tmp_path, "{kind: latin, points: 39}", "[routine]")


def test_hundreds_of_numbers_are_told_by_group_and_twenty_one_by_one():
    many, few = list(lines("five_strategies")), list(lines("what_matters"))
    (groups,) = [line for line in many if "groups: " in line]
    assert "Trust " in groups and "`famschool describe GROUP`" in groups and len(many) < 10
    assert sum("(uncertainty);" in line for line in few) == 20


def of_the_ensemble(tmp_path, design):
    file = tmp_path / "mine.yaml"
    strategies = "strategies: [routine, messages_three]\nreplicates: 2\n"
    file.write_text(f"place: us_preschool\n{strategies}uncertainties: posterior\ndesign: {design}\n")
    return file


@pytest.mark.parametrize(
    ("design", "points"), [("list", 64), ("{kind: list, points: 8}", 8), ("grid", 64), ("one_at_a_time", 64)]
)
def test_what_compare_runs_is_checked_as_compare_runs_it(design, points, tmp_path):
    """Members of the fitted ensemble, whatever points the design has itself."""
    file = of_the_ensemble(tmp_path, design)
    assert len(Plan(read_comparison(file)).points) == points
    said = "\n".join(lines(file))
    assert f"{points * 4} runs" in said and "compare can run it." in said


def test_points_that_are_written_out_are_those_of_a_comparison_too(tmp_path):
    file = of_the_ensemble(tmp_path, "{kind: list, points: [{Trust.slowness: 0.2}, {Trust.slowness: 0.3}]}")
    assert read_comparison(file).design["points"] == [{"Trust.slowness": 0.2}, {"Trust.slowness": 0.3}]
    assert "famschool sweep and compare can run it." in list(lines(file))


def test_a_comparison_with_other_points_than_the_rest_says_how_many(tmp_path):
    said = list(lines(of_the_ensemble(tmp_path, "{kind: latin}")))
    assert said[1].startswith("2,000 runs (500 points")
    assert said[-1] == "  compare: 256 runs, at 64 members of the fitted ensemble in place of 500 points."


def test_a_list_without_points_that_nobody_draws_is_refused(tmp_path):
    with pytest.raises(sim.ScenarioError, match=r"mine\.yaml:3: design: list – points is missing"):
        checked(tmp_path, "list")

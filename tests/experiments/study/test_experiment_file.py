"""What an experiment file may say, and the one message for what it may not."""

import pytest

import sim
from experiments.study.experiment import read_experiment
from tests.experiments.study.asked import asked

WRONG = {
    "look_at: [lnguage]": "There is no outcome 'lnguage'. Did you mean 'language'?",
    "look_at: [{outcome: language, group: ses_9}]": "There is no group 'ses_9'",
    "look_at: [{outcome: language, seen_by: tester}]": "There is no key 'seen_by'",
    "look_at: []": "look_at = []",
    "design: gird": "There is no choice for design.kind 'gird'. Did you mean 'grid'?",
    "design: {kind: sobol, point: 8}": "There is no key 'point'. Did you mean 'points'?",
    "uncertainties: [Trust.slownes]": "There is no number 'Trust.slownes'. Did you mean 'Trust.slowness'?",
    "uncertainties: {Trust.slowness: [0.5, 0.1]}": "Trust.slowness = [0.5, 0.1] is an empty range",
    "uncertainties: {Effort.habit: [0.1, 9]}": "Effort.habit = 9 is impossible",
    "uncertainties: {Trust.slowness: 0.1}": "Trust.slowness = 0.1: a range is asked for",
    "uncertainties: everything": "There is no number 'everything'",
    "uncertainties: [Trust.slowness, Trust]": "'Trust.slowness' varies twice",
    "levers: {home_visits.per_year: [1, 5]}": "No strategy has home_visits",
    "levers: {messages.per_weak: [1, 5]}": "There is no dose 'messages.per_weak'. Did you mean 'messages.per_week'?",
    "place_varies: {culture.entrustin: [0.1, 0.5]}": "Did you mean 'culture.entrusting'?",
    "place_varies: {culture.entrusting: [0.5, 0.5]}": "culture.entrusting = [0.5, 0.5]",
    "strategies: [routine, mesages_three]": "Did you mean 'messages_three'?",
    "strategies: [routine, routine]": "'routine' is named twice",
    "strategies: [{loud: {megaphones: {}}}]": "There is no intervention 'megaphones'",
    "replicates: 0": "replicates = 0 is impossible: between 1 and 100,000",
    "replicates: many": "replicates = 'many' is not a whole number",
    "families: -1": "families = -1 is impossible: between 1 and 2,000,000",
    "place: atlantis": "There is no place 'atlantis'",
    "colour: red": "There is no key 'colour'",
    "luck: sometimes": "There is no choice for luck 'sometimes'",
    "on_error: [stop]": "There is no choice for on_error",
}


@pytest.mark.parametrize("line", WRONG, ids=str)
def test_a_wrong_line_is_said_with_its_place_and_what_is_allowed(line, tmp_path):
    key = line.partition(":")[0]
    good = [
        "place: us_preschool",
        "strategies: [routine, messages_three]",
        "design: {kind: latin}",
        "look_at: [language]",
    ]
    lines = [*(one for one in good if not one.startswith(f"{key}:")), line]
    file = tmp_path / "mine.yaml"
    file.write_text("\n".join(lines))
    with pytest.raises(sim.ScenarioError) as refused:
        read_experiment(str(file))
    assert WRONG[line] in str(refused.value)
    assert str(refused.value).startswith(f"{file}:{len(lines)}:") or "varies twice" in str(refused.value)


def test_the_shipped_experiments_can_be_read():
    for name in sim.list_configs("experiments"):
        assert read_experiment(name).axes


def test_all_takes_every_number_that_is_not_fixed():
    all_ = read_experiment(asked(uncertainties="all", design="latin")).axes
    assert len(all_) == sum(
        bool(one.choices or one.low < one.high) for kind in sim.NUMBERS.values() for one in kind.declared.values()
    )
    assert all(axis.source and axis.unit for axis in all_)


def test_two_numbers_are_a_range_or_in_a_grid_their_values():
    varies = {"levers": {"messages.per_week": [1, 5]}}
    assert read_experiment(asked(**varies, design="latin")).axes[0].at(0.5) == 3.0
    assert read_experiment(asked(**varies)).axes[0].values == (1, 5)


def test_whole_numbers_words_and_switches_take_equal_parts_of_the_unit_interval():
    axes = read_experiment(
        asked(levers={"messages.per_week": {"whole": [1, 4]}, "messages.for_whom": ["all", "ses_1"]}, design="latin")
    ).axes
    shares = [k / 1000 for k in range(1000)]
    for axis, size in zip(axes, (4, 2), strict=True):
        values = [axis.at(share) for share in shares]
        assert [values.count(one) for one in dict.fromkeys(values)] == [1000 // size] * size
    assert axes[0].at(1.0) == 4 and axes[1].at(1.0) == "ses_1"


def test_the_folder_is_the_same_for_more_of_the_same_question_only():
    one = read_experiment(asked(uncertainties=["Trust"], design={"kind": "sobol", "points": 8}))
    assert one.id() == one.but(replicates=9, points=16).id()
    for other in (
        {"families": 41},
        {"strategies": ["routine"]},
        {"look_at": ["language"]},
        {"numbers": {"Effort.habit": 0.5}},
    ):
        assert (
            read_experiment(asked(uncertainties=["Trust"], design={"kind": "sobol", "points": 8}, **other)).id()
            != one.id()
        )

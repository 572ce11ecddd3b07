"""What check says of an experiment."""

from experiments.study.checked import is_experiment, lines


def test_an_experiment_is_known_by_its_keys_and_told_in_full(tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text(
        "place: us_preschool\nstrategies: [routine, messages_three]\nuncertainties: [Trust]\n"
        "design: {kind: sobol, points: 8}\nreplicates: 3\nlook_at: [language]\n"
    )
    assert is_experiment(file) and is_experiment("quick_look") and not is_experiment("first_look")
    said = list(lines(file))
    points = 8 * (len(said) - 3 + 2)
    assert f"{points * 3 * 2:,} runs" in said[1] and any(
        "Trust.slowness" in line and "uncertainty" in line for line in said
    )

"""What is asked for and never comes is said by run, check and trial in the same words, and nothing else is said."""

import pytest

import sim
from experiments.check_file import notes
from experiments.cli import main
from experiments.counted import counted
from experiments.never_happens import in_a_scenario

ASKED = {"place": "us_preschool", "families": 20, "weeks": 30, "replicates": 1}
SAID = {
    "after the end": (
        {"strategy": {"messages": {"from_week": 40}}},
        ["messages begins in week 40, after the run (week 30)."],
    ),
    "in the baseline": (
        {"strategy": "routine", "against": {"strategy": {"notes": {"from_week": 31}}}},
        ["notes begins in week 31, after the run (week 30)."],
    ),
    "in the next school year": (
        {"strategy": {"notes": {"from_week": 40}}, "weeks": 60, "at": "end"},
        [],
    ),
    "in the holidays": (
        {"strategy": {"notes": {"from_week": 40}}, "weeks": 52},
        ["notes: no school week lies between week 40 and week 52."],
    ),
    "too many sessions": (
        {"strategy": {"parent_school": {"sessions": 20, "every_weeks": 3}}},
        ["parent_school: of 20 sessions 10 are held, one every 3 school weeks until the run ends."],
    ),
    "evenings, too": (
        {"strategy": {"friendship_evenings": {"sessions": 8, "from_week": 30}}},
        ["friendship_evenings: of 8 sessions 1 is held, one a school week until the run ends."],
    ),
    "ended by an event": (
        {
            "strategy": {"parent_school": {"sessions": 8}},
            "events": [{"week": 5, "set": {"strategy.parent_school": None}}],
        },
        ["parent_school: of 8 sessions 4 are held, one a school week until week 4."],
    ),
    "ended by an event before it begins": (
        {
            "strategy": {"messages": {"per_week": 3, "from_week": 20}},
            "events": [{"week": 10, "set": {"strategy.messages": None}}],
        },
        ["messages would begin in week 20, but is over after week 9."],
    ),
    "going on through an event": (
        {"strategy": {"parent_school": {"sessions": 8}}, "events": [{"week": 5, "set": {"policy.clarity": 0.5}}]},
        [],
    ),
    "all as it should be": ({"strategy": "monthly_visits"}, []),
}


@pytest.mark.parametrize(("asked", "said"), SAID.values(), ids=SAID)
def test_what_never_comes_is_said_and_nothing_else(asked, said):
    assert in_a_scenario(sim.read_scenario(ASKED | asked)) == said


SCENARIO = "place: us_preschool\nfamilies: 20\nweeks: 10\nstrategy: {messages: {from_week: 40}}\nreplicates: 1\n"
TRIAL = "trial: x\narms: {control: {}, a: {messages: {from_week: 40}}}\nweeks: 10\nmeasure: [{outcome: language}]\n"
EXPERIMENT = "place: us_preschool\nweeks: 10\nstrategies: [routine, {late: {messages: {from_week: 40}}}]\n"
EXPERIMENT += "levers: {messages.per_week: [1, 3]}\ndesign: grid\n"
OF_A_FILE = {
    SCENARIO: "messages begins in week 40, after the run (week 10).",
    TRIAL: "Arm 'a': messages begins in week 40, after the programme (week 10).",
    EXPERIMENT: "late: messages begins in week 40, after the run (week 10).",
}


@pytest.mark.parametrize(("text", "said"), OF_A_FILE.items(), ids=["scenario", "trial", "experiment"])
def test_check_says_it_of_every_kind_of_file(text, said, tmp_path):
    (tmp_path / "mine.yaml").write_text(text)
    assert notes(str(tmp_path / "mine.yaml")) == [said]


@pytest.mark.parametrize("verb", ["run", "check"])
def test_run_and_check_say_it_to_stderr(verb, tmp_path, monkeypatch, capfd):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.yaml").write_text(SCENARIO)
    monkeypatch.setattr("sys.argv", ["famschool", verb, "mine.yaml"])
    with pytest.raises(SystemExit) as end:
        main()
    out, err = capfd.readouterr()
    assert not end.value.code
    assert "Note: messages begins in week 40, after the run (week 10)" in err
    assert "after the run" not in out


def test_a_number_agrees_with_its_noun():
    assert counted(1, "run") == "1 run"
    assert counted(1200, "run") == "1,200 runs"
    assert counted(2, "family", "families") == "2 families"

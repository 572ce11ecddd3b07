"""A mutant has one thing wrong, in its place; the count itself is `make mutants`."""

import pytest

from tests.mutants.swaps import mutants_of

RULE = '''"""A rule."""

SLOW = 3.0


@rule
def pushed(effort, urge):
    """Half of 1.0 is said here, not done."""
    return effort * min(2.0, urge) if urge > 0.0 and not -effort == 1 else effort
'''
WRONG = {
    "effort / min(2.0, urge)",
    "max(2.0, urge)",
    "2.2",
    "urge > 0.0 or not -effort == 1",
    "urge <= 0.0",
    "urge >= 0.0",
    "0.1",
    "-effort != 1",
    "+effort",
    "2",
}


@pytest.fixture
def mutants(tmp_path):
    file = tmp_path / "pushes.py"
    file.write_text(RULE)
    return list(mutants_of(file))


def test_everything_that_can_be_wrong_is_wrong_once_and_nothing_said_or_declared(mutants):
    assert len(mutants) == len(WRONG)
    assert {one.became for one in mutants} == WRONG
    assert {(one.file, one.line, one.function) for one in mutants} == {("pushes.py", 9, "pushed")}


def test_a_mutant_runs_with_one_thing_wrong(mutants):
    def lived(mutant):
        exec(mutant.code, there := {})
        return there["pushed"](3.0, 1.5)

    assert {one.became: lived(one) for one in mutants if "effort" not in one.became} == {
        "max(2.0, urge)": 6.0,
        "2.2": 4.5,
        "urge <= 0.0": 3.0,
        "urge >= 0.0": 4.5,
        "0.1": 4.5,
        "2": 4.5,
    }

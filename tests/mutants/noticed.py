"""Whether the stories of the rules notice a mutant.

The wrong code is put into the function that is there, so that everything that imported the rule runs it and nothing is
written to disk. That needs rules in plain Python: NUMBA_DISABLE_JIT=1.
"""

import importlib
import importlib.util
import signal
import types
from pathlib import Path

from tests.mutants.swaps import mutants_of

TOLD = Path(__file__).parents[1] / "stories" / "test_stories.py"
PATIENCE = 10  # seconds; a mutant that hangs is noticed too


def look(path):
    """The mutants of a rule file: how many, and those that no story noticed."""
    stories, module = _stories(), importlib.import_module(f"sim.rules.{path.stem}")
    signal.signal(signal.SIGALRM, _too_long)
    untouched = [story["story"] for story in stories.RULES if not _holds(stories, story)]
    assert not untouched, f"These stories fail before anything is changed: {untouched}"
    mutants = list(mutants_of(path))
    return len(mutants), [str(one) for one in mutants if not _noticed(one, module, stories)]


def _stories():
    kind = importlib.util.spec_from_file_location("told_to_mutants", TOLD)
    module = importlib.util.module_from_spec(kind)
    kind.loader.exec_module(module)
    return module


def _noticed(mutant, module, stories):
    rule = getattr(module, mutant.function)
    right = rule.__code__
    rule.__code__ = next(code for code in mutant.code.co_consts if isinstance(code, types.CodeType))
    try:
        return not all(_holds(stories, story) for story in stories.RULES)
    finally:
        rule.__code__ = right


def _holds(stories, story):
    signal.alarm(PATIENCE)
    try:
        stories.test_a_rule_does_what_the_story_says(story)
    except Exception:
        return False
    finally:
        signal.alarm(0)
    return True


def _too_long(*_):
    raise TimeoutError

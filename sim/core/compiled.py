"""How rules and loops are compiled. The cache belongs to one state of the source: change any rule and it is left behind.

Numba looks only at the file of a function, not at the rules it calls from other files, so the folder of the cache is
named by a hash of the folders that hold compiled code, of where they lie (numba compiles anew for a copy elsewhere) and
of the versions that compiled it. It lies where a user may write, never in the package.
"""

import hashlib
import os
import tempfile
from pathlib import Path

import numba
import numpy
from numba.core.registry import CPUDispatcher
from platformdirs import user_cache_dir

_SIM = Path(__file__).resolve().parents[1]
_COMPILED = ("agents", "core", "population", "rules", "week")  # a test sees that no other folder compiles


def _state_of_the_source():
    """A short name for the text of what is compiled, where it lies, and the versions that compile it."""
    state = hashlib.sha256(f"{_SIM} {numba.__version__} {numpy.__version__}".encode())
    for file in sorted(file for folder in _COMPILED for file in (_SIM / folder).rglob("*.py")):
        state.update(file.relative_to(_SIM).as_posix().encode())
        state.update(file.read_bytes())
    return state.hexdigest()[:16]


def _writable(folder):
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _cache_folder():
    """The user's cache, or, where that cannot be written, a folder for temporary files."""
    asked = os.environ.get("FAMSCHOOL_CACHE")
    wanted = Path(asked) if asked else Path(user_cache_dir("famschool", appauthor=False))
    folder = wanted / _state_of_the_source()
    return folder if _writable(folder) else Path(tempfile.gettempdir()) / "famschool" / folder.name


CACHE = _cache_folder()
numba.config.CACHE_DIR = str(CACHE)

# A rule, and a step of a phase, is worked into what calls it: handing tables over for every family would cost more than the rule.
# Numba counts who holds an array, with a locked instruction that costs as much as a rule. Where it sees that counting is for
# nothing it leaves it out, but not where a step is the last to use an array in one branch only, nor for views (`t.due[r]`):
# so steps are handed all tables and look up `t.due[r, j]` themselves. Wrappers for C, which nobody asks for, are not made,
# nor for Python where only loops call, as steps: unpacking all tables in each took a fifth of the time of compiling.
rule = numba.njit(cache=True, error_model="numpy", forceinline=True, no_cfunc_wrapper=True)
_step = numba.njit(cache=True, error_model="numpy", forceinline=True, no_cfunc_wrapper=True, no_cpython_wrapper=True)
loop = numba.njit(cache=True, error_model="numpy", nogil=True, no_cfunc_wrapper=True)

plain_python = bool(numba.config.DISABLE_JIT)  # every rule and step is then an ordinary function


class Step(CPUDispatcher):
    """A compiled step. Called from Python it would end the process, so it refuses."""

    def __call__(self, *arguments):
        raise TypeError(f"{self.__name__} is a step of a compiled loop; from Python, call {self.__name__}.py_func.")


def step(function):
    """A step of a phase: called by compiled loops only."""
    made = _step(function)
    if not plain_python:
        made.__class__ = Step
    return made


def is_compiled_already(loop="live_weeks"):
    """Whether an earlier process left a loop compiled: the weeks are the last of what every run needs."""
    return plain_python or any(map(_is_of_this_source, CACHE.rglob(f"*.{loop}-*.nbi")))


def _is_of_this_source(compiled):
    """Files that were put in place anew (cloned, installed again) numba compiles anew, though they say the same."""
    folder, module = compiled.parent.name.rpartition("_")[0], compiled.name.partition(".")[0]
    return compiled.stat().st_mtime >= (_SIM / folder / f"{module}.py").stat().st_mtime


def compile_for(function, *arguments):
    """Compile a loop for arguments of these kinds, without running it."""
    function.compile(tuple(numba.typeof(argument) for argument in arguments))

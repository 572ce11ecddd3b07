"""famschool <verb>: thin, one function a verb; a file for each of what people want."""

import sys
from importlib import import_module

from experiments.cli.app import app
from experiments.stopping import terminated_is_ctrl_c

for _want in ("look", "study", "planning", "checks", "files", "evidence"):  # the order in which --help groups them
    import_module(f"experiments.cli.{_want}")

__all__ = ["app", "main"]
STOPPED = "Stopped. The same command begins again."
FORGOTTEN = "no compiled object yet"  # numba's words where Ctrl-C came while LLVM was at work, which passes nothing on


def _unraisable(found):
    """Ctrl-C in a call from C is said by whoever called it."""
    if found.exc_type is not KeyboardInterrupt:
        sys.__unraisablehook__(found)


def main():
    """Run a verb; a user's mistake is one message and exit code 2, the machine's failure 3, Ctrl-C or SIGTERM 130."""
    sys.unraisablehook = _unraisable
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a console that knows no ± shows a question mark, and goes on
            stream.reconfigure(errors="replace")
    try:
        with terminated_is_ctrl_c():
            app(standalone_mode=True)
    except SystemExit as end:
        if isinstance(getattr(end.__context__, "__cause__", None), KeyboardInterrupt):  # typer leaves silently
            print(STOPPED, file=sys.stderr)
        if type(sys.stdout).__name__ == "PacifyFlushWrapper":  # put there by click: who reads (| head) has had enough
            sys.exit(0)
        raise
    except (KeyboardInterrupt, RuntimeError) as error:
        if isinstance(error, RuntimeError) and FORGOTTEN not in str(error):
            raise
        print(f"\n{STOPPED}", file=sys.stderr)
        sys.exit(130)
    except OSError as error:
        print(f"The machine failed: {error}.", file=sys.stderr)
        sys.exit(3)
    except ValueError as error:
        if type(error).__name__ != "ScenarioError":
            raise
        print(error, file=sys.stderr)
        sys.exit(2)

"""How the model is studied: one scenario against its baseline, many runs, tables, pictures, the command line.

From Python: `compare()`, and for people of other tools `salib_problem()`, `evaluate()` and `to_ema()`; all loaded when first
asked for.
"""

from importlib import import_module

_OTHER_TOOLS = ("salib_problem", "evaluate", "to_ema")


def __getattr__(name):
    if name == "compare":
        return import_module("experiments.compare")
    if name not in _OTHER_TOOLS:
        raise AttributeError(f"experiments has no '{name}'; it has compare, {', '.join(_OTHER_TOOLS)}.")
    from experiments.study import other_tools

    return getattr(other_tools, name)

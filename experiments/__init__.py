"""How the model is studied: one scenario against its baseline, many runs, tables, pictures, the command line.

For people of other tools: `salib_problem()`, `evaluate()` and `to_ema()`, loaded when first asked for.
"""

_OTHER_TOOLS = ("salib_problem", "evaluate", "to_ema")


def __getattr__(name):
    if name not in _OTHER_TOOLS:
        raise AttributeError(f"experiments has no '{name}'; it has {', '.join(_OTHER_TOOLS)}.")
    from experiments.study import other_tools

    return getattr(other_tools, name)

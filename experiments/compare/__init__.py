"""Strategies side by side: the same families and luck, what each changes, what it costs, and how sure that is."""

import sys
from types import ModuleType


class _Asked(ModuleType):
    """The package can be called, `experiments.compare("five_strategies")`: beside a function of its name it would hide it."""

    def __call__(self, *given, **named):
        from experiments.compare.from_python import compare

        return compare(*given, **named)


sys.modules[__name__].__class__ = _Asked

"""A folder lists itself: what its files define is what there is. Nothing is registered by hand."""

import importlib
import pkgutil
from types import FunctionType


def gather(package, path, wanted):
    """Everything defined in the files of a folder that `wanted` accepts, with the name of its file."""
    for entry in sorted(pkgutil.iter_modules(path), key=lambda entry: entry.name):
        module = importlib.import_module(f"{package}.{entry.name}")
        for thing in vars(module).values():
            named = isinstance(thing, (type, FunctionType))
            imported = named and thing.__module__ != module.__name__
            if wanted(thing) and not imported:
                yield entry.name, thing

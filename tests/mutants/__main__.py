"""Put one thing wrong into each rule at a time, and see whether the stories notice: python -m tests.mutants [rule file …]"""

import os
import sys

os.environ["NUMBA_DISABLE_JIT"] = "1"  # before anything compiles

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from tests.mutants.noticed import look

RULES = Path(__file__).parents[2] / "sim" / "rules"
ENOUGH = 0.90


def main(names):
    """Print the share noticed by file and every survivor; 0 where enough were noticed."""
    files = [RULES / f"{name.removesuffix('.py')}.py" for name in names] or sorted(RULES.glob("[a-z]*.py"))
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        found = list(zip(files, pool.map(look, files), strict=True))
    for file, (mutants, left) in found:
        if mutants:
            print(f"{file.name:<22} {mutants - len(left):4} of {mutants:4} noticed")
    survivors = [one for _, (_, left) in found for one in left]
    for one in survivors:
        print(f"not noticed  sim/rules/{one}")
    mutants = sum(mutants for _, (mutants, _) in found)
    share = 1.0 - len(survivors) / max(1, mutants)
    print(f"{share:.1%} of {mutants} mutants are noticed; at least {ENOUGH:.0%} must be.")
    return 0 if share >= ENOUGH else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

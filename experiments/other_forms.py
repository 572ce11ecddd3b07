"""What rests on how a rule is written: strategies ranked under each other form of a rule, a table of sim/TRACE.md.

`python -m experiments.other_forms` prints it; `--write` puts it between its markers in sim/TRACE.md.
"""

import sys
from pathlib import Path

import numpy as np

import sim
from experiments.effects_table import with_tables

SEEDS, FAMILIES, PLACE = 20, 300, "us_preschool"
FORMS = {
    "as built": {},
    "efforts replace one another": {"Effort.form": "substitutes"},
    "only friends alike are heard": {"Goals.hears": "friends_alike"},
    "practice counts in proportion to time": {"HomePractice.time_counts": "in_proportion"},
}
STRATEGIES = (
    "messages_three",
    "goal_talks",
    "two_way_platform",
    "home_library",
    "reading_course",
    "monthly_visits",
    "reading_mornings",
    "coached_teachers",
    "classes_of_thirteen",
    "a_good_start",
)
BEGIN = "<!-- begin: python -m experiments.other_forms -->"
TRACE = Path(__file__).resolve().parents[1] / "sim" / "TRACE.md"


def gains(numbers, strategies=STRATEGIES, seeds=SEEDS, families=FAMILIES):
    """{strategy: what it adds to language in a year, in SD, one value a seed}, same families and luck."""
    found = {name: [] for name in strategies}
    for seed in range(1, seeds + 1):
        routine = _language("routine", numbers, families, seed)
        for name in strategies:
            found[name].append(_language(name, numbers, families, seed) - routine)
    return {name: np.array(values) for name, values in found.items()}


def _language(strategy, numbers, families, seed):
    asked = {"place": PLACE, "families": families, "weeks": 52, "strategy": strategy, "numbers": numbers}
    return float(np.mean(sim.OUTCOMES["language"](sim.simulate(asked, seed).measured)))


def table(forms=FORMS, **how_much):
    """The table in markdown: gains and ranks, a strategy a row, a form a column, and how like the ranks are."""
    found = {form: gains(numbers, **how_much) for form, numbers in forms.items()}
    means = {form: {name: values.mean() for name, values in one.items()} for form, one in found.items()}
    first = means[next(iter(means))]
    rows = [
        f"| `{name}` | " + " | ".join(_gain_and_rank(name, one) for one in means.values()) + " |"
        for name in sorted(first, key=first.get, reverse=True)
    ]
    alike = " | ".join(f"{_alike(first, one):.2f}" for one in means.values())
    head = [f"| | {' | '.join(means)} |", "|---" * (len(means) + 1) + "|"]
    return "\n".join([*head, *rows, f"| ranks like those as built (Kendall's τ) | {alike} |"])


def _gain_and_rank(name, means):
    rank = 1 + sum(other > means[name] for other in means.values())
    return f"{means[name]:+.3f} ({rank})"


def _alike(first, other):
    from scipy.stats import kendalltau

    return kendalltau(list(first.values()), [other[name] for name in first]).statistic


def main(write):
    text = table()
    print(text)
    if write:
        TRACE.write_text(with_tables(TRACE.read_text(encoding="utf-8"), text, BEGIN), encoding="utf-8")


if __name__ == "__main__":
    main("--write" in sys.argv[1:])
